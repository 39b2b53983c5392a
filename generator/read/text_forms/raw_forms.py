"""More of what is no article: records with a moment, delimited rows, dense code, packed letters.

Each family is told from what its lines have in common, and none of a text whose lines are
sentences.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from textwrap import dedent

from generator.read.data_forms import (
    CLOCK,
    FEW_LINES,
    MOST_CELL_WORDS,
    MOST_OF,
    QUOTED_CELL,
    SAME_CELLS,
    Lines,
    is_paragraph,
    is_prose,
    is_told,
    most_common,
    share,
)

NEARLY_ALL = 0.8
DAY = r"\d{1,4}[./-](?:\d{1,2}|[A-Z][a-z]{2})(?:[./-]\d{2,4})?"
MOMENT = re.compile(
    rf"\[?{DAY}[T ,:]{{1,2}}{CLOCK}|\[ {{0,12}}\d{{1,9}}\.\d{{3,9}}\]"
    r"|(?:\S{1,200} ){2,5}\[\d\d/[A-Z][a-z]{2}/\d{4}:"
)
"""A day in any order with a time to the second, seconds since the start, a server's brackets."""
FRAME = re.compile(
    r"\s{1,40}\w{2,4} [\w$]{1,60}(?:[./][\w$<>]{1,60}){1,20}\(|\s{1,40}(?:File \"|\.\.\. \d{1,6} )"
)
"""A line of a stack trace."""
WIRE = re.compile(r"HTTP/\d|[<>] (?:[A-Z][\w-]{0,60}: |[A-Z]{3,7} /|HTTP/)")
"""What a program and a server say to each other."""
BRANCH = "*|\\/_ "
"""What branches of versions are drawn with."""
RIGHTS = re.compile(r"[-dlbcps](?:[r-][w-][xsStT-]){3}[.+@]?\s")
NAME_OF_SEQUENCE = ">"
"""Begins the line above a sequence of letters that stand for proteins or genes."""
PACKED = re.compile(r"[!-~]{16,}")
ADDRESS = re.compile(r"(?:[a-z]{2,10}://|/|\.{1,2}/|[A-Z]:\\)[!-~]{1,400}$")
BYTES = re.compile(r"(?:(?:0x|\\x)[0-9A-Fa-f]{2,8}[,;]?\s*+){4,}\W{0,4}$")
DATA_ADDRESS = re.compile(r"data:[a-z]{1,20}/[\w.+-]{1,60};base64,")
ESCAPES = re.compile(r"=(?:[0-9A-F]{2}|$)")
SIGNS = re.compile(r"[{}()\[\];=<>|\\$&]")
DENSE = 0.09
"""Share of a text's letters that are signs of code; reports with many brackets stay below."""
BRACES = re.compile(r"[{}]|=>|\(\)|\)\)")
ESCAPED_TAG = re.compile(r"\\u003c/?[a-z]", re.IGNORECASE)
SHEBANG = re.compile(r"#!/|%!PS\b")
BLOCK_OF_RECORD = re.compile(r"BEGIN:V[A-Z]+$|@[a-z]+\{[^\s,]*,$", re.IGNORECASE)
KEY_VALUE = re.compile(
    r"[a-z][\w.-]{0,40}:(?: \S| *$)|[\w.-]{1,60} *=(?!=)|[A-Z][A-Z0-9]  -|\[[\w.\" -]{1,60}\]$"
    r"|\[?\w{1,30} \"[^\"]*\"\]?$|[A-Z][A-Z-]{1,30}(?:;[^:]{1,60})?:\S"
)
CONTINUED = re.compile(r"\s*+(?:[\]})][,;]?|[\w.\"'-]{1,60},|#.*|\"[^\"]*\")$|\s")
STATEMENT = re.compile(r"\s*+(?:[A-Z]{4,10}\b[^a-z.]{0,3}.*[\w,)(*;]|\(.*\)[,;]?)$")
"""A word in capitals that begins a line of a query, or a row of values in brackets."""
QUERY_SIGN = re.compile(r"[a-z]\w{0,60}\.\w|\(|[<>=*]|'[^']{0,200}'\s?[,)]")
ENTRY = re.compile(r"(?:\s?\.){4,200}\s{0,9}[\d,.]{1,12}$")
"""An entry whose dots lead to its number."""
WIDE = re.compile(r"\t{1,9}| {2,200}| ?\| ?")
NUMBER = re.compile(r"[-+$€£]?\d[\d.,:/-]*%?$")
CELL_MARKS = (re.compile(r",(?!\d{3}(?!\d))|(?<!\d),"), re.compile(";"))
"""The comma of *510,258* parts no cells."""
FEW_WORDS = 5
SIDE = re.compile(r"\t{1,9}|[ \t]{1,9}\|[ \t]{1,9}")
ANY_TAG = re.compile(r"</?([A-Za-z][\w:.-]{0,60})(?:\s[^<>]{0,400})?/?>")
PARAGRAPH = re.compile("article|br|div|h[1-6]|hr|li|ol|p|section|t[dhr]|table|ul")
TAG_LINE = re.compile(r"\s*+<[/!?A-Za-z]")
HEADER = re.compile(r"[^\W\d_][\w -]{0,30} ?: ?\S")
MAIL_ADDRESS = re.compile(r"[^\s@<>]{1,64}@[^\s@<>]{1,200}")
MBOX = re.compile(r"From \S{1,200} .*\d\d:\d\d")
HEADERS = 3


def is_record_of_moments(lines: Lines) -> bool:
    """Moments, frames of a trace, revisions or what machines said, at the start of most lines."""
    if len(lines) < FEW_LINES or is_told(lines):
        return False
    revisions = share(lines, _is_revision) >= MOST_OF
    forms = (MOMENT, FRAME, WIRE, RIGHTS)
    return revisions or _is_trace(lines) or any(share(lines, f.match) >= MOST_OF for f in forms)


def _is_trace(lines: Lines) -> bool:
    """Frames of a stack trace that each have their line of the program below them."""
    pairs = sum(
        bool(FRAME.match(above)) and below[:1].isspace() and FRAME.match(below) is None
        for above, below in pairwise(lines)
    )
    return pairs > 1 and 2 * pairs >= MOST_OF * len(lines)


def _is_revision(line: str) -> bool:
    """A version's digest and what it did, also behind a drawn branch; or the branch alone."""
    bare = line.lstrip(BRANCH)
    if not bare:
        return True
    first = bare.split(" ", 1)[0]
    return bool(re.fullmatch(r"[0-9a-f]{7,40}", first)) and any(c.isdigit() for c in first)


def is_packed(lines: Lines) -> bool:
    """Long lines of letters and signs without a blank, numbers of bytes, or escaped letters."""
    if lines and DATA_ADDRESS.match(lines[0]):
        return True
    if len(lines) < FEW_LINES:
        return False
    bare = [line for line in lines if not line.startswith(NAME_OF_SEQUENCE)]
    packed = len(bare) > 2 and share(bare, PACKED.fullmatch) >= NEARLY_ALL
    packed = packed and share(lines, ADDRESS.match) < MOST_OF
    escaped = share(lines, lambda line: len(ESCAPES.findall(line)) > 1) >= MOST_OF
    return packed or escaped or share(lines, BYTES.match) >= MOST_OF


def is_dense_code(lines: Lines) -> bool:
    """So many signs of code as no prose has, a script, a query, a list of keys with values."""
    text = "\n".join(lines)
    letters = len(text) - text.count(" ")
    signs = len(SIGNS.findall(text))
    dense = letters and signs >= DENSE * letters and len(BRACES.findall(text)) >= FEW_LINES
    if dense and not is_told(lines):
        return True
    if len(ESCAPED_TAG.findall(text)) >= FEW_LINES or (lines and SHEBANG.match(lines[0])):
        return True
    if lines and BLOCK_OF_RECORD.match(lines[0]):
        return True
    return (
        len(lines) >= FEW_LINES and not is_told(lines) and (_is_settings(lines) or _is_query(lines))
    )


def _is_settings(lines: Lines) -> bool:
    """Keys in small letters or with signs of their own, each once, and what goes on below them."""
    keyed = [line for line in lines if KEY_VALUE.match(line)]
    known = share(lines, lambda line: KEY_VALUE.match(line) or CONTINUED.match(line))
    return len(keyed) >= MOST_OF * len(lines) and known >= 0.9 and len(keyed) >= FEW_LINES


def _is_query(lines: Lines) -> bool:
    signed = share(lines, QUERY_SIGN.search) >= MOST_OF
    return signed and share(lines, STATEMENT.match) >= SAME_CELLS


def is_delimited(lines: Lines) -> bool:
    """Rows of as many cells, with blanks behind the marks too, of which one column is numbers."""
    if len(lines) < FEW_LINES:
        return False
    if share(lines, ENTRY.search) >= SAME_CELLS or share(lines, ADDRESS.match) >= NEARLY_ALL:
        return True
    if is_told(lines) or any(map(is_paragraph, lines)):
        return False
    if share(lines, _is_numbers) >= SAME_CELLS:
        return True
    whole = list(_whole_rows(lines))
    bare = [QUOTED_CELL.sub(_as_word, line) for line in whole]
    cells = [[mark.split(line) for line in bare] for mark in CELL_MARKS]
    cells.append([WIDE.split(line.strip("| \t")) for line in lines])
    return any(_is_grid(rows) for rows in cells)


def _as_word(quoted: re.Match[str]) -> str:
    """A cell in marks, without them and what would part it."""
    return re.sub(r'[",;]', "", quoted.group())


def _is_numbers(line: str) -> bool:
    words = line.split()
    return len(words) > 2 and all(NUMBER.match(word) for word in words)


def _whole_rows(lines: Lines) -> Iterator[str]:
    """Rows whose quoted cell goes over lines are one."""
    row = ""
    for line in lines:
        row = f"{row} {line}".strip()
        if row.count('"') % 2 == 0:
            yield row
            row = ""
    if row:
        yield row


def _is_grid(rows: Sequence[Sequence[str]]) -> bool:
    marks, count = most_common(len(row) - 1 for row in rows)
    if marks < 1 or count < SAME_CELLS * len(rows) or len(rows) < FEW_LINES:
        return False
    whole = [row for row in rows if len(row) == marks + 1]
    if sum(len(c.split()) <= MOST_CELL_WORDS for row in whole for c in row) < 0.9 * len(whole) * (
        marks + 1
    ):
        return False
    numeric = [
        sum(bool(NUMBER.match(row[i].strip().strip('"'))) for row in whole)
        for i in range(marks + 1)
    ]
    words = sum(len(cell.split()) for row in whole for cell in row)
    short = words <= FEW_WORDS * len(whole) * (marks + 1)
    return short and any(count >= SAME_CELLS * len(whole) for count in numeric)


def is_side_by_side(lines: Lines) -> bool:
    """Prose on both sides of a tab, a bar or, in lines that are all indented, a gap."""
    halves = [SIDE.split(line.strip()) for line in lines]
    both = [len(half) > 1 and all(is_prose(part) for part in half) for half in halves]
    return len(lines) >= FEW_LINES and sum(both) >= MOST_OF * len(lines) and not is_told(lines)


def without_margin(lines: Lines) -> Lines:
    """The lines without the white space that all of them begin with."""
    return dedent("\n".join(lines)).split("\n")


def is_tagged(lines: Lines) -> bool:
    """Several tags in most lines, wherever they stand; of a few lines those of paragraphs."""
    tags = [[tag[1].lower() for tag in ANY_TAG.finditer(line)] for line in lines]
    if sum(len(found) > 1 for found in tags) < NEARLY_ALL * len(lines):
        return False
    many = len(lines) >= FEW_LINES
    return (
        sum(many or PARAGRAPH.fullmatch(name) is not None for found in tags for name in found)
        >= FEW_LINES
    )


def is_marked_up(lines: Lines) -> bool:
    """The first line begins with a tag or a comment, and so do most of the others."""
    begins = bool(lines) and TAG_LINE.match(lines[0]) is not None
    return begins and len(lines) > 2 and share(lines, TAG_LINE.match) >= SAME_CELLS


def is_message(lines: Lines) -> bool:
    """A mailbox's line, or heads in any language of which the first two say from whom to whom."""
    if not lines:
        return False
    if MBOX.match(lines[0]):
        return True
    head = lines[: HEADERS + 1]
    named = [line for line in head if HEADER.match(line)]
    sent = [line for line in named[:2] if MAIL_ADDRESS.search(line)]
    own = bool(named) and named[0] == lines[0] and named[0].lower().startswith("x-")
    return len(named) >= HEADERS and named[0] == lines[0] and (len(sent) > 1 or own)
