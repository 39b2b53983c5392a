"""OpenDocument text (ODT): paragraphs and headings, title and author as the file states."""

import io
import zlib
from collections.abc import Iterator
from zipfile import BadZipFile

from lxml.etree import XMLSyntaxError
from odfdo import Document, Element
from odfdo.security import SecurityError

from generator.files.guarded import UnreadableError
from generator.read.formats.archives import check_archive
from generator.read.formats.blocks import (
    Article,
    Block,
    BlockKind,
    Bounds,
    make_article,
    with_title,
)

TEXTS = "|".join(
    f"descendant::text:{name}[not(ancestor::text:tracked-changes or ancestor::office:annotation "
    "or ancestor::text:note)]"
    for name in ("p", "h")
)
"""What stands in the text: no words that were deleted, no comments, no notes."""
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
        blocks = [_block(element) for element in document.body.get_elements(TEXTS)]
        meta = document.meta
        stated = str(meta.title or "")
        author = str(meta.initial_creator or meta.creator or "")
    except DAMAGED as error:
        raise UnreadableError("it is damaged, or no OpenDocument text (.odt)") from error
    told = [block for block in blocks if block.text.strip()]
    styled = next((b.text for b in told[:4] if b.kind == "title"), "")
    title = styled or stated or next(_first_heading(told), "")
    kept = [Block("heading", b.text) if b.kind == "title" else b for b in told]
    values = {"title": [title], "authors": author.split(";") if " " in author else []}
    return (make_article(with_title(kept, title), stated=values),)


def _first_heading(blocks: list[Block]) -> Iterator[str]:
    if blocks and blocks[0].kind == "heading":
        yield blocks[0].text


def _block(element: Element) -> Block:
    text = str(element.text_recursive)
    if element.tag == "text:h":
        return Block("heading", text)
    return Block(STYLES.get(str(element.get_attribute("text:style-name")), "paragraph"), text)
