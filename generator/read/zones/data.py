"""Lines of a log, a table or encoded data inside an article: shown as what they are, never read."""

import re
from collections.abc import Sequence
from itertools import groupby

from generator.language.lexicons import Lexicon
from generator.model.rules import ZoneRule
from generator.read.data_forms import ENCODED_LINE, FEW_LINES, LOG_LINE
from generator.read.zones.draft import Draft

GAP = re.compile(r"\t+|(?<=\S) {2,}(?=\S)|(?<=\S)\s\|\s(?=\S)")
"""What parts the cells of a row that was copied or aligned."""
NUMBER = re.compile(r"\W{0,3}\d[\d.,:/ ]*\W{0,3}")
MARKER = re.compile(r"\W{0,3}(?:(?:1\d|20)\d\d|\d{1,2}(?:[.:/]\d{1,4}){1,2})\W{0,3}")
"""A year, a day or a time: chronologies and tickers have one before what happened."""
TOLD = re.compile(r"(?:[?!;:]|[^\W\d_]{2}[.…])[\"”’)\]]?$|[^\W\d_]:\s")
"""What ends as a sentence or a label does."""
CELL_WORDS = 4
PAIR = 2
LEAST_ROWS = 3
NUMBERED = 0.6
"""At least this share of a table's rows has a number; of two cells, all below the first."""


def mark_data(text: str, drafts: Sequence[Draft], _lexicon: Lexicon | None) -> list[Draft]:
    """Lines that follow each other; one alone is what somebody quotes."""
    out = list(drafts)
    for rule, run in groupby(range(len(drafts)), key=lambda i: _rule_of(_lines(text, drafts[i]))):
        found = list(run)
        if rule and sum(len(_lines(text, drafts[i])) for i in found) >= FEW_LINES:
            for i in (i for i in found if drafts[i].open):
                out[i] = drafts[i].decided("boilerplate", rule)
    for width, run in groupby(range(len(drafts)), key=lambda i: _width(_lines(text, drafts[i]))):
        found = list(run)
        rows = [line for i in found for line in _lines(text, drafts[i])]
        if width and len(rows) >= LEAST_ROWS and _has_numbers(rows, width):
            for i in (i for i in found if drafts[i].open or drafts[i].kind == "boilerplate"):
                out[i] = drafts[i].decided("boilerplate", "table_row")
    return out


def _width(lines: Sequence[str]) -> int:
    """How many cells each line has, 0 where they are not alike or a cell is no short one."""
    rows = [_cells(line) for line in lines]
    short = all(len(c.split()) <= CELL_WORDS and not TOLD.search(c) for row in rows for c in row)
    widths = {len(row) for row in rows}
    return widths.pop() if short and len(widths) == 1 and widths != {1} else 0


def _has_numbers(rows: Sequence[str], width: int) -> bool:
    """Whether numbers stand behind the first cells, which only count in lists and chronologies."""
    if width == PAIR:
        return all(_is_numbered(row) for row in rows[1:])
    return sum(map(_is_numbered, rows)) >= NUMBERED * len(rows)


def _is_numbered(line: str) -> bool:
    """Whether a cell behind the first has a number: a year or a time where it is a third or later.

    A line that ends in what happened is a ticker’s; a timetable’s ends in a time.
    """
    others = _cells(line)[1:]
    marked = len(others) >= PAIR and NUMBER.fullmatch(others[-1]) is not None
    return marked or any(NUMBER.fullmatch(c) and not MARKER.fullmatch(c) for c in others)


def _cells(line: str) -> list[str]:
    return GAP.split(line.strip(" |\t"))


def _lines(text: str, draft: Draft) -> list[str]:
    return text[draft.paragraph.start : draft.paragraph.end].split("\n")


def _rule_of(lines: Sequence[str]) -> ZoneRule | None:
    if all(map(LOG_LINE.match, lines)):
        return "looks_like_log"
    return "looks_like_encoded_data" if all(map(ENCODED_LINE.fullmatch, lines)) else None
