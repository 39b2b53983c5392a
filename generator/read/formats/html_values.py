"""Words that a field of a record says as HTML: what a reader of a page would see of them.

Programs that collect articles keep the page's own HTML in a field, whole or in pieces. A comment
or a hidden element in it is private, wherever it stands and whatever the field begins with.
"""

import re
from html import unescape

from generator.read.formats.blocks import Block
from generator.read.formats.elements import CONTAINERS, UNSEEN, read_fragment
from generator.read.formats.markdown_blocks import BLOCK_TAGS, INLINE_TAGS

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
PAGE = frozenset(
    {"body", "button", "form", "head", "html", "label", "strike", "time", "tr", "tt", "dialog"}
)
NAMES = CONTAINERS | UNSEEN | VOID | PAGE | INLINE_TAGS | BLOCK_TAGS
"""What HTML calls its elements; another name in angle brackets is the author's own words."""
DECLARED = re.compile(
    r"<!--|<!\[CDATA\[|<!(?:doctype|entity|element|attlist|notation)\b|<\?[a-z]"
    r"|<(?:!(?=[\sa-z])|/(?=\s))[^<>]*>",
    re.IGNORECASE,
)
"""What a browser takes for a declaration or a comment, also where it is badly made."""
TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[a-z][a-z0-9:_.-]{0,60})(?P<more>\s+[a-z][^<>]*+)?\s*+/?>", re.IGNORECASE
)
SHOWS_OR_HIDES = re.compile(r"\s(?:hidden|style|class)(?=[\s=/]|$)", re.IGNORECASE)
"""What an element of any name says of how it is shown."""
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
PARAGRAPHS = re.compile(r"\n\s*\n")
LINES = re.compile(r"\n")


def holds_html(text: str) -> bool:
    """Whether a text has a comment, an element or an entity of HTML in it, wherever it stands.

    A lone tag in a sentence is what the author writes of, unless it is one that has no end.
    """
    if DECLARED.search(text) or ENTITY.search(text):
        return True
    open_tags: set[str] = set()
    for tag in TAG.finditer(text):
        name = tag["name"].lower()
        if SHOWS_OR_HIDES.search(tag["more"] or "") or (tag["end"] and name in open_tags):
            return True
        if name not in NAMES:
            open_tags.add(name)
            continue
        if tag["end"] or tag["more"] or name in VOID or not text[: tag.start()].strip():
            return True
        if name in open_tags:
            return True
        open_tags.add(name)
    return False


def field_blocks(text: str, *, html: bool) -> list[Block]:
    """The paragraphs of a field's words; `html` says that the field is always HTML."""
    if not html and not holds_html(text):
        return [Block("paragraph", part) for part in _paragraphs(text)]
    source = _unescaped(text)
    if not any(tag["name"].lower() in CONTAINERS for tag in TAG.finditer(source)):
        # In one element: what is hidden over a blank line is hidden on both sides of it.
        source = f"<p>{'<br><br>'.join(_paragraphs(source))}</p>"
    return read_fragment(source)


def field_words(text: str, *, html: bool) -> str:
    """A field's words in one line."""
    if not html and not holds_html(text):
        return text
    return " ".join(block.text for block in read_fragment(_unescaped(text)))


def _unescaped(text: str) -> str:
    """HTML that was escaped as a whole, once more than it had to be."""
    plain = unescape(text)
    whole = not DECLARED.search(text) and not TAG.search(text)
    return plain if whole and (DECLARED.search(plain) or TAG.search(plain)) else text


def _paragraphs(text: str) -> list[str]:
    return (PARAGRAPHS if PARAGRAPHS.search(text) else LINES).split(text)
