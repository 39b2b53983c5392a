"""Words that a field of a record says as HTML: what a reader of a page would see of them.

Programs that collect articles keep the page's own HTML in a field, whole or in pieces. A comment
or a hidden element in it is private, wherever it stands and whatever the field begins with.
"""

import re
from html import unescape

from generator.read.formats.blocks import Block
from generator.read.formats.elements import CONTAINERS, read_fragment
from generator.read.formats.markdown_blocks import INLINE_TAGS

DECLARED = re.compile(
    r"<!\[CDATA\[|<!(?:doctype|entity|element|attlist|notation)\b|<\?[a-z]"
    r"|<(?:!(?=[\sa-z])|/(?=\s))[^<>]*>",
    re.IGNORECASE,
)
"""What a browser takes for a declaration or a comment, also where it is badly made."""
COMMENT, END = "<!--", "-->"
BROKEN = frozenset({"br", "p"})
"""Elements that break a text and need no end."""
STRUCTURE = CONTAINERS - {"details", "summary"}
FORMATTING = INLINE_TAGS - {"a", "img"} | {"dialog"}
TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[a-z][a-z0-9:_.-]{0,60})(?P<more>\s+[a-z][^<>]*+)?\s*+/?>", re.IGNORECASE
)
SHOWS_OR_HIDES = re.compile(r"\s(?:hidden|style|class)(?=[\s=/]|$)", re.IGNORECASE)
"""What an element of any name says of how it is shown."""
PARAGRAPHS = re.compile(r"\n\s*\n")
LINES = re.compile(r"\n")


def _holds_html(source: str) -> bool:
    """Whether a text is HTML: it has comments, parts of a page or letters marked in it.

    A lone tag, a link or a program in a sentence is what its author writes of, and stays.
    """
    begun = source.find(COMMENT)
    if DECLARED.search(source) or (begun >= 0 and END in source[begun:]):
        return True
    open_tags: set[str] = set()
    for tag in TAG.finditer(source):
        name = tag["name"].lower()
        ends = tag["end"] and (name in STRUCTURE or name in open_tags)
        if ends or name in BROKEN or SHOWS_OR_HIDES.search(tag["more"] or ""):
            return True
        if name in FORMATTING:
            open_tags.add(name)
    return False


def field_blocks(text: str, *, html: bool) -> list[Block]:
    """The paragraphs of a field's words; `html` says that the field is always HTML."""
    source = _unescaped(text)
    if not html and not _holds_html(source):
        return [Block("paragraph", part) for part in _paragraphs(text)]
    if not any(tag["name"].lower() in CONTAINERS for tag in TAG.finditer(source)):
        # In one element: what is hidden over a blank line is hidden on both sides of it.
        source = f"<p>{'<br><br>'.join(_paragraphs(source))}</p>"
    return read_fragment(source)


def field_words(text: str, *, html: bool) -> str:
    """A field's words in one line."""
    source = _unescaped(text)
    if not html and not _holds_html(source):
        return text
    return " ".join(block.text for block in read_fragment(source))


def _unescaped(text: str) -> str:
    """HTML that was escaped as a whole, once more than it had to be."""
    plain = unescape(text)
    whole = not DECLARED.search(text) and not TAG.search(text)
    return plain if whole and (DECLARED.search(plain) or TAG.search(plain)) else text


def _paragraphs(text: str) -> list[str]:
    return (PARAGRAPHS if PARAGRAPHS.search(text) else LINES).split(text)
