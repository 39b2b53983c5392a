"""Values of dates in TIMEX3, and the days that they cover.

The forms are ``2001``, ``2001-02``, ``2001-02-27``, ``2001-02-27TEV``, ``2001-02-27T20:40``,
``2001-W07``, ``2001-W07-WE``, ``2001-Q3``, ``2001-H1``, ``2001-SU``, ``199`` (a decade), ``19``
(a century: TIMEX3 writes the digits that its years share), and ``2001-02-01/2001-02-03``.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from msgspec import Struct

Unit = Literal["D", "W", "WE", "M", "Q", "H", "S", "Y", "E", "C"]
"""Day, week, weekend, month, quarter, half-year, season, year, decade, century."""

SEASONS = ("WI", "SP", "SU", "FA")
"""By the month of their beginning: December, March, June, September."""

VALUE = re.compile(
    r"(?P<century>\d\d)$|(?P<decade>\d{3})$|(?P<year>\d{4})"
    r"(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?"
    r"(?P<time>T[\w:]+)?$"
)


class Days(Struct, frozen=True, order=True):
    """The first and the last day of a stretch of time."""

    first: date
    last: date


@lru_cache(maxsize=65536)
def days_of(value: str) -> Days | None:
    """The days that a TIMEX3 value covers; None where it is no such value or no real date."""
    first, slash, last = value.partition("/")
    if slash:
        begin, end = days_of(first), days_of(last)
        runs_on = begin is not None and end is not None and begin.first <= end.last
        return Days(begin.first, end.last) if begin and end and runs_on else None
    match = VALUE.match(value)
    try:
        return _days(match) if match else None
    except (ValueError, OverflowError):
        return None


def _days(match: re.Match[str]) -> Days:
    found = {k: v for k, v in match.groupdict().items() if v}
    year = int(found.get("year", 0))
    if "day" in found:
        only = date(year, int(found["month"]), int(found["day"]))
        return Days(only, only)
    if "week" in found:
        first = date.fromisocalendar(year, int(found["week"]), 6 if "weekend" in found else 1)
        return Days(first, first + timedelta(days=1 if "weekend" in found else 6))
    return _months(year, *_first_month(found)) if "year" in found else _digits(found)


def _first_month(found: dict[str, str]) -> tuple[int, int]:
    """The first month of a part of a year, and how many months it has."""
    if "season" in found:
        return SEASONS.index(found["season"]) * 3 or 12, 3
    if "month" in found:
        return int(found["month"]), 1
    if "quarter" in found:
        return 3 * int(found["quarter"]) - 2, 3
    return (6 * int(found["half"]) - 5, 6) if "half" in found else (1, 12)


def _digits(found: dict[str, str]) -> Days:
    digits = found.get("decade") or found["century"]
    count = 10 if "decade" in found else 100
    first = int(digits) * count
    return Days(date(max(first, 1), 1, 1), date(first + count - 1, 12, 31))


def _months(year: int, month: int, count: int) -> Days:
    last = year * 12 + month + count - 2
    end = date(last // 12, last % 12 + 1, monthrange(last // 12, last % 12 + 1)[1])
    return Days(date(year, month, 1), end)


def unit_of(value: str) -> Unit | None:
    """How fine a TIMEX3 value is; None where it has no place in time."""
    match = VALUE.match(value)
    if match is None:
        return None
    fine: tuple[tuple[str, Unit], ...] = (
        ("day", "D"), ("weekend", "WE"), ("week", "W"), ("month", "M"), ("quarter", "Q"),
        ("half", "H"), ("season", "S"), ("decade", "E"), ("century", "C"), ("year", "Y"),
    )  # fmt: skip
    return next((unit for group, unit in fine if match[group]), None)


def value_at(day: date, unit: Unit) -> str:
    """The stretch of size `unit` that `day` lies in, as TIMEX3."""
    week = day.isocalendar()
    winter = day.year if day.month == 12 else day.year - 1
    season = SEASONS[day.month % 12 // 3]
    by_unit: dict[Unit, str] = {
        "D": day.isoformat(),
        "W": f"{week.year:04}-W{week.week:02}",
        "WE": f"{week.year:04}-W{week.week:02}-WE",
        "M": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "H": f"{day.year:04}-H{(day.month + 5) // 6}",
        "S": f"{winter if season == 'WI' else day.year:04}-{season}",
        "Y": f"{day.year:04}",
        "E": f"{day.year // 10:03}",
        "C": f"{day.year // 100:02}",
    }
    return by_unit[unit]


def shift(day: date, count: int, unit: Unit) -> date | None:
    """`day` moved by `count` units; the end of a short month stands for its missing days."""
    months = {"M": 1, "Q": 3, "S": 3, "H": 6, "Y": 12, "E": 120, "C": 1200}
    try:
        if unit in months:
            after = day.year * 12 + day.month - 1 + count * months[unit]
            last = _months(after // 12, after % 12 + 1, 1).last
            return last.replace(day=min(day.day, last.day))
        return day + timedelta(days=count * (1 if unit == "D" else 7))
    except (ValueError, OverflowError):
        return None
