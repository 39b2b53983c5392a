"""Small PDF files with a text layer, made by hand so that no printer's version has a say."""

from collections.abc import Sequence

Placed = tuple[float, float, float, str]
"""Left and baseline in points from the lower left corner, size of the letters, words."""


def make_pdf(pages: Sequence[Sequence[Placed]], **info: str) -> bytes:
    """A PDF of A4 pages with words in Helvetica; `info` is what the file states of itself."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    stated = "".join(f"/{key} ({_escaped(value)})" for key, value in info.items())
    objects = [
        "<</Type /Catalog /Pages 2 0 R>>",
        f"<</Type /Pages /Count {len(pages)} /Kids [{kids}]>>",
        "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>",
    ]
    for number, page in enumerate(pages):
        words = "\n".join(f"BT /F {s} Tf {x} {y} Td ({_escaped(t)}) Tj ET" for x, y, s, t in page)
        resources = "/Resources <</Font <</F 3 0 R>>>>"
        box = "/MediaBox [0 0 595 842]"
        objects += [
            f"<</Type /Page /Parent 2 0 R {box} {resources} /Contents {5 + 2 * number} 0 R>>",
            f"<</Length {len(words.encode('cp1252'))}>>\nstream\n{words}\nendstream",
        ]
    objects.append(f"<<{stated}>>")
    return _written(objects)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _written(objects: Sequence[str]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    size = len(objects) + 1
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"<</Size {size} /Root 1 0 R /Info {len(objects)} 0 R>>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n{end}".encode()


def set_lines(lines: Sequence[str], *, left: float, top: float, size: float = 10) -> list[Placed]:
    """Lines one below the other; an empty one is the gap between paragraphs."""
    return [(left, top - n * size * 1.2, size, line) for n, line in enumerate(lines) if line]
