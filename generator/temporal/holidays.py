"""Holidays: the day that a rule of ``holidays.tsv`` gives in a year."""

import re
from datetime import date, timedelta


def holiday_value(value: str) -> str | None:
    """*2024+easter-2* as its day; None where there is no such day."""
    year, _, rule = value.partition("+")
    day = holiday_in(int(year), rule) if year.isdigit() else None
    return day.isoformat() if day else None


def holiday_in(year: int, rule: str) -> date | None:
    """The day of a holiday, by a rule as the list explains it; None where it fits no day."""
    try:
        return _holiday(year, rule)
    except (ValueError, OverflowError):
        return None


def _holiday(year: int, rule: str) -> date | None:
    moved = re.fullmatch(r"easter([+-]\d+)", rule)
    if moved:
        return easter_sunday(year) + timedelta(days=int(moved[1]))
    weekday = re.fullmatch(r"(\d\d)-W(\d|L)-(\d)(\+\d+)?", rule)
    if weekday:
        nth = _nth_weekday(year, int(weekday[1]), weekday[2], int(weekday[3]))
        return nth + timedelta(days=int(weekday[4] or 0))
    month, day = rule.split("-")
    return date(year, int(month), int(day))


def _nth_weekday(year: int, month: int, nth: str, weekday: int) -> date:
    if nth == "L":
        after = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return after - timedelta(days=(after.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (int(nth) - 1))


def easter_sunday(year: int) -> date:
    """Easter of the western churches, after the anonymous Gregorian computus."""
    golden, century, rest = year % 19, year // 100, year % 100
    corrected = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - corrected + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    total = moon + sunday - 7 * late + 114
    return date(year, total // 31, total % 31 + 1)
