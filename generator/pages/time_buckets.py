"""The dates of the documents on one scale: by day where they are few, else by month or by year."""

from collections import defaultdict
from collections.abc import Iterable

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
