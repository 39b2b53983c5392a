"""RTF: its text by paragraphs, title and author as the file states."""

import re

from striprtf.striprtf import rtf_to_text

from generator.files.guarded import UnreadableError
from generator.read.formats.blocks import Article, Block, Bounds, make_article, with_title

INFO = r"\{{\\{}\s([^{{}}\\]{{1,500}})\}}"
TITLE, AUTHOR = re.compile(INFO.format("title")), re.compile(INFO.format("author"))
HEAD = 20_000
"""Characters in which the file states what it is."""


def read(content: bytes, bounds: Bounds) -> tuple[Article, ...]:
    """The text of an RTF file."""
    source = content.decode("latin-1")
    if not source.lstrip().startswith("{\\rtf"):
        raise UnreadableError("it is damaged, or no RTF")
    if len(source) > bounds.unpacked_bytes:
        raise UnreadableError(f"it has more than {bounds.unpacked_bytes} characters")
    try:
        text = rtf_to_text(source, errors="replace")
    except (ValueError, LookupError, IndexError) as error:
        raise UnreadableError("it is damaged, or no RTF") from error
    title, author = TITLE.search(source[:HEAD]), AUTHOR.search(source[:HEAD])
    blocks = [Block("paragraph", line) for line in text.split("\n")]
    stated = {
        "title": [title[1] if title else ""],
        "authors": author[1].split(";") if author else [],
    }
    return (make_article(with_title(blocks, stated["title"][0]), stated=stated),)
