"""Which dated clauses tell one event: of one time, in like words, of somebody in common."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from generator.language.weights import load_count, load_weight
from generator.model.corpus import DatedExpression, SpanRow

SAME_EVENT = load_weight("timeline.same_event")
RETOLD = 1 / load_count("timeline.retold")
"""Share of the words that two sources have in common which tell one event each in its own way."""
SHARED_WORDS = load_count("timeline.shared_words")
RETOLD_WORDS = load_count("timeline.retold_words")
NAMING_WORDS = load_count("timeline.naming_words")
"""Words that two share beside names; in all, of two sources; and in all, where one is no name."""
STEM = load_count("timeline.stem")
"""Letters of a word that are compared: *negotiate* and *negotiations* count as one."""
NEWS = timedelta(days=4)
"""How long after an event a report of it is news."""
STRETCH = timedelta(days=7)
"""The longest time, *last week*, in which two accounts with a few words in common are of one event.

Another source may date it to a day.
"""
REPORTED = "reported"
"""The rule of a row whose date is that of its document; no words of the text give it."""


class DatedEvent(Struct, frozen=True):
    """One dated expression with its event, as one document tells it."""

    row: DatedExpression
    event: SpanRow
    words: frozenset[str]
    names: frozenset[str]
    actors: frozenset[str]
    days: tuple[date | None, date | None]
    background: bool
    first: str = ""
    """The actor that it names first."""


def fold_events(told: Sequence[DatedEvent]) -> list[list[DatedEvent]]:
    """The events, each with all that tells it, in order of time; who dates it best comes first."""
    groups: list[list[DatedEvent]] = []
    by_date: dict[str, list[list[DatedEvent]]] = {}
    dated: dict[int, list[list[DatedEvent]]] = {}
    for one in sorted(told, key=_by_exactness):
        same_time = by_date.setdefault(one.row.value or "", [])
        near = (*same_time, *_within(one, dated))
        group = next((g for g in near if any(_is_same(one, other) for other in g)), None)
        if group is None:
            group = []
            same_time.append(group)
            groups.append(group)
            if one.row.rule != REPORTED and one.days[1]:
                dated.setdefault(one.days[1].toordinal(), []).append(group)
        group.append(one)
    return sorted(groups, key=lambda group: _order(group[0]))


def _order(told: DatedEvent) -> tuple[date, bool, date, str, int]:
    """By the first day; what is only known to end on a day stands before what began on it."""
    first, last = told.days
    begin = first or last or date.max
    return begin, first is not None, last or date.max, told.row.document, told.row.start


def _by_exactness(
    told: DatedEvent,
) -> tuple[bool, timedelta, bool, tuple[date, bool, date, str, int]]:
    """What happened stands before its plan."""
    return told.row.rule == REPORTED, _length(told), told.row.planned, _order(told)


def _length(told: DatedEvent) -> timedelta:
    first, last = told.days
    return last - first if first and last else timedelta.max


def _within(
    one: DatedEvent, dated: Mapping[int, Sequence[list[DatedEvent]]]
) -> Iterator[list[DatedEvent]]:
    """What others date to a day of the same stretch, or to the days before a report's own."""
    first, last = (day.toordinal() if day else 0 for day in one.days)
    if one.row.rule == REPORTED:
        first -= NEWS.days
    elif not timedelta(0) < _length(one) <= STRETCH:
        return
    for day in range(first, last + 1):
        yield from dated.get(day, ())


def _is_same(one: DatedEvent, other: DatedEvent) -> bool:
    """Told in like words and, where both name somebody, of the same: no two firms' results."""
    if one.event == other.event:
        return True
    shared = one.words & other.words
    beside = shared - {name.lower()[:STEM] for name in one.names}
    likeness = len(shared) / max(1, min(len(one.words), len(other.words)))
    alike = likeness >= SAME_EVENT and (
        len(beside) >= SHARED_WORDS or (bool(beside) and len(shared) >= NAMING_WORDS)
    )
    if alike and one.row.rule == other.row.rule == REPORTED:
        return True  # *a climber has died*, *a second man has died*
    parties = ((one.actors, other.actors), (one.names, other.names))
    known = [both for both in parties if all(both)]
    common = any(not both[0].isdisjoint(both[1]) for both in known)
    takes_part = one.first in other.actors or other.first in one.actors
    retold = takes_part and bool(beside) and len(shared) >= RETOLD_WORDS and likeness >= RETOLD
    apart = one.row.document != other.row.document
    apart = apart and max(_length(one), _length(other)) <= STRETCH  # a year holds many events
    return (alike and (common or not known)) or (retold and apart)
