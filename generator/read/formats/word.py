"""Word files: paragraphs with the kinds that their styles say, title and author as stated."""

import io
import zlib
from collections.abc import Iterator
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import XMLSyntaxError

from generator.files.guarded import UnreadableError
from generator.read.formats.archives import check_archive
from generator.read.formats.blocks import (
    Article,
    Block,
    BlockKind,
    Bounds,
    make_article,
    table_row,
    with_title,
)
from generator.read.transcripts import BOLD_QUESTION, is_timed_label

STYLES: tuple[tuple[str, BlockKind], ...] = (
    ("title", "title"),
    ("heading", "heading"),
    ("subtitle", "paragraph"),
    ("caption", "caption"),
    ("list", "list_item"),
    ("quote", "quote"),
    ("intense quote", "quote"),
)
"""What a style's name begins with, in the names that Word keeps in every language."""
SPACES = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
TEXT = qn("w:t")
RUN, HIDDEN = qn("w:r"), f"{qn('w:rPr')}/{qn('w:vanish')}"
SHOWN = frozenset({"0", "false", "off"})
ELSEWHERE = {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    qn("w:moveFrom"),
}
"""What holds words that stand in another place too."""
DAMAGED = (
    BadZipFile,
    zlib.error,
    PackageNotFoundError,
    XMLSyntaxError,
    KeyError,
    ValueError,
    NotImplementedError,
    EOFError,
)
"""What a broken archive or a broken part of it ends in."""
ACCOUNTS = frozenset({"python-docx", "user", "admin", "administrator", "microsoft office user"})
"""Authors that a program writes of itself."""


def read(content: bytes, bounds: Bounds) -> tuple[Article, ...]:
    """The text of a Word file."""
    check_archive(content, bounds)
    try:
        document = docx.Document(io.BytesIO(content))
        blocks = list(_blocks(document))
    except DAMAGED as error:
        raise UnreadableError("it is damaged, or no Word file (.docx)") from error
    known = document.core_properties
    styled = next((b.text for b in blocks[:4] if b.kind == "title"), "")
    title = styled or _first_heading(blocks) or known.title or ""
    author = known.author or ""
    stated = {
        "title": [title],
        "authors": [] if author.casefold() in ACCOUNTS else author.split(";"),
        "language": [(known.language or "")[:2].lower()],
    }
    kept = [Block("heading", b.text) if b.kind == "title" else b for b in blocks]
    return (make_article(with_title(kept, title), stated=stated),)


def _first_heading(blocks: list[Block]) -> str:
    return blocks[0].text if blocks and blocks[0].kind == "heading" else ""


def _blocks(document: Document) -> Iterator[Block]:
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            yield from _rows(item)
        else:
            for text in _lines(_text(item)):
                asked = text.rstrip().endswith("?") and all(
                    run.bold for run in item.runs if run.text.strip()
                )
                yield Block(_kind(item), text, marker=BOLD_QUESTION if asked else "")


def _lines(text: str) -> list[str]:
    """A paragraph; two where a speaker's name and the time stand on its first line."""
    first, _, rest = text.strip().partition("\n")
    parts = [first, rest] if rest.strip() and is_timed_label(first) else [f"{first} {rest}"]
    return [part for part in parts if part.strip()]


def _rows(table: Table) -> Iterator[Block]:
    for row in table.rows:
        cells = dict.fromkeys(cell._tc for cell in row.cells)  # noqa: SLF001  a merged one is there twice
        texts = [["".join(_words(p)) for p in tc.iter(qn("w:p"))] for tc in cells]
        yield from table_row([[text for text in cell if text.strip()] for cell in texts])


def _text(paragraph: Paragraph) -> str:
    return "".join(_words(paragraph._p))  # noqa: SLF001  python-docx leaves out what was inserted


def _words(element: object) -> Iterator[str]:
    """The words that are shown now: inserted ones too, deleted and hidden ones not."""
    for child in element.iterchildren():  # type: ignore[attr-defined]
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag in SPACES:
            yield SPACES[child.tag]
        elif child.tag not in ELSEWHERE and not (child.tag == RUN and _is_hidden(child)):
            yield from _words(child)


def _is_hidden(run: BaseOxmlElement) -> bool:
    """Whether words are marked as hidden: Word shows and prints none of them."""
    mark = run.find(HIDDEN)
    return mark is not None and mark.get(qn("w:val")) not in SHOWN


def _kind(paragraph: Paragraph) -> BlockKind:
    name = ((paragraph.style and paragraph.style.name) or "").lower()
    return next((kind for begins, kind in STYLES if name.startswith(begins)), "paragraph")
