"""Anchoring: what a pattern means, seen from a day; the notation is in `patterns`."""

import re
from datetime import date
from typing import get_args

from msgspec import Struct

from generator.temporal.holidays import holiday_value
from generator.temporal.missing_years import in_a_month, in_a_year
from generator.temporal.patterns import (
    DAY_OF_MONTH,
    DECADE,
    ORDER,
    RELATIVE,
    SHORT_YEAR,
    WEEKDAY,
    Pattern,
    needs,
    parse_pattern,
)
from generator.temporal.steps import take_steps
from generator.temporal.values import Unit, days_of, shift, unit_of, value_at

UNITS: dict[str, Unit] = {unit: unit for unit in get_args(Unit)}
SATURDAY = 6
CENTURY = 100
GENERATION = 20
"""Years; a year of two digits lies ahead by so many at most."""


class Anchor(Struct, frozen=True):
    """The day that relative words are counted from, and the value of the date before them."""

    day: date
    context: str | None = None
    event: date | None = None


def resolve(pattern: str, anchor: Anchor) -> str | None:
    """The TIMEX3 value of a pattern seen from the anchor; None where it stays open."""
    parsed = parse_pattern(pattern)
    if needs(pattern) == "year":
        return _with_year(parsed, anchor)
    value = _value(parsed, anchor)
    return take_steps(value, parsed.steps) if value and parsed.steps else value


def _value(parsed: Pattern, anchor: Anchor) -> str | None:
    """The value before any steps are taken from it."""
    order = ORDER.match(parsed.base)
    if order:
        return _in_order(order, parsed.flags)
    if RELATIVE.match(parsed.base):
        return _relative(parsed, anchor)
    if WEEKDAY.match(parsed.base):
        return _weekday(parsed, _view(parsed, anchor))
    if parsed.base.startswith("T"):
        return _clock(parsed.base, anchor)
    return holiday_value(parsed.base) if "+" in parsed.base else parsed.base


def _with_year(parsed: Pattern, anchor: Anchor) -> str | None:
    decade = DECADE.match(parsed.base)
    if decade:
        return _decade(decade[1], anchor.day)
    short, nth = SHORT_YEAR.match(parsed.base), DAY_OF_MONTH.match(parsed.base)
    if short:
        return _in_a_century(short, parsed, anchor.day)
    if nth:
        return in_a_month(int(nth[1]), parsed, _view(parsed, anchor))
    first, _, last = parsed.base.partition("/")
    one = Pattern(first, parsed.flags, parsed.steps)
    start = in_a_year(one, _view(parsed, anchor))
    days = days_of(start) if start and last else None
    end = in_a_year(Pattern(last, frozenset()), days.first) if days else None
    return f"{start}/{end}" if end else (None if last else start)


def _in_a_century(short: re.Match[str], parsed: Pattern, day: date) -> str | None:
    """*14 April ’29*: the last such year, or one to come that is nearer than a generation."""
    year = day.year // CENTURY * CENTURY + int(short["digits"])
    year -= CENTURY if year > day.year + GENERATION else 0
    value = f"{year:04}{short['rest']}"
    return take_steps(value, parsed.steps) if days_of(value) else None


def _in_order(order: re.Match[str], flags: frozenset[str]) -> str | None:
    """*04/05/2025* in the order that its weekday or a flag gives, or where both come to the same.

    The order that a weekday shows needs no other date.
    """
    one, other = readings = _readings(order)
    days = (days_of(value) for value in readings)
    fitting = [d.first.isoformat() for d in days if d and f"w{d.first.isoweekday()}" in flags]
    if len(fitting) == 1:
        return fitting[0]
    if one == other or "dayfirst" in flags:
        return one
    return other if "monthfirst" in flags else None


def _readings(order: re.Match[str]) -> tuple[str, str]:
    """A date by number with the day first, and with the month first."""
    year, first, second = order.groups()
    return f"{year}-{second}-{first}", f"{year}-{first}-{second}"


def shown_order(pattern: str) -> str:
    """``dayfirst`` or ``monthfirst`` where a date by number has that order alone, else nothing."""
    parsed = parse_pattern(pattern)
    own = parsed.flags & {"dayfirst", "monthfirst"}
    order = ORDER.match(parsed.base)
    value = _in_order(order, parsed.flags) if order and not own else None
    one, other = _readings(order) if order else ("", "")
    if value and one != other:
        return "dayfirst" if value == one else "monthfirst"
    return next(iter(own), "")


def _decade(digit: str, day: date) -> str | None:
    """The last such decade that had begun."""
    value = f"{day.year // 100:02}{digit}"
    if int(value) * 10 <= day.year:
        return value
    return f"{day.year // 100 - 1:02}{digit}" if day.year >= CENTURY else None


def _view(parsed: Pattern, anchor: Anchor) -> date:
    """The day to look from: the date spoken of where the words point at it."""
    days = days_of(anchor.context) if anchor.context and "context" in parsed.flags else None
    return days.first if days else anchor.day


def _clock(base: str, anchor: Anchor) -> str:
    """A time of day is of the day spoken of, or else of the document's."""
    same = anchor.context if anchor.context and unit_of(anchor.context) == "D" else None
    return f"{same[:10] if same else anchor.day.isoformat()}{base}"


def _weekday(parsed: Pattern, day: date) -> str | None:
    match = WEEKDAY.match(parsed.base)
    ahead = (int(match[1]) - day.isoweekday()) % 7 if match else 0
    if "next" in parsed.flags:
        days = ahead or 7
    elif "last" in parsed.flags:
        days = ahead - 7
    elif parsed.flags & {"current", "future"}:
        days = ahead
    else:
        days = ahead - 7 if ahead else 0
    moved = shift(day, days + (7 if "week" in parsed.flags else 0), "D")
    return f"{moved.isoformat()}{match[2] or ''}" if moved and match else None


FINE: frozenset[Unit] = frozenset({"D", "W", "WE"})
COARSE: frozenset[Unit] = frozenset({"M", "Q", "H", "S", "Y", "E", "C"})
"""Stretches of time that are longer than a week."""


def _relative(parsed: Pattern, anchor: Anchor) -> str | None:
    match = RELATIVE.match(parsed.base)
    if match is None or match[3] == "X":
        return None
    count, letters = round(float(match[3])) * (1 if match[2] == "+" else -1), match[4]
    if letters.startswith("T") and match[1] == "context":
        return None  # *six minutes later* leads to no day
    if letters.startswith("T"):
        count, letters = int(count / 24) if letters == "TH" else 0, "D"
    unit = UNITS.get(letters, "D")
    if match[1] == "context":
        return _counted_from(parsed, count, unit, anchor)
    day = anchor.event if match[1] == "event" else anchor.day
    if unit == "WE" and day and _means_last_weekend(parsed, day):
        count -= 1
    moved = shift(day, count, unit) if day else None
    return _part_of(value_at(moved, unit), match[5] or "") if moved else None


def _means_last_weekend(parsed: Pattern, day: date) -> bool:
    """*Over the weekend*, said on a working day."""
    told = "own" in parsed.flags and "future" not in parsed.flags
    return told and day.isoweekday() < SATURDAY


def _counted_from(parsed: Pattern, count: int, unit: Unit, anchor: Anchor) -> str | None:
    """Counted from the date before it; *a year earlier* than a quarter is a quarter.

    *The quarter* without one before it is the last that was over.
    """
    days = days_of(anchor.context) if anchor.context else None
    size = unit_of(anchor.context) if anchor.context else None
    if "own" in parsed.flags and size != unit:
        over = shift(anchor.day, -1, "Q")
        return value_at(over, "Q") if over else None
    if days is None or size is None:
        return None
    keeps = (size in {"Q", "H"} and unit == "Y") or "period" in parsed.flags
    if unit in FINE and size in COARSE and not keeps:
        return None  # *three days later* than a year is on no day that could be told
    moved = shift(days.first, count, unit)
    return value_at(moved, size if keeps else unit) if moved else None


def _part_of(value: str, part: str) -> str | None:
    days = days_of(value)
    if not part or days is None:
        return value
    if part.startswith("T"):
        return value + part
    if re.fullmatch(r"[1-7]", part):
        moved = shift(days.first, int(part) - 1, "D")
        return moved.isoformat() if moved else None
    if part.startswith("+"):
        return holiday_value(value[:4] + part)
    whole = f"{value[:4]}-{part}"
    return whole if days_of(whole) else None
