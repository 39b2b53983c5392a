"""Lines of a log or of encoded data inside an article: shown as what they are, and never read."""

from collections.abc import Sequence
from itertools import groupby

from generator.language.lexicons import Lexicon
from generator.model.rules import ZoneRule
from generator.read.data_forms import ENCODED_LINE, FEW_LINES, LOG_LINE
from generator.read.zones.draft import Draft


def mark_data(text: str, drafts: Sequence[Draft], _lexicon: Lexicon | None) -> list[Draft]:
    """Lines that follow each other; one alone is what somebody quotes."""
    out = list(drafts)
    for rule, run in groupby(range(len(drafts)), key=lambda i: _rule_of(_lines(text, drafts[i]))):
        found = list(run)
        if rule and sum(len(_lines(text, drafts[i])) for i in found) >= FEW_LINES:
            for i in (i for i in found if drafts[i].open):
                out[i] = drafts[i].decided("boilerplate", rule)
    return out


def _lines(text: str, draft: Draft) -> list[str]:
    return text[draft.paragraph.start : draft.paragraph.end].split("\n")


def _rule_of(lines: Sequence[str]) -> ZoneRule | None:
    if all(map(LOG_LINE.match, lines)):
        return "looks_like_log"
    return "looks_like_encoded_data" if all(map(ENCODED_LINE.fullmatch, lines)) else None
