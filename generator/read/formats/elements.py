"""Elements of a page to blocks: the tree that trafilatura leaves, or HTML that is all article."""

import re
from collections.abc import Iterator
from typing import Protocol

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from generator.read.formats.blocks import Block, BlockKind, table_row
from generator.read.formats.page_styles import (
    find_hiding_selectors,
    has_no_letters,
    hides_by_style,
    is_shown,
    names_with_letters,
)

KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("head", "h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("item", "li", "dd", "dt"), "list_item"),
    **dict.fromkeys(("quote", "blockquote"), "quote"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
}
"""Names of trafilatura and of HTML; `head` is trafilatura's heading."""
CONTAINERS = frozenset(
    {
        *KINDS,
        *("body", "p", "div", "list", "table", "code", "cell", "section", "article", "main"),
        *("header", "footer", "aside", "figure", "ul", "ol", "dl", "thead", "tbody", "tfoot"),
        *("td", "th", "pre", "hr", "address", "center", "details", "summary"),
    }
)
UNSEEN = frozenset(
    {"script", "style", "template", "noscript", "iframe", "svg", "math", "object", "nav", "title"}
)
MAY_HIDE = "//body//*[@hidden or @style or self::template or self::dialog[not(@open)]]"
NOTES = frozenset(
    {
        *("footnote", "footnotes", "noteref", "endnote", "endnotes", "rearnote", "rearnotes"),
        *("doc-footnote", "doc-noteref", "doc-endnote", "doc-endnotes"),
    }
)
"""What `epub:type` and `role` say of a note."""
BREAKS = frozenset({"lb", "br"})
ROWS = frozenset({"row", "tr"})
BREAK = re.compile(r"\n\s*\n|(?<=[.!?”\"’])\s*\n")


class Element(Protocol):
    """What is used of an element of lxml's tree."""

    @property
    def tag(self) -> object:
        """Its name; no text for a comment."""

    text: str | None
    tail: str | None

    def get(self, key: str) -> str | None:
        """An attribute."""

    def __iter__(self) -> Iterator["Element"]:
        """The children in order."""


def read_fragment(html: str, *, css: str = "") -> list[Block]:
    """Every block of HTML that is all article, without what its style sheet `css` hides.

    There are none where there is no text in it.
    """
    if not html.strip() or "\0" in html[:100]:
        return []
    try:
        tree = document_fromstring(html, parser=HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return []
    drop_hidden(tree, css=css)
    body = tree.find("body")
    return [] if body is None else list(find_blocks(body))


def drop_hidden(tree: HtmlElement, *, css: str = "") -> None:
    """Take out what the page hides, or its style sheet: it is private, and no text."""
    sheets = "\n".join([css, *(sheet.text or "" for sheet in tree.iter("style"))])
    _drop_by_style_sheet(tree, css)
    lettered = names_with_letters(sheets)
    for element in tree.xpath(MAY_HIDE):
        style = element.get("style") or ""
        unseen = element.tag == "dialog" and element.get("open") is None
        # what stands deeper may have a size and a colour of its own, by any style sheet
        if has_no_letters(style) and all(c.tag in BREAKS for c in element):
            unseen = unseen or lettered.isdisjoint(_names(element))
        if unseen or hides(str(element.tag), element.get("hidden"), style):
            element.drop_tree()


def _names(element: HtmlElement) -> set[str]:
    """What a selector may call an element, in small letters."""
    classes = (element.get("class") or "").lower().split()
    told = {"*", str(element.tag), *(f".{name}" for name in classes)}
    return {*told, f"#{(element.get('id') or '').lower()}"}


def _drop_by_style_sheet(tree: HtmlElement, css: str) -> None:
    sheets = [sheet.text or "" for sheet in tree.iter("style") if not sheet.get("media")]
    hiding = find_hiding_selectors("\n".join([css, *sheets]))
    for element in tree.xpath("//body//*[@class or @id]") if hiding else ():
        names = [f".{name}" for name in (element.get("class") or "").split()]
        names += [f"#{element.get('id')}"] if element.get("id") else []
        told = {f"{tag}{name}" for name in names for tag in ("", element.tag)}
        if not hiding.isdisjoint(told) and not is_shown(element.get("style") or ""):
            element.drop_tree()


def hides(name: str, hidden: str | None, style: str) -> bool:
    """Whether an element shows its reader nothing, by its name or by one of two attributes."""
    if name == "template" or (hidden is not None and hidden.strip().lower() != "until-found"):
        return True
    return hides_by_style(style)


def find_blocks(element: Element, kind: BlockKind = "paragraph") -> Iterator[Block]:
    """The blocks of an element in reading order; `kind` is what its own words are."""
    words = [element.text or ""]
    for child in element:
        if _is_note(child):
            pass
        elif child.tag in BREAKS:
            words.append("\n")
        elif child.tag in ROWS:
            yield from _row(child)
        elif child.tag in CONTAINERS:
            yield from _paragraphs(words, kind)
            words = []
            yield from find_blocks(child, KINDS.get(str(child.tag), kind))
        else:
            words.append(_inline(child))
        words.append(child.tail or "")
    yield from _paragraphs(words, kind)


def _inline(element: Element) -> str:
    """The words of an element in a line; none of a comment or a script."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN or _is_note(element):
        return ""
    inside = [("\n" if c.tag in BREAKS else _inline(c)) + (c.tail or "") for c in element]
    return (element.text or "") + "".join(inside)


def _is_note(element: Element) -> bool:
    """A book's footnote, or the mark in the text that leads to one."""
    kinds = f"{element.get('epub:type') or ''} {element.get('role') or ''}".split()
    return not NOTES.isdisjoint(kinds)


def _row(row: Element) -> Iterator[Block]:
    yield from table_row([[b.text for b in find_blocks(cell)] for cell in row])


def _paragraphs(words: list[str], kind: BlockKind) -> Iterator[Block]:
    for text in BREAK.split("".join(words)):
        if text.strip():
            yield Block(kind, text)
