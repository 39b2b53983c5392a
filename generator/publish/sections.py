"""The readers' pages cut into sections, for an index that no engine made: heading, anchor, text."""

from collections.abc import Mapping

from lxml import etree

from generator.publish.frame import PROOFS

HEADINGS = frozenset({"h1", "h2", "h3"})
VOID = frozenset(
    {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
LEFT_OUT = frozenset({"data-search-exclude", "data-pagefind-ignore", "hidden", "aria-hidden"})
"""Attributes of what is not searched."""
BODY = "data-pagefind-body"
"""Marks what is searched on a page; a page without it is not for readers."""


class _Sections:
    """Gathers headings and the text below them; what libxml2's parser tells its target."""

    def __init__(self) -> None:
        self.found: list[tuple[str, list[str], list[str]]] = []
        self._open: list[str] = []
        self._body = 0
        self._silent = 0
        self._heading = 0
        self._reading = False
        """Whether the last that was told is text: it comes in pieces, one an entity."""

    def start(self, tag: str, values: Mapping[str, str]) -> None:
        """Note where the body, a heading and what is left out begin."""
        self._reading = False
        if tag in VOID:
            return
        self._open.append(tag)
        depth = len(self._open)
        if BODY in values:
            self._body = depth
            self.found.append(("", [], []))
        elif self._body and not self._silent and _is_left_out(values):
            self._silent = depth
        elif self._body and not self._silent and tag in HEADINGS:
            self._heading = depth
            if tag != "h1":
                self.found.append((values.get("id", ""), [], []))

    def end(self, tag: str) -> None:
        """Note where they end."""
        self._reading = False
        if tag in VOID or tag not in self._open:
            return
        while self._open:
            depth = len(self._open)
            self._body = 0 if self._body == depth else self._body
            self._silent = 0 if self._silent == depth else self._silent
            self._heading = 0 if self._heading == depth else self._heading
            if self._open.pop() == tag:
                return

    def data(self, data: str) -> None:
        """Give text to the last heading, or to what stands below it."""
        if self._body and not self._silent and self.found:
            _, title, text = self.found[-1]
            parts = title if self._heading else text
            parts[-1:] = [parts[-1] + data] if self._reading and parts else [*parts[-1:], data]
        self._reading = True

    def close(self) -> list[tuple[str, list[str], list[str]]]:
        """What was found, when the page has ended."""
        return self.found


def _is_left_out(values: Mapping[str, str]) -> bool:
    classes = values.get("class", "").split()
    return not (LEFT_OUT.isdisjoint(values) and PROOFS.isdisjoint(classes))


def page_sections(html: str) -> list[tuple[str, str, str]]:
    """Anchor, heading and text of each section of a readers' page; none for any other page."""
    found = etree.HTML(html, etree.HTMLParser(target=_Sections(), huge_tree=True))
    plain = [(a, _line(title), _line(text)) for a, title, text in found]
    return [row for row in plain if row[1] or row[2]]


def _line(parts: list[str]) -> str:
    return " ".join(" ".join(parts).split())
