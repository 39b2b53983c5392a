"""The grammar of dates: finds the words that name a time and writes what they say as a pattern.

The rules are rows of ``date_rules.tsv``; the notation of patterns is described in
`generator.temporal.anchoring`. Nothing is anchored here: *May 19* is ``XXXX-05-19``.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from generator.language.lexicons import Lexicon
from generator.model.words import first_word
from generator.temporal.patterns import parse_pattern, with_steps
from generator.temporal.plain import precision_of
from generator.temporal.rule_patterns import DIGITS, Form, Kind, forms_by_word, pattern_of
from generator.temporal.words import any_of

WORD = re.compile(r"(['’‘]?\d|½)|([^\W\d_]+)")
"""Where an expression may begin: a digit, or the letters of a word."""
RUNS = ("^", "$")
DEEPEST = 3
"""Dates inside one another: *two days after the last Monday of the month after next*."""


class Reading(Struct, frozen=True):
    """A stretch of text that names a time, a duration or a repetition."""

    start: int
    end: int
    kind: Kind
    pattern: str
    rule: str


def find_readings(text: str, start: int, end: int, *, lexicon: Lexicon) -> Iterator[Reading]:
    """The time expressions of a stretch, in reading order, the longest at each place."""
    if not lexicon.rows("date_rules"):
        return
    done = start
    for word in WORD.finditer(text, start, end):
        if word.start() < done:
            continue
        reading = _read_with_edge(text, word.start(), end, lexicon)
        if reading is not None:
            yield reading
            done = reading.end
            yield from _next_day(text, reading, end, lexicon)


def _next_day(text: str, reading: Reading, end: int, lexicon: Lexicon) -> Iterator[Reading]:
    """*June 4 and 5*: the second day of the same month."""
    first = re.fullmatch(r"(.*-\d\d-)(\d\d)", reading.pattern)
    second = lexicon.pattern("date_patterns", "next_day")
    match = second.match(text, reading.end, end) if first else None
    if first and match and int(first[2]) < int(match[1]) <= 31:
        pattern = f"{first[1]}{int(match[1]):02}"
        yield Reading(match.start(1), match.end(1), reading.kind, pattern, reading.rule)


def _read_with_edge(text: str, at: int, end: int, lexicon: Lexicon) -> Reading | None:
    """The expression at `at`, with the words that pick a part of it or make it approximate."""
    best = _read(text, at, end, lexicon, edged=False)
    edge = _edges(lexicon).match(text, at, end)
    if edge:
        flag = _edge_flags(lexicon)[" ".join(edge[1].lower().split())]
        inner = _read(text, edge.end(), end, lexicon, edged=True)
        if inner and _may_have_edge(inner) and (best is None or inner.end > best.end):
            best = Reading(at, inner.end, inner.kind, f"{inner.pattern};{flag}", inner.rule)
    approximate = _approximations(lexicon).match(text, at, end)
    if approximate:
        inner = _read(text, approximate.end(), end, lexicon, edged=False)
        if (
            inner
            and _may_be_approximate(inner, approximate[1], text, lexicon)
            and _reaches(inner, best)
        ):
            best = Reading(at, inner.end, inner.kind, inner.pattern, inner.rule)
    return best


def _reaches(one: Reading, other: Reading | None) -> bool:
    return other is None or one.end >= other.end


def _may_have_edge(reading: Reading) -> bool:
    """*Early 1990* and *the end of last week*, but not *early now*, *the end of two weeks*."""
    return (
        reading.kind in {"date", "time"} and re.match(r"\w+_REF|context-", reading.pattern) is None
    )


def _may_be_approximate(reading: Reading, words: str, text: str, lexicon: Lexicon) -> bool:
    """*Nearly two years ago*, *at least the past year*; not *over the past year*: a preposition."""
    before = lexicon.words("approximations_before_articles")
    first = first_word(text[reading.start : reading.end]).lower()
    article = first in lexicon.group("definite_articles")
    if article and " ".join(words.lower().split()) not in before:
        return False
    counted = re.match(r"(?:published|context)[+-]\d", reading.pattern) is not None
    return reading.kind == "duration" or (counted and reading.rule in COUNTED)


COUNTED = frozenset({"ago", "from_now", "beside_told_date"})


def _read(
    text: str, at: int, end: int, lexicon: Lexicon, *, edged: bool, depth: int = 0
) -> Reading | None:
    """The longest match of a rule at `at`; `edged` where a word like *early* stands before it."""
    first = WORD.match(text, at, end)
    if first is None:
        return None
    best: Reading | None = None
    for form in forms_by_word(lexicon).get(DIGITS if first[1] else first[2].lower(), ()):
        match = form.expression.match(text, at, end)
        if match is None or (best and match.end() <= best.end and not form.inner):
            continue
        pattern = pattern_of(form, match)
        if pattern is None or (form.value.endswith(";edgeonly") and not edged):
            continue
        found = Reading(at, match.end(), form.kind, pattern, form.rule)
        whole = _go_on(found, form, text, end, depth) if form.inner else found
        if whole and (best is None or whole.end > best.end):
            best = whole
    return best


def _go_on(steps: Reading, form: Form, text: str, end: int, depth: int) -> Reading | None:
    """*The third Tuesday of* with the month or year behind it; None where there is none."""
    if depth == DEEPEST:
        return None
    inner = _read(text, steps.end, end, form.lexicon, edged=False, depth=depth + 1)
    if inner is None or inner.kind != "date" or precision_of(inner.pattern) not in form.inner:
        return None
    if steps.pattern[:1] in RUNS and "own" in parse_pattern(inner.pattern).flags:
        return None  # *the first nine months of the year*: in a report that is often the fiscal one
    pattern = with_steps(inner.pattern, steps.pattern)
    return Reading(steps.start, inner.end, steps.kind, pattern, steps.rule)


@lru_cache(maxsize=8)
def _edges(lexicon: Lexicon) -> re.Pattern[str]:
    words = any_of(row[0] for row in lexicon.rows("date_edges"))
    return re.compile(rf"\b({words})(?:(?<=-)|\s+)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _edge_flags(lexicon: Lexicon) -> Mapping[str, str]:
    return {row[0]: row[1] for row in lexicon.rows("date_edges")}


@lru_cache(maxsize=8)
def _approximations(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b({any_of(lexicon.words('approximations'))})\s+", re.IGNORECASE)
