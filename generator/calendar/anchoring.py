"""Anchoring: what a pattern of the grammar means, seen from a day.

A pattern is a TIMEX3 value, with gaps or counted from somewhere, and flags behind semicolons::

    2025-05-19  196  P3D  PRESENT_REF    all is said
    XXXX-05-19  XXXX-05  XXXX-Q3         the year is missing
    XXXX-WXX-3TEV                        a weekday, here Wednesday evening
    XXXX+easter-2  2024+11-W4-4          a holiday
    XX8                                  a decade without its century
    published-1W  published+0Y:Q3        counted from the document's date, and a part of that
    context+1M  event-1D                 counted from the date before it, or from an event
    T10:35                               a time of day

Flags: ``before`` ``after`` ``this`` (*last*, *next*, *this* May), ``past`` ``future`` (the tense
around it), ``strict`` (the date hangs on that verb), ``context`` (seen from the date before it), ``own`` (the date before it, or else the
document's), ``recent`` (a quarter reported on), ``yearbefore``, ``period``, ``week`` (a week more),
``w3`` (the text says that it is a Wednesday), ``until`` ``since`` ``aftermath`` (one end is open), and the
part of the stretch that is meant: ``early`` ``mid`` ``late`` ``start`` ``end`` ``earlier`` ``later`` ``part``.
"""

import re
from datetime import date, timedelta

from msgspec import Struct

from generator.calendar.holidays import holiday_in
from generator.calendar.values import Days, Unit, days_of, shift, unit_of, value_at

HALF_A_YEAR = timedelta(days=183)
AGAINST_TENSE = 2
"""A past tense may stand beside a day to come (*was put off to Nov. 16*), but rarely far from it."""
YEARS_BESIDE = 1
"""How many years before and after the anchor's a date without a year may lie in."""
RELATIVE = re.compile(r"(published|context|event)([+-])([\d.]+|X)(T?[A-Z]+)(?::(.*))?$")
GAPPED = re.compile(r"XXXX[-+](?!WXX|XX)")
WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(T[\w:]+)?$")


class Pattern(Struct, frozen=True):
    """A pattern taken apart: what it says, and its flags."""

    base: str
    flags: frozenset[str]


class Anchor(Struct, frozen=True):
    """The day that relative words are counted from, and the value of the date before them."""

    day: date
    context: str | None = None
    event: date | None = None


def parse_pattern(pattern: str) -> Pattern:
    """Take a pattern apart at its semicolons."""
    base, *flags = pattern.split(";")
    return Pattern(base, frozenset(flags))


def needs(pattern: str) -> str:
    """What a pattern must be anchored to: ``published``, ``year``, ``context``, ``event``, or nothing."""
    base = parse_pattern(pattern).base
    relative = RELATIVE.match(base)
    if relative:
        return relative[1]
    if WEEKDAY.match(base) or base.startswith("T"):
        return "published"
    return "year" if "XX" in base and not base.startswith("P") else ""


def resolve(pattern: str, anchor: Anchor) -> str | None:
    """The TIMEX3 value of a pattern seen from the anchor; None where it stays open."""
    parsed = parse_pattern(pattern)
    if not needs(pattern):
        return _holiday(parsed.base) if "+" in parsed.base else _expand(parsed.base)
    if "/" in parsed.base:
        return _range(parsed, anchor)
    if parsed.base.startswith("XX") and len(parsed.base) == 3:
        return _decade(parsed.base[2], anchor.day)
    if RELATIVE.match(parsed.base):
        return _relative(parsed, anchor)
    if WEEKDAY.match(parsed.base):
        return _weekday(parsed, _view(parsed, anchor))
    if parsed.base.startswith("T"):
        same_day = anchor.context if anchor.context and unit_of(anchor.context) == "D" else None
        return f"{same_day[:10] if same_day else anchor.day.isoformat()}{parsed.base}"
    return _gapped(parsed, anchor)


def candidates(base: str, years: range) -> tuple[str, ...]:
    """A pattern without a year, in each of the years in which there is such a day."""
    filled = (base.replace("XXXX", f"{year:04}") for year in years if 1 <= year <= 9999)
    values = ((_holiday(v) if "+" in v else v) for v in filled)
    return tuple(v for v in values if v is not None and days_of(v) is not None)


def weekday_says(pattern: str) -> int | None:
    """The weekday that the text gives beside a date, 1 for Monday."""
    flag = next(
        (f for f in sorted(parse_pattern(pattern).flags) if re.fullmatch(r"w[1-7]", f)), None
    )
    return int(flag[1]) if flag else None


def _expand(base: str) -> str:
    """*1990/91* to *1990/1991*."""
    short = re.fullmatch(r"(\d\d)(\d\d)/(\d\d)", base)
    return f"{short[1]}{short[2]}/{short[1]}{short[3]}" if short else base


def _holiday(base: str) -> str | None:
    year, rule = base.split("+", 1)
    day = holiday_in(int(year), rule)
    return day.isoformat() if day else None


def _view(parsed: Pattern, anchor: Anchor) -> date:
    """The day to look from: the date spoken of where the words point at it."""
    days = days_of(anchor.context) if anchor.context and "context" in parsed.flags else None
    return days.first if days else anchor.day


def _range(parsed: Pattern, anchor: Anchor) -> str | None:
    first, last = parsed.base.split("/")
    start = _gapped(Pattern(first, parsed.flags), anchor)
    day = days_of(start) if start else None
    end = resolve(last, Anchor(day.first)) if day else None
    return f"{start}/{end}" if start and end else None


def _decade(digit: str, day: date) -> str:
    century = day.year // 100
    value = f"{century:02}{digit}"
    return value if int(value) * 10 <= day.year else f"{century - 1:02}{digit}"


def _weekday(parsed: Pattern, day: date) -> str | None:
    match = WEEKDAY.match(parsed.base)
    if match is None:
        return None
    ahead = (int(match[1]) - day.isoweekday()) % 7
    if "after" in parsed.flags:
        days = ahead or 7
    elif "before" in parsed.flags:
        days = ahead - 7
    elif "this" in parsed.flags or "future" in parsed.flags:
        days = ahead
    else:
        days = ahead - 7 if ahead else 0
    if "week" in parsed.flags:
        days += 7
    moved = shift(day, days, "D")
    return f"{moved.isoformat()}{match[2] or ''}" if moved else None


def _gapped(parsed: Pattern, anchor: Anchor) -> str | None:
    """The year before, after or nearest to the anchor, as the words and their tense say."""
    day = _view(parsed, anchor)
    years = range(day.year - YEARS_BESIDE, day.year + YEARS_BESIDE + 1)
    found = [v for v in candidates(parsed.base, years) if _fits_weekday(v, parsed)]
    if not found:
        return None
    if "recent" in parsed.flags:
        value = _recent(found, day, future="future" in parsed.flags)
    else:
        value = _by_tense(found, day, parsed.flags)
    if value and "yearbefore" in parsed.flags:
        return f"{int(value[:4]) - 1:04}{value[4:]}"
    return value


def _fits_weekday(value: str, parsed: Pattern) -> bool:
    says = weekday_says(";".join(("", *sorted(parsed.flags))))
    days = days_of(value)
    return says is None or (days is not None and days.first.isoweekday() == says)


def _by_tense(values: list[str], day: date, flags: frozenset[str]) -> str | None:
    spans = [(value, days) for value in values if (days := days_of(value))]
    if "this" in flags:
        spans = [s for s in spans if s[0][:4] == f"{day.year:04}"] or spans
    elif "before" in flags:
        spans = [s for s in spans if s[1].last < day][-1:]
    elif "after" in flags:
        spans = [s for s in spans if s[1].first > day][:1]
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


def _recent(values: list[str], day: date, *, future: bool) -> str:
    """The quarter that is reported on: the last that began, or one soon to come in the future tense."""
    begun = [v for v in values if (days := days_of(v)) and days.first <= day]
    coming = [v for v in values if v not in begun]
    last = days_of(begun[-1]) if begun else None
    if coming and (last is None or future and day - last.last > HALF_A_YEAR):
        return coming[0]
    return (begun or values)[-1]


def _relative(parsed: Pattern, anchor: Anchor) -> str | None:
    match = RELATIVE.match(parsed.base)
    if match is None or match[3] == "X":
        return None
    count, unit = round(float(match[3])) * (1 if match[2] == "+" else -1), match[4]
    if unit.startswith("T"):
        count, unit = 0 if unit != "TH" else int(count / 24), "D"
    if match[1] == "context":
        return _beside(parsed, count, unit, anchor)
    day = anchor.event if match[1] == "event" else anchor.day
    if (
        "own" in parsed.flags
        and unit == "WE"
        and day
        and "future" not in parsed.flags
        and day.isoweekday() < 6
    ):
        count -= 1
    moved = shift(day, count, _unit(unit)) if day else None
    if moved is None:
        return None
    return _part_of(value_at(moved, _unit(unit)), match[5] or "")


def _unit(letters: str) -> Unit:
    known: dict[str, Unit] = {u: u for u in ("D", "W", "WE", "M", "Q", "H", "S", "Y", "E", "C")}  # type: ignore[misc]
    return known.get(letters, "D")


def _beside(parsed: Pattern, count: int, unit: str, anchor: Anchor) -> str | None:
    """Counted from the date before it; *a year earlier* than a quarter is a quarter.

    *The quarter* without one before it is the last that was over.
    """
    days = days_of(anchor.context) if anchor.context else None
    size = unit_of(anchor.context) if anchor.context else None
    if "own" in parsed.flags and size != unit:
        return value_at(anchor.day.replace(day=1) - timedelta(days=80), "Q")
    if days is None or size is None:
        return None
    keeps = (size in {"Q", "H"} and unit == "Y") or "period" in parsed.flags
    moved = shift(days.first, count, _unit(unit))
    return value_at(moved, size if keeps else _unit(unit)) if moved else None


def _part_of(value: str, part: str) -> str | None:
    days = days_of(value)
    if not part or days is None:
        return value
    if part.startswith("T"):
        return value + part
    if re.fullmatch(r"[1-7]", part):
        return (days.first + timedelta(days=int(part) - 1)).isoformat()
    whole = f"{value[:4]}-{part}"
    return whole if days_of(whole) else None
