"""Texts that are no article: markup, mail, logs, tables, code, columns side by side.

Each is told by its form alone, from many lines that agree, so that an article that quotes a line of
code or holds a table stays an article. What is told here is kept, set aside whole, and named.
"""

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from generator.model.rules import ZoneRule

SAMPLE_LINES = 2_000
MOST_OF = 0.5
"""At least this share of the lines must look alike."""
FEW_LINES = 4
LONGEST_LINE = 400
"""Characters of a line that are looked at."""

TAG = re.compile(
    r"</?(?:a|article|b|body|br|div|em|figure|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|"
    r"input|li|link|main|meta|nav|ol|p|script|section|small|span|strong|style|sup|svg|table|tbody|"
    r"td|th|time|title|tr|ul)\b[^<>]{0,400}>",
    re.IGNORECASE,
)
HTML_START = re.compile(r"\s*+<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
XML_START = re.compile(r"\s*+<\?xml\s")
FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\b")
MAIL_HEADER = re.compile(
    r"(?:received|message-id|return-path|mime-version|content-type|delivered-to|dkim-signature|"
    r"content-transfer-encoding|x-[a-z-]{1,40}|from|to|cc|subject|date|reply-to):\s",
    re.IGNORECASE,
)
MAIL_MARK = re.compile(
    r"(?:received|message-id|return-path|mime-version|content-type|delivered-to):\s", re.IGNORECASE
)
LOG_LINE = re.compile(
    r"\[?(?:\d{4}-\d\d-\d\d[T ]|[A-Z][a-z]{2} [ \d]\d )\d\d:\d\d:\d\d|\S{1,60} - - \[\d\d/[A-Z]"
)
BASE64_LINE = re.compile(r"[A-Za-z0-9+/]{40,}={0,2}")
CODE_LINE = re.compile(
    r"(?=.*[=(){}\[\]]).*(?:[;{}]|(?<!:\d\d)\)\s?:|=>|\*/)$|\s*+(?://|/\*|#include|#!|"
    r"import [\w.{}, ]+$|from [\w.]+ import |def \w+\(|class \w+[:({]|function\b.*\{|return\b.*;)"
)
LONGEST_CODE = 160
CELL = re.compile(r"\t|\s\|\s|\|")
GAP = re.compile(r"(?<! ) {4,}+(?=\S)")
"""White space inside a line that is wider than any sentence has."""
COLUMN_LINES = 4
COLUMN_SPREAD = 2
"""Characters by which the right column's beginning may differ from line to line."""
LEFT_WORDS, RIGHT_WORDS = 3, 3
"""Words on both sides of the gap: prose stands there, and no label or number of a table."""
MARKUP_SHARE = 0.6
"""Share of the lines that begin with a tag, in a text that does not begin as a page does."""

Lines = Sequence[str]


class TextForm(Struct, frozen=True):
    """What a text is instead of an article, and what its owner can do."""

    rule: ZoneRule
    """That of its zones."""
    name: str
    advice: str

    @property
    def warning(self) -> str:
        """What the owner is told."""
        return f"it looks like {self.name}: nothing of it is used; {self.advice}"


HTML = TextForm("looks_like_html", "HTML", "save the page's text, not its source")
FEED_FORM = TextForm("looks_like_feed", "a news feed", "save each article as a file of its own")
XML = TextForm("looks_like_xml", "XML", "save its text as a file of its own")
MAIL = TextForm("looks_like_mail", "an e-mail with its headers", "save the message's text alone")
LOG = TextForm("looks_like_log", "a log", "take it out of the folder")
BASE64 = TextForm(
    "looks_like_encoded_data", "encoded data", "take it out of the folder, or decode it first"
)
CODE = TextForm("looks_like_code", "program code", "take it out of the folder")
TABLE = TextForm(
    "looks_like_table", "a table", "take it out of the folder, or write what it says as sentences"
)
COLUMNS = TextForm(
    "looks_like_columns",
    "columns that stand side by side",
    "copy one column after the other into the file",
)
BINARY = TextForm(
    "looks_like_binary", "no text but data", "take it out of the folder, or save it as UTF-8"
)


def find_form(text: str, *, markdown: bool) -> TextForm | None:
    """What a text is instead of an article, None where it reads as one."""
    if text.count("\0") > len(text) / 20:
        return BINARY
    sample = text[: LONGEST_LINE * SAMPLE_LINES].split("\n")[:SAMPLE_LINES]
    lines = [line[:LONGEST_LINE].rstrip() for line in sample if line.strip()]
    for form, test in TESTS:
        if markdown and form in (TABLE, CODE, HTML):
            continue  # Markdown has fences, tables and tags of its own
        if test(lines):
            return form
    return None


def _is_html(lines: Lines) -> bool:
    head = "\n".join(lines[:5])
    if HTML_START.match(head):
        return True
    return len(lines) >= FEW_LINES and _share(lines, _begins_with_tag) >= MARKUP_SHARE


def _begins_with_tag(line: str) -> bool:
    return TAG.match(line.lstrip()) is not None


def _is_feed(lines: Lines) -> bool:
    return FEED.search("\n".join(lines[:5])) is not None


def _is_xml(lines: Lines) -> bool:
    return XML_START.match("\n".join(lines[:2])) is not None


def _is_mail(lines: Lines) -> bool:
    """Three header lines at the top, one of them such as only programs write."""
    head = lines[:12]
    found = [line for line in head if MAIL_HEADER.match(line)]
    starts = bool(lines) and MAIL_HEADER.match(lines[0]) is not None
    return starts and len(found) >= 3 and any(MAIL_MARK.match(line) for line in found)


def _is_log(lines: Lines) -> bool:
    return len(lines) >= FEW_LINES and _share(lines, LOG_LINE.match) >= MOST_OF


def _is_base64(lines: Lines) -> bool:
    long = [line for line in lines if BASE64_LINE.fullmatch(line)]
    mixed = [line for line in long if re.search("[0-9+/]", line) and re.search("[a-z]", line)]
    return bool(mixed) and sum(map(len, mixed)) >= MOST_OF * sum(map(len, lines))


def _is_code(lines: Lines) -> bool:
    return len(lines) >= FEW_LINES and _share(lines, _looks_like_code) >= MOST_OF


def _looks_like_code(line: str) -> bool:
    return len(line) <= LONGEST_CODE and CODE_LINE.match(line) is not None


def _is_table(lines: Lines) -> bool:
    """Most lines have as many cells as each other, three or more, and few words in a cell."""
    rows = [CELL.split(line.strip("|")) for line in lines if CELL.search(line)]
    if len(lines) < FEW_LINES or len(rows) < 0.7 * len(lines):
        return False
    cells = [cell.strip() for row in rows for cell in row]
    short = sum(len(cell.split()) <= 6 for cell in cells)
    return min(map(len, rows)) >= 2 and len(cells) >= 3 * len(rows) and short >= 0.8 * len(cells)


def _is_columns(lines: Lines) -> bool:
    """Many lines with prose on both sides of a gap that stands at one place."""
    places: list[int] = []
    for line in lines:
        gaps = list(GAP.finditer(line.strip("\n")))
        if len(gaps) != 1 or line[:1].isspace():
            continue
        left, right = line[: gaps[0].end()], line[gaps[0].end() :]
        if _is_prose(left, LEFT_WORDS) and _is_prose(right, RIGHT_WORDS):
            places.append(gaps[0].end())
    if len(places) < COLUMN_LINES or len(places) < 0.3 * len(lines):
        return False
    middle = sorted(places)[len(places) // 2]
    return sum(abs(p - middle) <= COLUMN_SPREAD for p in places) >= 0.8 * len(places)


def _is_prose(words: str, least: int) -> bool:
    found = [w for w in words.split() if w[:1].isalpha()]
    return len(found) >= least and sum(w[:1].islower() for w in found) >= len(found) / 3


def _share(lines: Lines, test: Callable[[str], object]) -> float:
    return sum(bool(test(line)) for line in lines) / len(lines) if lines else 0.0


TESTS: tuple[tuple[TextForm, Callable[[Lines], bool]], ...] = (
    (FEED_FORM, _is_feed),
    (HTML, _is_html),
    (XML, _is_xml),
    (MAIL, _is_mail),
    (LOG, _is_log),
    (BASE64, _is_base64),
    (COLUMNS, _is_columns),
    (TABLE, _is_table),
    (CODE, _is_code),
)
