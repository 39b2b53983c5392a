"""The dates of the documents on one scale: by day where they are few, else by month or by year."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from msgspec import Struct

from generator.i18n.catalogue import Catalogue
from generator.pages.dates import first_day, view_date
from generator.pages.views import When

MOST = 40
"""Most marks that stand apart from each other in a small figure."""
DAY, MONTH, YEAR = 10, 7, 4
"""How much of ``YYYY-MM-DD`` the parts take."""


class Period(Struct, frozen=True):
    """A day, month or year in which documents were published."""

    day: str
    """Its first day, ``YYYY-MM-DD``."""
    when: When
    documents: tuple[str, ...]


class Event(Struct, frozen=True):
    """An entry of the timeline as a figure needs it."""

    url: str
    when: When


class Stretch(Struct, frozen=True):
    """A stretch of time and the events that begin in it, the earliest first."""

    first: date
    last: date
    """The day after its end."""
    value: str
    """EDTF."""
    events: tuple[Event, ...]


def _of_day(day: date) -> tuple[date, date, str]:
    return day, day + timedelta(days=1), day.isoformat()


def _of_week(day: date) -> tuple[date, date, str]:
    monday = day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
    sunday = monday + timedelta(days=6)
    return monday, sunday, f"{monday.isoformat()}/{sunday.isoformat()}"


def _of_month(day: date) -> tuple[date, date, str]:
    first = day.replace(day=1)
    return first, first + timedelta(days=30), first.isoformat()[:MONTH]


def _of_years(count: int) -> Callable[[date], tuple[date, date, str]]:
    def stretch(day: date) -> tuple[date, date, str]:
        start = max(day.year - day.year % count, date.min.year)
        end = min(start - start % count + count - 1, date.max.year)
        value = f"{start:04d}" if count == 1 else f"{start:04d}/{end:04d}"
        return date(start, 1, 1), date(end, 12, 31), value

    return stretch


STEPS: dict[str, Callable[[date], tuple[date, date, str]]] = {
    "day": _of_day,
    "week": _of_week,
    "month": _of_month,
    "year": _of_years(1),
    "decade": _of_years(10),
    "century": _of_years(100),
}
"""From a day to the stretch that it lies in, the shortest first."""
DAYS = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652, "century": 36524}


def count_by_step(
    days: Sequence[tuple[date, Event]], *, most: int
) -> tuple[str, tuple[Stretch, ...]]:
    """The shortest step of which at most `most` fit between the days, and its stretches.

    `days` are in order; a stretch without events is left out.
    """
    span = (days[-1][0] - days[0][0]).days
    step = next((name for name in STEPS if span // DAYS[name] < most), "century")
    groups: dict[tuple[date, date, str], list[Event]] = {}
    for day, event in days:
        groups.setdefault(STEPS[step](day), []).append(event)
    return step, tuple(Stretch(*key, tuple(events)) for key, events in groups.items())


def find_periods(dated: Iterable[tuple[str, When]], catalogue: Catalogue) -> tuple[Period, ...]:
    """The periods of documents with these dates, the earliest first; none for a year unknown."""
    days = [(day, document, when) for document, when in dated if (day := first_day(when.value))]
    length = next((n for n in (DAY, MONTH) if len({d[0][:n] for d in days}) <= MOST), YEAR)
    groups: defaultdict[str, list[tuple[str, str, When]]] = defaultdict(list)
    for row in sorted(days, key=lambda row: row[:2]):
        groups[row[0][:length]].append(row)
    return tuple(
        Period(rows[0][0], _when(key, rows, catalogue), tuple(row[1] for row in rows))
        for key, rows in groups.items()
    )


def _when(key: str, rows: list[tuple[str, str, When]], catalogue: Catalogue) -> When:
    """The documents' own date where they have one and the same, else their day, month or year."""
    inferred = any(when.inferred for _, _, when in rows)
    own = {when.value: when for _, _, when in rows}
    return rows[0][2] if len(own) == 1 else view_date(key, inferred=inferred, catalogue=catalogue)
