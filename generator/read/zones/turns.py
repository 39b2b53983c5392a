"""The pass for records of turns: each turn's first paragraph, what happened, headings between."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from generator.language.lexicons import Lexicon
from generator.model.rules import ZoneRule
from generator.model.text import ZoneKind
from generator.read.bylines import words_of
from generator.read.transcripts import SPOKEN, Label, find_turns
from generator.read.zones.draft import Draft, is_capitals, is_long

HEADING_WORDS, PART_WORDS = 12, 5
LEAST_LISTED = 2
TURN_BEGINS: frozenset[ZoneRule] = frozenset({"turn", "label_above_turn"})
ASIDE = re.compile(r"(?:[\[(][^\[\]()]{2,200}[\])]\.?\s?){1,3}")


def mark_turns(text: str, drafts: Sequence[Draft], lexicon: Lexicon | None) -> list[Draft]:
    """The paragraphs from the first turn on, and lines of procedure above it."""
    out = list(drafts)
    told = [i for i, d in enumerate(drafts) if d.open]
    lines = [text[drafts[i].paragraph.start : drafts[i].paragraph.end] for i in told]
    spoken = bool(told) and all(drafts[i].paragraph.marker == SPOKEN for i in told)
    turns = find_turns(lines, spoken=spoken)
    if not turns:
        return out
    first, last = min(turns), len(told) - _listed_below(lines, turns)
    kind: ZoneKind
    rule: ZoneRule
    for number, i in enumerate(told):
        line = lines[number]
        if number in turns:
            alone = turns[number].speech >= len(line)
            kind, rule = ("speaker_label", "label_above_turn") if alone else ("body", "turn")
        elif number >= last or _is_procedure(line, lexicon):
            kind, rule = "procedure", "procedure"
        elif number < first:
            continue
        elif number + 1 in turns and _is_heading(line):
            kind, rule = "subhead", "short_line_between_turns"
        else:
            kind, rule = "body", "turn_goes_on"
        out[i] = drafts[i].decided(kind, rule)
    return out


def mark_above_turns(text: str, drafts: list[Draft], headline: int) -> list[Draft]:
    """Headings in capitals between the title of a record of turns and its first turn."""
    turn = next((i for i, d in enumerate(drafts) if d.rule in TURN_BEGINS), headline)
    for i in range(headline + 1, turn):
        line = text[drafts[i].paragraph.start : drafts[i].paragraph.end]
        if drafts[i].open and is_capitals(line) and not is_long(line):
            drafts[i] = drafts[i].decided("subhead", "short_line_between_turns")
    return drafts


def _listed_below(lines: Sequence[str], turns: Mapping[int, Label]) -> int:
    """How many lines at the end are no sentences: a list of who took part, and how long it was."""
    below = takewhile(lambda i: i not in turns, range(len(lines) - 1, -1, -1))
    listed = list(takewhile(lambda i: _is_heading(lines[i].rstrip(":")), below))
    return len(listed) if len(listed) >= LEAST_LISTED else 0


def _is_heading(line: str) -> bool:
    if line[-1:] == ":" and len(words_of(line)) <= PART_WORDS:
        return line[:1].isupper()  # *Questions & Answers:*
    return len(words_of(line)) <= HEADING_WORDS and line[-1:] not in '.!?:;…”"-–—'


def _is_procedure(line: str, lexicon: Lexicon | None) -> bool:
    if ASIDE.fullmatch(line):
        return True
    return lexicon is not None and any(p.match(line) for p in _patterns(lexicon.language))


@lru_cache(maxsize=8)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    rows = Lexicon(language).rows("procedure")
    return tuple(re.compile(pattern, re.IGNORECASE) for (pattern,) in rows)
