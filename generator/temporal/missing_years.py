"""Dates without a year: which year is meant, seen from a day."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from generator.temporal.holidays import holiday_value
from generator.temporal.patterns import Pattern, weekday_says
from generator.temporal.steps import take_steps
from generator.temporal.values import Days, days_of, shift

HALF_A_YEAR = timedelta(days=183)
AGAINST_TENSE = 2
"""A past tense may stand beside a day to come (*put off to Nov. 20*), but rarely far from it."""
MONTHS_OF_WEEKDAY = 12
"""How many months before and after the anchor's a day with its weekday may lie in."""
YEARS_BESIDE = 1
"""How many years before and after the anchor's a date without a year may lie in."""


SAYS_YEAR = frozenset({"past", "future", "recent", "next", "last", "current", "later", "earlier"})


def says_year(parsed: Pattern) -> bool:
    """Whether the words or their tense say that a month without a year is the last or the next."""
    return bool(SAYS_YEAR & parsed.flags)


def candidates(base: str, years: range, steps: str = "") -> tuple[str, ...]:
    """A pattern without a year, in each of the years in which there is such a day."""
    filled = (base.replace("XXXX", f"{year:04}") for year in years if 1 <= year <= 9999)
    values = (holiday_value(value) if "+" in value else value for value in filled)
    ends = (take_steps(v, steps) if v and days_of(v) else None for v in values)
    return tuple(v for v in ends if v is not None and days_of(v) is not None)


def in_a_year(parsed: Pattern, day: date) -> str | None:
    """The value in the year before, after or nearest to a day, as the words and their tense say."""
    beside = YEARS_BESIDE + _nth(parsed.flags)
    years = range(day.year - beside, day.year + beside)
    found = candidates(parsed.base, years, parsed.steps)
    spans = [(v, days) for v in found if (days := days_of(v))]
    says = weekday_says(";".join(("", *sorted(parsed.flags))))
    spans = [s for s in spans if says is None or s[1].first.isoweekday() == says]
    if "recent" in parsed.flags:
        value = _recent(spans, day, parsed.flags)
    else:
        value = _by_tense(spans, day, parsed.flags)
    if value and "yearbefore" in parsed.flags:
        return f"{int(value[:4]) - 1:04}{value[4:]}"
    return value


def in_a_month(number: int, parsed: Pattern, day: date) -> str | None:
    """*Tuesday the 6th*, *the 20th*: in the month before, after or nearest, as the words say."""
    says = weekday_says(";".join(("", *sorted(parsed.flags))))
    reach = MONTHS_OF_WEEKDAY if says else 1
    spans: list[tuple[str, Days]] = []
    for count in range(-reach, reach + 1):
        month = shift(day, count, "M")
        value = f"{month.year:04}-{month.month:02}-{number:02}" if month else ""
        days = days_of(value)
        if days and says in {None, days.first.isoweekday()}:
            spans.append((value, days))
    return _by_tense(spans, day, parsed.flags)


def _nth(flags: frozenset[str]) -> int:
    """*After next* is the second one."""
    return next((int(f[3:]) for f in flags if re.fullmatch(r"nth\d{1,3}", f)), 1)


def _by_tense(spans: Sequence[tuple[str, Days]], day: date, flags: frozenset[str]) -> str | None:
    if "current" in flags:
        around = [s for s in spans if s[1].first <= day <= s[1].last]  # in January *this winter*
        spans = around or [s for s in spans if s[0][:4] == f"{day.year:04}"] or spans
    elif "last" in flags:
        spans = [s for s in spans if s[1].last < day][-_nth(flags) :][:1]
    elif "next" in flags:
        spans = [s for s in spans if s[1].first > day][: _nth(flags)][-1:]
    elif {"strict", "future"} <= flags:
        spans = [s for s in spans if s[1].last >= day][:1]
    elif "strict" in flags:
        spans = [s for s in spans if s[1].first <= day][-1:]
    nearest = min(spans, key=lambda s: (_distance(s[1], day, flags), s[0]), default=None)
    return nearest[0] if nearest else None


def _distance(days: Days, day: date, flags: frozenset[str]) -> int:
    """Days away; what lies on the side that the tense speaks against counts twice."""
    if days.first <= day <= days.last:
        return 0
    if days.first > day:
        return (days.first - day).days * (AGAINST_TENSE if "past" in flags else 1)
    return (day - days.last).days * (AGAINST_TENSE if "future" in flags else 1)


def _recent(spans: Sequence[tuple[str, Days]], day: date, flags: frozenset[str]) -> str | None:
    """The quarter reported on: the last that began, or one soon to come in the future tense."""
    future = "future" in flags
    if {"strict", "future"} <= flags:
        return next((value for value, days in spans if days.last >= day), None)
    begun = [s for s in spans if s[1].first <= day]
    coming = [s for s in spans if s[1].first > day]
    if coming and (not begun or (future and day - begun[-1][1].last > HALF_A_YEAR)):
        return coming[0][0]
    return begun[-1][0] if begun else None
