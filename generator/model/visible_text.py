"""What a reader sees of a stretch of source text: one function for the pages and for the proof.

White space is one space, control and bidirectional characters are a space, and in Markdown seeds
the markup is hidden; nothing else is changed.
"""

import re
import unicodedata
from functools import lru_cache

from generator.model.text import Document

INVISIBLE = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)
LONE = re.compile("[\ud800-\udfff]")
WHITE = re.compile(r"\s+")
MARKUP = (
    re.compile(r"^ {0,3}(?P<a>#{1,6}[ \t]+)", re.MULTILINE),
    re.compile(r"^ {0,3}(?P<a>>[ \t]?)", re.MULTILINE),
    re.compile(r"(?P<a>!?\[)[^\[\]\n]*(?P<b>\]\((?:https?://|[\w./#-]+\.)[^()\s]*\))"),
    re.compile(r"(?P<a>\*\*|__)(?=\S)[^\n]+?(?<=\S)(?P<b>(?P=a))"),
    re.compile(r"(?<![\w*_])(?P<a>[*_])(?=[^\s*_])[^\n*_]+?(?<=[^\s*_])(?P<b>(?P=a))(?![\w*_])"),
)


def shown(text: str) -> str:
    """The text with each run of white space, control and bidirectional characters as one space."""
    return WHITE.sub(" ", LONE.sub("\ufffd", INVISIBLE.sub(" ", text)))


def shown_text(document: Document, start: int, end: int) -> str:
    """What a page shows of a document's reading text between two offsets."""
    if document.media_type != "text/markdown":
        return shown(document.text[start:end])
    hidden = _hidden(document.text)
    return shown("".join(document.text[i] for i in range(start, end) if i not in hidden))


def same_words(one: str, other: str) -> bool:
    """Whether two texts are equal but for white space and the way accents are encoded."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", shown(text).strip())


@lru_cache(maxsize=256)
def _hidden(text: str) -> frozenset[int]:
    """Offsets of the characters that are Markdown's and not the author's."""
    found: set[int] = set()
    for pattern in MARKUP:
        for match in pattern.finditer(text):
            for group in pattern.groupindex:
                found.update(range(*match.span(group)))
    return frozenset(found)


def parsed_text(document: Document) -> str:
    """The reading text as a parser should see it, offsets unchanged: markup becomes spaces."""
    if document.media_type != "text/markdown":
        return document.text
    hidden = _hidden(document.text)
    return "".join(" " if i in hidden else c for i, c in enumerate(document.text))
