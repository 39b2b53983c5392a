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
CELL_WORDS = 4
LEAST_ROWS = 3
NUMBERED = 0.6
"""At least this share of a table's rows has a number."""


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
        if (
            width
            and len(rows) >= LEAST_ROWS
            and sum(map(_has_number, rows)) >= NUMBERED * len(rows)
        ):
            for i in (i for i in found if drafts[i].open or drafts[i].kind == "boilerplate"):
                out[i] = drafts[i].decided("boilerplate", "table_row")
    return out


def _width(lines: Sequence[str]) -> int:
    """How many cells each line has, 0 where they are not alike or a cell is no short one."""
    rows = [GAP.split(line.strip(" |\t")) for line in lines]
    short = all(len(cell.split()) <= CELL_WORDS for row in rows for cell in row)
    widths = {len(row) for row in rows}
    return widths.pop() if short and len(widths) == 1 and widths != {1} else 0


def _has_number(line: str) -> bool:
    return any(NUMBER.fullmatch(cell) for cell in GAP.split(line.strip(" |\t")))


def _lines(text: str, draft: Draft) -> list[str]:
    return text[draft.paragraph.start : draft.paragraph.end].split("\n")


def _rule_of(lines: Sequence[str]) -> ZoneRule | None:
    if all(map(LOG_LINE.match, lines)):
        return "looks_like_log"
    return "looks_like_encoded_data" if all(map(ENCODED_LINE.fullmatch, lines)) else None
