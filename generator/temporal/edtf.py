"""EDTF (ISO 8601-2): how values are published, and how a document's own date is read."""

import re
from datetime import date
from functools import lru_cache

from generator.temporal.values import VALUE, Days, days_of, unit_of

SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
QUARTERS = 32
"""Quarter 1 is 33, quarter 4 is 36."""
HALVES = 39
"""The first half of a year is 40."""


def edtf_of(value: str) -> str | None:
    """EDTF for a TIMEX3 value, never finer than it; None where the value names no date.

    A week is the interval of its days, a clock time its day.
    """
    first, slash, last = value.partition("/")
    days = days_of(value)
    if slash and days:
        return f"{edtf_of(first)}/{edtf_of(last)}"
    match = VALUE.match(value)
    if match is None or days is None:
        return None
    if match["week"]:
        return interval_of(days)
    year, number = match["year"], match["quarter"] or match["half"]
    if number:
        return f"{year}-{int(number) + (QUARTERS if match['quarter'] else HALVES)}"
    if match["season"]:
        return f"{year}-{SEASONS[match['season']]}"
    return value.partition("T")[0] + {"E": "X", "C": "XX"}.get(unit_of(value) or "", "")


def interval_of(days: Days) -> str:
    """EDTF for a stretch of days: one day, or an interval."""
    first, last = days.first.isoformat(), days.last.isoformat()
    return first if first == last else f"{first}/{last}"


@lru_cache(maxsize=4096)
def days_of_edtf(value: str) -> tuple[date | None, date | None] | None:
    """First and last day of an EDTF value; None for an open end, and where it cannot be read."""
    parts = value.split("/")
    ends = [_days(part) for part in parts]
    unread = any(e is None and p not in {"..", ""} for e, p in zip(ends, parts, strict=True))
    if len(parts) > 2 or unread:
        return None
    first, last = ends[0], ends[-1]
    return (first.first if first else None, last.last if last else None)


def is_of_the_calendar(value: str) -> bool:
    """Whether a date or an interval names days that there are, none before the one ahead of it."""
    days = days_of_edtf(value)
    return days is not None and None not in days and days == tuple(sorted(filter(None, days)))


def _days(part: str) -> Days | None:
    plain = part.partition("T")[0].rstrip("?~%")
    match = re.match(r"(\d{4})-(\d\d)$", plain)
    number = int(match[2]) if match else 0
    names = {n: s for s, n in SEASONS.items()}
    names |= {QUARTERS + n: f"Q{n}" for n in range(1, 5)}
    names |= {HALVES + n: f"H{n}" for n in range(1, 3)}
    if match and number in names:
        return days_of(f"{match[1]}-{names[number]}")
    return days_of(re.sub(r"X+$", "", plain))
