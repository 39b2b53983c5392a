"""Texts that are no article: markup, mail, logs, tables, code, columns side by side.

Each is told by its form alone, from many lines that agree, so that an article that quotes a line of
code or holds a table stays an article. What is told here is kept, set aside whole, and named.
"""

import re
from collections.abc import Callable

from msgspec import Struct

from generator.model.rules import ZoneRule
from generator.read.data_forms import (
    FEW_LINES,
    Lines,
    is_article,
    is_code,
    is_columns,
    is_element,
    is_encoded,
    is_log,
    is_rows,
    share,
)
from generator.read.text_forms.older_programs import (
    is_assembly,
    is_build_rules,
    is_capital_program,
)
from generator.read.text_forms.programs import is_dump, is_history, is_program, is_typeset
from generator.read.text_forms.raw_forms import (
    is_delimited,
    is_dense_code,
    is_marked_up,
    is_message,
    is_packed,
    is_record_of_moments,
    is_side_by_side,
    is_tagged,
    without_margin,
)
from generator.read.text_forms.records import are_subtitles, is_record

SAMPLE_LINES = 2_000
LONGEST_LINE = 400
"""Characters of a line that are looked at."""

TAG = re.compile(
    r"</?(?:a|article|b|body|br|div|em|figure|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|"
    r"input|li|link|main|meta|nav|ol|p|script|section|small|span|strong|style|sup|svg|table|tbody|"
    r"td|th|time|title|tr|ul)\b[^<>]{0,400}>",
    re.IGNORECASE,
)
HTML_START = re.compile(r"\s*+<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
BLOCKS = r"(?:article|body|div|h[1-6]|main|ol|p|section|table|ul)"
BLOCK_START = re.compile(rf"<{BLOCKS}\b[^<>]{{0,400}}>", re.IGNORECASE)
BLOCK_END = re.compile(rf"</{BLOCKS}>$", re.IGNORECASE)
"""A text that begins and ends with elements of a page is part of one, however few its lines."""
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
CELL = re.compile(r"\t|\s\|\s|\|")
MARKUP_SHARE = 0.6
"""Share of the lines that begin with a tag, in a text that does not begin as a page does."""
OF_MARKDOWN = re.compile(r"^(?: {0,3}(?:```|~~~|#{1,6} \S|\||>)|.*</?[a-z])", re.MULTILINE)
"""A fence, a heading, a row, a quotation or a tag, which Markdown has of its own."""


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
TYPESET = TextForm("looks_like_code", "typesetting code", "save what it gives as .pdf or .txt")
RECORDS = TextForm(
    "looks_like_records",
    "records or a list",
    "take it out of the folder, or write what it says as sentences",
)
SUBTITLES = TextForm(
    "looks_like_subtitles", "subtitles", "save them as .srt or .vtt, with all their times"
)
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
    if not markdown and not _is_html(lines):
        if BLOCK_START.match(text.lstrip()) and BLOCK_END.search(text.rstrip()[-12:]):
            return HTML
        if is_element(text):
            return XML
    held = IN_ARTICLES if is_article(sample) else ()
    own = markdown and OF_MARKDOWN.search(text) is not None
    for form, test in TESTS:
        if form in held or (own and form in (TABLE, CODE, HTML, RECORDS)):
            continue
        if test(lines):
            return form
    return None


def _is_html(lines: Lines) -> bool:
    head = "\n".join(lines[:5])
    if HTML_START.match(head):
        return True
    return len(lines) >= FEW_LINES and share(lines, _begins_with_tag) >= MARKUP_SHARE


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


def _is_table(lines: Lines) -> bool:
    """Most lines have as many cells as each other, three or more, and few words in a cell."""
    rows = [CELL.split(line.strip("|")) for line in lines if CELL.search(line)]
    if len(lines) < FEW_LINES or len(rows) < 0.7 * len(lines):
        return False
    cells = [cell.strip() for row in rows for cell in row]
    short = sum(len(cell.split()) <= 6 for cell in cells)
    return min(map(len, rows)) >= 2 and len(cells) >= 3 * len(rows) and short >= 0.8 * len(cells)


TESTS: tuple[tuple[TextForm, Callable[[Lines], bool]], ...] = (
    (FEED_FORM, _is_feed),
    (HTML, _is_html),
    (XML, _is_xml),
    (MAIL, _is_mail),
    (MAIL, is_message),
    (HTML, is_tagged),
    (XML, is_marked_up),
    (LOG, is_log),
    (LOG, is_record_of_moments),
    (LOG, is_history),
    (SUBTITLES, are_subtitles),
    (TYPESET, is_typeset),
    (BASE64, is_encoded),
    (COLUMNS, lambda lines: is_columns(without_margin(lines)) or is_side_by_side(lines)),
    (TABLE, _is_table),
    (TABLE, is_rows),
    (CODE, is_code),
    (CODE, is_dense_code),
    (BASE64, is_packed),
    (TABLE, is_delimited),
    (CODE, is_program),
    (CODE, is_dump),
    (CODE, is_capital_program),
    (CODE, is_assembly),
    (CODE, is_build_rules),
    (RECORDS, is_record),
)
IN_ARTICLES = (LOG, BASE64, TABLE, CODE, RECORDS)
"""What an article may hold, and stays one."""
