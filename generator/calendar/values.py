"""Values of dates: TIMEX3 as the grammar's own notation, EDTF as what is published.

TIMEX3 here: ``1998``, ``1998-02``, ``1998-02-27``, ``1998-02-27TEV``, ``1998-02-27T19:15``,
``1998-W07``, ``1998-W07-WE``, ``1998-Q3``, ``1998-H1``, ``1998-SU``, ``199`` (a decade), ``19``
(a century: TIMEX3 writes the digits that its years share), and ``1998-02-01/1998-02-03``.
"""

import re
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

Unit = Literal["D", "W", "WE", "M", "Q", "H", "S", "Y", "E", "C"]
"""Day, week, weekend, month, quarter, half-year, season, year, decade, century."""

SEASONS = ("WI", "SP", "SU", "FA")
"""By the month of their beginning: December, March, June, September."""
EDTF_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
LAST_YEAR = 9999

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


def days_of(value: str) -> Days | None:
    """The days that a TIMEX3 value covers; None where it is no such value or no real date."""
    if "/" in value:
        ends = [days_of(part) for part in value.split("/")]
        return Days(ends[0].first, ends[-1].last) if ends[0] and ends[-1] else None
    match = VALUE.match(value)
    try:
        return _days(match) if match else None
    except (ValueError, OverflowError):
        return None


def _days(match: re.Match[str]) -> Days:
    found = {k: v for k, v in match.groupdict().items() if v}
    if "century" in found:
        return _years(int(found["century"]) * 100, 100)
    if "decade" in found:
        return _years(int(found["decade"]) * 10, 10)
    year = int(found["year"])
    if "day" in found:
        only = date(year, int(found["month"]), int(found["day"]))
        return Days(only, only)
    if "week" in found:
        first = date.fromisocalendar(year, int(found["week"]), 6 if "weekend" in found else 1)
        return Days(first, first + timedelta(days=1 if "weekend" in found else 6))
    if "season" in found:
        start = SEASONS.index(found["season"]) * 3
        return _months(year, start, 3) if start else _months(year, 12, 3)
    if "month" in found:
        return _months(year, int(found["month"]), 1)
    if "quarter" in found:
        return _months(year, 3 * int(found["quarter"]) - 2, 3)
    if "half" in found:
        return _months(year, 6 * int(found["half"]) - 5, 6)
    return _years(year, 1)


def _years(first: int, count: int) -> Days:
    return Days(date(max(first, 1), 1, 1), date(first + count - 1, 12, 31))


def _months(year: int, month: int, count: int) -> Days:
    after = year * 12 + month - 1 + count
    end = date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
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
    return next(unit for group, unit in fine if match[group])


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


def edtf_of(value: str) -> str | None:
    """EDTF (ISO 8601-2) for a TIMEX3 value; never finer than it. None where it names no date."""
    if "/" in value:
        ends = [edtf_of(part) for part in value.split("/")]
        return "/".join(e for e in ends if e) if all(ends) else None
    match, days, unit = VALUE.match(value), days_of(value), unit_of(value)
    if match is None or days is None:
        return None
    if unit in {"W", "WE"}:
        return f"{days.first.isoformat()}/{days.last.isoformat()}"
    number = match["quarter"] or match["half"]
    if unit == "Q":
        return f"{match['year']}-{32 + int(number)}"
    if unit == "H":
        return f"{match['year']}-{39 + int(number)}"
    if unit == "S":
        return f"{match['year']}-{EDTF_SEASONS[match['season']]}"
    return value.split("T")[0] + {"E": "X", "C": "XX"}.get(unit or "", "")


def interval_of(days: Days) -> str:
    """EDTF for a stretch of days: one day, or an interval."""
    first, last = days.first.isoformat(), days.last.isoformat()
    return first if first == last else f"{first}/{last}"


def days_of_edtf(value: str) -> tuple[date | None, date | None] | None:
    """First and last day of an EDTF value; None for an open end, and where it cannot be read."""
    parts = value.split("/")
    ends = [_edtf_end(part) for part in parts]
    if len(parts) > 2 or any(
        end is None and part not in {"..", ""} for end, part in zip(ends, parts, strict=True)
    ):
        return None
    return (ends[0].first if ends[0] else None, ends[-1].last if ends[-1] else None)


def _edtf_end(part: str) -> Days | None:
    plain = part.rstrip("?~%")
    match = re.match(r"(\d{4})-(\d\d)$", plain)
    number = int(match[2]) if match else 0
    if match and number in EDTF_SEASONS.values():
        season = next(s for s, n in EDTF_SEASONS.items() if n == number)
        return days_of(f"{match[1]}-{season}")
    if match and 33 <= number <= 36:
        return days_of(f"{match[1]}-Q{number - 32}")
    if match and number in {40, 41}:
        return days_of(f"{match[1]}-H{number - 39}")
    return days_of(re.sub(r"X+$", "", plain))
