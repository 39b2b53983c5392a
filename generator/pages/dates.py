"""EDTF values for readers: as precise as the source, an inferred year in square brackets."""

import re
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from generator.i18n.catalogue import Catalogue
from generator.pages.labels import SEASONS
from generator.pages.views import When

DAY = re.compile(r"(-?\d{3,4}X*)(?:-(\d\d|XX))?(?:-(\d\d|XX))?")

RANGE = "–"

FIRST_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}
"""The month in which a part of a year begins, by its number in EDTF; seasons of the north."""
WINTER = 24
MOST_DAYS = 31
"""A longer stretch is a period: what is told of it is not what happened on each of its days."""


class Day(Struct, frozen=True):
    """A date as far as it is known."""

    year: str
    month: int | None
    day: int | None


@lru_cache(maxsize=4096)
def view_date(value: str, *, inferred: bool, catalogue: Catalogue) -> When:
    """A date for the reader; a value that is none of the known forms is shown as it is."""
    return When(_text(value, inferred=inferred, catalogue=catalogue), value, inferred)


def short_day(day: str, catalogue: Catalogue, *, with_year: bool) -> str:
    """A day ``YYYY-MM-DD`` as a label has it, *3 Mar*; empty for none."""
    if not day:
        return ""
    month = catalogue.month_short(int(day[5:7]))
    form = catalogue.form("{day} {month} {year}")
    year = day[:4] if with_year else ""
    return form.format(day=int(day[8:10]), month=month, year=year).strip()


def first_day(value: str) -> str | None:
    """The earliest day of an EDTF value as ``YYYY-MM-DD``; None where it has none."""
    start = value.partition("/")[0]
    day = _parse(start) or _parse(value.rpartition("/")[2])
    if day is None or not day.year.strip("-").isdigit():
        return None
    month = FIRST_MONTHS.get(day.month or 1, day.month or 1)
    return f"{day.year}-{month:02d}-{day.day or 1:02d}"


def days_of_value(value: str) -> tuple[str, ...]:
    """Each day of an EDTF value whose ends are days; none where it is less precise, or long."""
    plain = value.replace("~", "").replace("?", "").replace("%", "")
    ends = [part.partition("T")[0] for part in plain.split("/")]
    if not all(is_day(end) and len(end) == len("2025-05-19") for end in ends):
        return ()
    first, last = (date.fromisoformat(end) for end in (ends[0], ends[-1]))
    length = (last - first).days + 1
    if length > MOST_DAYS:
        return ()
    return tuple((first + timedelta(n)).isoformat() for n in range(length))


def is_day(day: str) -> bool:
    """Whether a day can stand in a calendar of four-digit years: 30 February and 44 BC cannot."""
    try:
        return bool(date.fromisoformat(day))
    except ValueError:
        return False


def last_day(value: str) -> str | None:
    """The end of an EDTF value as precise as it is; of an open interval its known end."""
    known = value.rpartition("/")[2].strip(".") or value.partition("/")[0]
    return known if _parse(known) else None


def _text(value: str, *, inferred: bool, catalogue: Catalogue) -> str:
    if "/" not in value:
        day = _parse(value)
        return _one(day, inferred=inferred, catalogue=catalogue) if day else value
    start, end = (_parse(part) for part in value.split("/", 1))
    if start and end:
        return _between(start, end, inferred=inferred, catalogue=catalogue)
    known = start or end
    if known is None:
        return value
    date = _one(known, inferred=inferred, catalogue=catalogue)
    message = "on or after {date}" if start else "on or before {date}"
    return catalogue.form(message).format(date=date)


@lru_cache(maxsize=4096)
def _parse(value: str) -> Day | None:
    match = DAY.fullmatch(value.partition("T")[0].strip("~?% "))
    if match is None:
        return None
    year, month, day = match.groups()
    return Day(
        year,
        int(month) if month and month.isdigit() else None,
        int(day) if day and day.isdigit() else None,
    )


def _year(year: str, *, inferred: bool) -> str:
    shown = f"{year[:-1]}0s" if year.endswith("X") and len(year) == 4 else year
    return f"[{shown}]" if inferred else shown


def _one(day: Day, *, inferred: bool, catalogue: Catalogue) -> str:
    year = _year(day.year, inferred=inferred)
    if day.month is None:
        return year
    if day.month > 12:
        season = SEASONS.get(day.month)
        year = _year(_winter(day.year), inferred=inferred) if day.month == WINTER else year
        return catalogue.form(season).format(year=year) if season else year
    month = catalogue.month(day.month)
    if day.day is None:
        return f"{month} {year}"
    return catalogue.form("{day} {month} {year}").format(day=day.day, month=month, year=year)


def _winter(year: str) -> str:
    """A winter is named by the year in which it begins and the one in which it ends."""
    return f"{year}/{(int(year) + 1) % 100:02}" if year.isdigit() else year


def _between(start: Day, end: Day, *, inferred: bool, catalogue: Catalogue) -> str:
    last = _one(end, inferred=inferred, catalogue=catalogue)
    whole = start.month and end.month and start.day and end.day
    if not whole or start.year != end.year or start.month is None or start.month > 12:
        return f"{_one(start, inferred=inferred, catalogue=catalogue)} {RANGE} {last}"
    if start.month == end.month:
        return last.replace(str(end.day), f"{start.day}{RANGE}{end.day}", 1)
    form = catalogue.form("{day} {month} {year}")
    first = form.format(day=start.day, month=catalogue.month(start.month), year="").strip()
    return f"{first} {RANGE} {last}"
