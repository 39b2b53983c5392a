"""The readers' pages cut into sections, for an index that no engine made: heading, anchor, text."""

from html.parser import HTMLParser

HEADINGS = frozenset({"h1", "h2", "h3"})
VOID = frozenset(
    {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
LEFT_OUT = ("data-search-exclude", "data-pagefind-ignore", "hidden", "aria-hidden")
"""Attributes of what is not searched."""
BODY = "data-pagefind-body"
"""Marks what is searched on a page; a page without it is not for readers."""


class _Sections(HTMLParser):
    """Gathers headings and the text below them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, list[str], list[str]]] = []
        self._open: list[str] = []
        self._body = 0
        self._silent = 0
        self._heading = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where the body, a heading and what is left out begin."""
        if tag in VOID:
            return
        self._open.append(tag)
        depth, values = len(self._open), dict(attrs)
        if BODY in values:
            self._body = depth
            self.found.append(("", [], []))
        elif self._body and not self._silent and any(name in values for name in LEFT_OUT):
            self._silent = depth
        elif self._body and not self._silent and tag in HEADINGS:
            self._heading = depth
            if tag != "h1":
                self.found.append((values.get("id") or "", [], []))

    def handle_endtag(self, tag: str) -> None:
        """Note where they end."""
        if tag in VOID or tag not in self._open:
            return
        while self._open:
            depth = len(self._open)
            self._body = 0 if self._body == depth else self._body
            self._silent = 0 if self._silent == depth else self._silent
            self._heading = 0 if self._heading == depth else self._heading
            if self._open.pop() == tag:
                return

    def handle_data(self, data: str) -> None:
        """Give text to the last heading, or to what stands below it."""
        if self._body and not self._silent and self.found:
            _, title, text = self.found[-1]
            (title if self._heading else text).append(data)


def page_sections(html: str) -> list[tuple[str, str, str]]:
    """Anchor, heading and text of each section of a readers' page; none for any other page."""
    reader = _Sections()
    reader.feed(html)
    reader.close()
    plain = [(a, _line(title), _line(text)) for a, title, text in reader.found]
    return [row for row in plain if row[1] or row[2]]


def _line(parts: list[str]) -> str:
    return " ".join(" ".join(parts).split())
