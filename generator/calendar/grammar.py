"""The grammar of dates: finds the words that name a time and writes what they say as a pattern.

The rules are rows of ``date_rules.tsv``; the notation of patterns is described in
`generator.calendar.anchoring`. Nothing is anchored here: *May 19* is ``XXXX-05-19``.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Literal, cast

from msgspec import Struct

from generator.calendar.numbers import clock_of, count_of, duration_of, number_of, spoken_year_of, units, with_half
from generator.calendar.words import any_of, word_patterns
from generator.lexicons import load_rows, load_words

Kind = Literal["date", "time", "duration", "set"]
WORDS_BEFORE_CORE = 8
"""How many words before the word that gives an expression away its first word may stand."""


class Reading(Struct, frozen=True):
    """A stretch of text that names a time, a duration or a repetition."""

    start: int
    end: int
    kind: Kind
    pattern: str
    rule: str


class _Rule(Struct, frozen=True):
    name: str
    kind: Kind
    expression: re.Pattern[str]
    value: str


def find_readings(text: str, start: int, end: int) -> Iterator[Reading]:
    """The time expressions of a stretch, in reading order, the longest at each place."""
    done = start
    for at in _places(text, start, end):
        if at < done:
            continue
        reading = _read_with_edge(text, at, end)
        if reading is not None:
            yield reading
            done = reading.end
            yield from _next_day(text, reading, end)


def _places(text: str, start: int, end: int) -> list[int]:
    """Where an expression may begin: the words shortly before each word that gives one away."""
    words = [m.start() for m in _WORD.finditer(text, start, end)]
    cores = {m.start() for m in _core().finditer(text, start, end)}
    wanted: set[int] = set()
    for i, at in enumerate(words):
        if at in cores:
            wanted.update(range(max(0, i - WORDS_BEFORE_CORE), i + 1))
    return [words[i] for i in sorted(wanted)]


def _next_day(text: str, reading: Reading, end: int) -> Iterator[Reading]:
    """*April 24 and 25*: the second day of the same month."""
    first = re.fullmatch(r"(.*-\d\d-)(\d\d)", reading.pattern)
    match = _AND_DAY.match(text, reading.end, end) if first else None
    if first and match and int(first[2]) < int(match[1]) <= 31:
        pattern = f"{first[1]}{int(match[1]):02}"
        yield Reading(match.start(1), match.end(1), reading.kind, pattern, reading.rule)


_AND_DAY = re.compile(r"\s+and\s+(\d\d?)(?=[,.;)]|\s+(?:in|at|to|for|of|and)\b|\s*$)")
_WORD = re.compile(r"['’‘]?\w+(?:[.,]\d+)*|½")


@lru_cache(maxsize=1)
def _core() -> re.Pattern[str]:
    lists = ("months", "weekdays", "seasons", "day_parts", "decade_words", "holidays", "time_references")
    words = [row[0].split()[0] for kind in lists for row in load_rows(kind, "en")]
    words += [word for row in load_rows("time_units", "en") for word in row[:2]]
    words += list(load_words("date_cores", "en"))
    return re.compile(rf"\b(?:{any_of(words)})\b|\b\d{{3,4}}|['’‘]?\b\d\d?(?:(?:\D|\d[½:])|[½:.]\d)", re.IGNORECASE)


def _read_with_edge(text: str, at: int, end: int) -> Reading | None:
    """The expression at `at`, with the words that pick a part of it or make it approximate."""
    best = _read(text, at, end, edged=False)
    edge = _edges().match(text, at, end)
    if edge:
        flag = _edge_flags()[" ".join(edge[1].lower().split())]
        inner = _read(text, edge.end(), end, edged=True)
        if inner and inner.kind == "date" and _may_have_edge(inner) and _longer(inner, best):
            best = Reading(at, inner.end, inner.kind, f"{inner.pattern};{flag}", inner.rule)
    approximate = _approximations().match(text, at, end)
    if approximate:
        inner = _read(text, approximate.end(), end, edged=False)
        named = text[approximate.end() : approximate.end() + 4].lower() == "the "
        if named and " ".join(approximate[1].lower().split()) not in _BEFORE_THE:
            inner = None
        if inner and _may_be_approximate(inner) and _longer(inner, best):
            best = Reading(at, inner.end, inner.kind, inner.pattern, inner.rule)
    return best


_BEFORE_THE = frozenset({"at least", "almost", "nearly", "roughly"})
"""*At least the past two years*, but *over the past two years*: there *over* is a preposition."""


def _longer(one: Reading, other: Reading | None) -> bool:
    return other is None or one.end > other.end or one.end == other.end


def _may_have_edge(reading: Reading) -> bool:
    """*Early 1990* and *the end of last week*, but not *early now* nor *the end of a year earlier*."""
    return not re.match(r"P|F|context-", reading.pattern) or reading.pattern.startswith("published")


def _may_be_approximate(reading: Reading) -> bool:
    counted = re.match(r"(?:published|context)[+-]\d", reading.pattern) is not None
    return reading.kind == "duration" or counted and reading.rule in _COUNTED


_COUNTED = frozenset({"ago", "from now", "beside the date before it"})


def _read(text: str, at: int, end: int, *, edged: bool) -> Reading | None:
    best: Reading | None = None
    for rule in _rules():
        match = rule.expression.match(text, at, end)
        if match is None or (best and match.end() <= best.end):
            continue
        if not match.group() or (rule.value.endswith(";edgeonly") and not edged) or not _capitals(match):
            continue
        pattern = _fill(rule.value, match)
        if pattern is not None:
            best = Reading(at, match.end(), rule.kind, pattern, rule.name)
    return best


_NAMES = ("month", "fullmonth", "barmonth", "weekday", "fullday", "barday", "holiday")


def _capitals(match: re.Match[str]) -> bool:
    """Months, weekdays and holidays are names: *march*, *may* and *sat* in small letters are not."""
    groups = match.re.groupindex
    named = (match[name] for name in groups if name.rstrip("0123456789") in _NAMES)
    return all(word is None or word[0].isupper() for word in named)


@lru_cache(maxsize=1)
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(name, cast("Kind", kind), _compile(pattern), value)
        for name, kind, pattern, value in load_rows("date_rules", "en")
    )


def _compile(pattern: str) -> re.Pattern[str]:
    def expand(match: re.Match[str]) -> str:
        return f"(?P<{match[1]}{match[2]}>{word_patterns()[match[1]]})"

    spaced = re.sub(r"(?<!\\)(?<!\[) ", r"\\s+", pattern).replace(r"\s+?", r"\s*")
    return re.compile(r"(?<!\w)" + re.sub(r"\{([a-z]+)(\d?)\}", expand, spaced), re.IGNORECASE)


@lru_cache(maxsize=1)
def _edges() -> re.Pattern[str]:
    words = any_of(row[0] for row in load_rows("date_edges", "en"))
    return re.compile(rf"\b({words})(?:(?<=-)|\s+)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _edge_flags() -> Mapping[str, str]:
    return {row[0]: row[1] for row in load_rows("date_edges", "en")}


@lru_cache(maxsize=1)
def _approximations() -> re.Pattern[str]:
    return re.compile(rf"\b({any_of(load_words('approximations', 'en'))})\s+", re.IGNORECASE)


def _fill(value: str, match: re.Match[str]) -> str | None:
    """The rule's value with the words of the match in their places; None where one says nothing."""
    filled = re.sub(r"\[([^\]]*)\]", lambda part: _optional(part[1], match), value)
    try:
        whole = re.sub(r"\{([a-z]+)(\d?)(?:\?(\w+))?\}", lambda part: _place(part, match), filled)
    except (KeyError, ValueError):
        return None
    base = whole.removesuffix(";half")
    return duration_of(base[1:]) if re.match(r"P[\dX]", base) and base != "PXX" else base


def _optional(part: str, match: re.Match[str]) -> str:
    names = re.findall(r"\{([a-z]+\d?)", part)
    return part if all(match[name] for name in names) else ""


def _place(part: re.Match[str], match: re.Match[str]) -> str:
    words = match[part[1] + part[2]]
    if words is None:
        return part[3] or ""
    plain = " ".join(words.lower().split())
    read = _READERS[part[1]](plain)
    return with_half(read) if part.string.endswith(";half") else read


def _from(kind: str) -> Callable[[str], str]:
    def read(words: str) -> str:
        rows = {row[0]: row[1] for row in load_rows(kind, "en")}
        return rows.get(words) or rows[words.rstrip(".")]

    return read


def _month(words: str) -> str:
    return f"{int(_from('months')(words)):02}"


def _two_digits(words: str) -> str:
    return f"{int(words.rstrip('stndrh')):02}"


def _unit(words: str) -> str:
    return units()[words.split()[-1]][0]


def _century(words: str) -> str:
    ordinal = {row[0]: row[1] for row in load_rows("ordinal_words", "en")}.get(words)
    return f"{int(ordinal or words.rstrip('stndrh')) - 1:02}"


def _short_year(words: str) -> str:
    return words


def _ordinal(words: str) -> str:
    return words[0] if words[0].isdigit() else _from("ordinal_words")(words)


def _same(words: str) -> str:
    return words


_READERS: Mapping[str, Callable[[str], str]] = {
    "month": _month, "fullmonth": _month, "barmonth": _month, "monthnumber": _same,
    "weekday": _from("weekdays"), "fullday": _from("weekdays"), "barday": _from("weekdays"),
    "day": _two_digits, "daynumber": _same, "nth": _two_digits,
    "year": _same, "yearfirst": _same, "bareyear": _same, "shortyear": _same, "spokenyear": spoken_year_of,
    "decade": lambda words: words[:3], "shortdecade": lambda words: words[0],
    "decadeword": _from("decade_words"), "century": _century,
    "ord": _ordinal, "quarter": _same, "half": lambda words: "1" if words == "first" else "2",
    "season": _from("seasons"), "part": _from("day_parts"), "holiday": _from("holidays"),
    "shift": _from("date_shifts"), "period": _unit, "longperiod": _unit, "unit": _unit,
    "units": _unit, "bareunits": _unit,
    "num": lambda words: f"{number_of(words) or 0:g}" if number_of(words) is not None else "X",
    "count": count_of, "ref": _from("time_references"), "clock": clock_of,
}  # fmt: skip
