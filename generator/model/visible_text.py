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
TEXT = r"(?:[^\[\]\n]|\n(?!\s*\n)){0,500}"
TITLE = r"(?:\s{1,9}(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?"
TARGET = (
    r"(?:<[^<>\n]{0,999}>|(?=[^\s()]{0,999}[./#:])"
    r"[^\s()<>]{1,999}(?:\([^\s()]{0,99}\)[^\s()]{0,99})?)"
)
TAGS = (
    "a|abbr|article|aside|b|blockquote|br|center|cite|code|dd|div|dl|dt|em|figcaption|figure|font|"
    "footer|h[1-6]|header|hr|i|iframe|img|li|main|mark|nav|ol|p|picture|pre|q|s|section|small|source|"
    "script|span|strong|style|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul|video"
)
BLOCK_MARKUP = (
    re.compile(r"^ {0,3}(?P<a>#{1,6}[ \t]+)", re.MULTILINE),
    re.compile(r"^ {0,3}(?P<a>>[ \t]?(?:\[![\w-]{1,40}\][+-]?[ \t]?)?)", re.MULTILINE),
    re.compile(r"^ {0,3}(?P<a>={3,}|-{3,}|\*{3,}|_{3,})[ \t]*$", re.MULTILINE),
)
"""What says at a line's beginning what the line is."""
INLINE_MARKUP = (
    re.compile(r"(?P<a><(script|style)\b[^<>]{0,2000}>[^<]{0,9999}</\2\s?>)", re.IGNORECASE),
    re.compile(rf"(?P<a></?(?:{TAGS})(?:\s[^<>]{{0,2000}})?/?>)", re.IGNORECASE),
    re.compile(r"(?P<a>\{\{[<%][^{}]{0,2000}[>%]\}\})"),
    re.compile(
        rf"^ {{0,3}}(?P<a>\[(?!\^)[^\[\]\n]{{1,200}}\]:[ \t]+\S{{1,999}}{TITLE}[ \t]*)$",
        re.MULTILINE,
    ),
    re.compile(r"(?P<a>!\[\[[^\[\]\n]{1,300}\]\])"),
    re.compile(r"(?P<a>\[\[(?:[^\[\]|\n]{1,300}\|)?)[^\[\]|\n]{1,300}(?P<b>\]\])"),
    re.compile(rf"(?P<a>!\[{TEXT}\]\(\s{{0,9}}{TARGET}{TITLE}\s{{0,9}}\))"),
    re.compile(rf"(?P<a>!\[{TEXT}\]\[[^\[\]\n]{{0,200}}\])"),
    re.compile(rf"(?P<a>\[){TEXT}(?P<b>\]\(\s{{0,9}}{TARGET}{TITLE}\s{{0,9}}\))"),
    re.compile(rf"(?P<a>\[){TEXT}(?P<b>\]\[[^\[\]\n]{{0,200}}\])"),
    re.compile(r"(?P<a>\*\*|__)(?=\S)[^\n]{1,400}?(?<=\S)(?P<b>(?P=a))"),
    re.compile(r"(?<![\w*_])(?P<a>[*_])(?=[^\s*_])[^\n*_]+?(?<=[^\s*_])(?P<b>(?P=a))(?![\w*_])"),
)
"""Tags, shortcodes, targets and titles of links, images, emphasis: no words of the text."""


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


def without_markup(text: str) -> str:
    """A Markdown text with its markup as spaces, offsets unchanged."""
    return _blank(text, _hidden(text))


def without_inline_markup(text: str) -> str:
    """A Markdown text of which only what stands at a line's beginning is left as markup."""
    return _blank(text, _offsets(text, INLINE_MARKUP))


def parsed_text(document: Document) -> str:
    """The reading text as a parser should see it, offsets unchanged: markup becomes spaces."""
    markdown = document.media_type == "text/markdown"
    return without_markup(document.text) if markdown else document.text


def _blank(text: str, hidden: frozenset[int]) -> str:
    if not hidden:
        return text
    return "".join(" " if i in hidden and c != "\n" else c for i, c in enumerate(text))


@lru_cache(maxsize=256)
def _hidden(text: str) -> frozenset[int]:
    """Offsets of the characters that are Markdown's and not the author's."""
    return _offsets(text, (*BLOCK_MARKUP, *INLINE_MARKUP))


def _offsets(text: str, patterns: tuple[re.Pattern[str], ...]) -> frozenset[int]:
    found: set[int] = set()
    for pattern in patterns:
        for match in pattern.finditer(text):
            for group in pattern.groupindex:
                found.update(range(*match.span(group)))
    return frozenset(found)
