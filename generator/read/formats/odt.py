"""OpenDocument text (ODT): paragraphs and headings, title and author as the file states."""

import io
from collections.abc import Iterator

from lxml.etree import _Element
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
from generator.read.formats.damage import DAMAGED
from generator.read.formats.hidden_styles import Style, find_hiding, known_styles, style_key

TEXTS = "descendant::text:p|descendant::text:h"
NOT_TEXT = (
    "//text:tracked-changes|//office:annotation|//text:note|//text:hidden-text|//text:ruby-text"
    "|//text:script|//text:placeholder"
    "|//text:hidden-paragraph"
)
"""Words that were deleted, comments, notes, programs, and what the author hid."""
HIDDEN_HERE = "//text:hidden-paragraph|//text:section[@text:display]"
"""A hidden paragraph's mark stands in it; a section says itself whether it is shown."""
DISPLAY = "style:text-properties"
SPACES = frozenset({"s", "tab", "line-break"})
STYLES: dict[str, BlockKind] = {"Title": "title", "Quotations": "quote", "Caption": "caption"}


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
    except (*DAMAGED, SecurityError) as error:
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
    unseen = (e for e in styled if style_key(str(e.get_attribute("text:style-name"))) in hidden)
    told = [_hidden_here(e) for e in content.get_elements(HIDDEN_HERE)]
    for element in (*filter(None, told), *content.get_elements(NOT_TEXT), *unseen):
        if element.parent is not None:
            element.delete()


def _hidden_here(mark: Element) -> Element | None:
    """What a mark hides now; what a condition hides is hidden unless it says it is not."""
    paragraph = mark.tag == "text:hidden-paragraph"
    display = "condition" if paragraph else _folded(mark.get_attribute("text:display"))
    now = _folded(mark.get_attribute("text:is-hidden")) != "false"
    if display == "none" or (display == "condition" and now):
        return mark.parent if paragraph else mark
    return None


def _hiding_styles(document: Document) -> frozenset[str]:
    """The file's own styles and those of its template, which its own are based on."""
    found: list[tuple[str, Style]] = []
    for part in (document.styles, document.content):
        for style in part.get_elements("//style:style"):
            told = [p.get_attribute("text:display") for p in style.get_elements(DISPLAY)]
            says = next((_folded(display) == "none" for display in told if display), None)
            below = str(style.get_attribute("style:parent-style-name") or "")
            found.append((str(style.get_attribute("style:name")), Style(says, below)))
    return find_hiding(known_styles(found))


def _folded(value: object) -> str:
    """What an attribute says; its letters may be capitals."""
    return "" if value is None else str(value).strip().lower()


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
