"""OpenDocument text (ODT): paragraphs and headings, title and author as the file states."""

import io
import zlib
from collections.abc import Iterator
from zipfile import BadZipFile

from lxml.etree import XMLSyntaxError, _Element
from odfdo import Document, Element
from odfdo.security import SecurityError

from generator.files.guarded import SAVE_ANEW, UnreadableError
from generator.read.formats.archives import check_archive
from generator.read.formats.blocks import (
    Article,
    Block,
    BlockKind,
    Bounds,
    make_article,
    with_title,
)
from generator.read.formats.hidden_styles import Style, find_hiding

TEXTS = "descendant::text:p|descendant::text:h"
NOT_TEXT = (
    "//text:tracked-changes|//office:annotation|//text:note|//text:hidden-text|//text:ruby-text"
    "|//text:script|//text:placeholder"
    "|//*[text:hidden-paragraph[not(@text:is-hidden='false')]]|//text:hidden-paragraph"
    "|//text:section[@text:display='none'"
    " or @text:display='condition' and not(@text:is-hidden='false')]"
)
"""Words that were deleted, comments, notes, programs, and what the author hid.

A hidden paragraph's mark stands in it; what a condition hides is hidden unless it says that it is
not so now.
"""
DISPLAY = "style:text-properties"
SPACES = frozenset({"s", "tab", "line-break"})
STYLES: dict[str, BlockKind] = {"Title": "title", "Quotations": "quote", "Caption": "caption"}
DAMAGED = (
    BadZipFile,
    zlib.error,
    SecurityError,
    XMLSyntaxError,
    AttributeError,
    KeyError,
    ValueError,
    TypeError,
    NotImplementedError,
    EOFError,
    OSError,
)
"""What a broken archive or a broken part of it ends in."""


def read(content: bytes, bounds: Bounds) -> tuple[Article, ...]:
    """The text of an ODT file."""
    check_archive(content, bounds)
    try:
        document = Document(io.BytesIO(content))
        _leave_out_unseen(document)
        blocks = [_block(element) for element in document.body.get_elements(TEXTS)]
        meta = document.meta
        stated = str(meta.title or "")
        author = str(meta.initial_creator or meta.creator or "")
    except DAMAGED as error:
        raise UnreadableError(
            f"it is damaged, or no OpenDocument text (.odt); {SAVE_ANEW}"
        ) from error
    told = [block for block in blocks if block.text.strip()]
    styled = next((b.text for b in told[:4] if b.kind == "title"), "")
    title = styled or stated or next(_first_heading(told), "")
    kept = [Block("heading", b.text) if b.kind == "title" else b for b in told]
    values = {"title": [title], "authors": author.split(";") if " " in author else []}
    return (make_article(with_title(kept, title), stated=values),)


def _leave_out_unseen(document: Document) -> None:
    """What a reader of the file is not shown is private, and no text."""
    content = document.content
    hidden = _hiding_styles(document)
    styled = content.get_elements("//text:span|//text:p|//text:h") if hidden else []
    unseen = (e for e in styled if e.get_attribute("text:style-name") in hidden)
    for element in (*content.get_elements(NOT_TEXT), *unseen):
        if element.parent is not None:
            element.delete()


def _hiding_styles(document: Document) -> frozenset[str]:
    """The file's own styles and those of its template, which its own are based on."""
    found: dict[str, Style] = {}
    for part in (document.styles, document.content):
        for style in part.get_elements("//style:style"):
            told = [p.get_attribute("text:display") for p in style.get_elements(DISPLAY)]
            says = next((display == "none" for display in told if display), None)
            below = str(style.get_attribute("style:parent-style-name") or "")
            found[str(style.get_attribute("style:name"))] = Style(says, below)
    return find_hiding(found)


def _first_heading(blocks: list[Block]) -> Iterator[str]:
    if blocks and blocks[0].kind == "heading":
        yield blocks[0].text


def _words(element: _Element) -> Iterator[str]:
    """The words of an element, with a space for each element that stands for white space."""
    yield element.text or ""
    for child in element:
        is_space = str(child.tag).rpartition("}")[2] in SPACES
        yield from (" ",) if is_space else _words(child)
        yield child.tail or ""


def _block(element: Element) -> Block:
    text = "".join(_words(element._xml_element))  # noqa: SLF001  odfdo's own text lacks some spaces
    if element.tag == "text:h":
        return Block("heading", text)
    return Block(STYLES.get(str(element.get_attribute("text:style-name")), "paragraph"), text)
