"""Dated expressions to events: one entry an event, with every source that tells it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct, structs

from generator.language.lexicons import Lexicon, lexicon_of_corpus
from generator.model.corpus import (
    Actor,
    Confidence,
    DatedExpression,
    SpanRow,
    TimelineEntry,
    TimelineMember,
)
from generator.model.identifiers import number_repeats, short_hash, slug
from generator.model.text import Document
from generator.temporal import days_of_edtf, joins, stretch_of

NEVER = date.min
BACKGROUND = timedelta(days=366)
"""An event that ended longer than this before its story is background."""
SAME_EVENT = 0.5
"""How much of the shorter clause's words two clauses on one day share to tell the same event."""
SHARED_WORDS = 2
STEM = 5
"""Letters of a word that are compared: *negotiate* and *negotiations* count as one."""
CONFIDENCE: tuple[Confidence, ...] = ("explicit", "verified", "inferred", "low")
"""From the surest to the least."""


class _Told(Struct, frozen=True):
    """One dated expression with its event, as one document tells it."""

    row: DatedExpression
    event: SpanRow
    words: frozenset[str]
    names: frozenset[str]
    actors: frozenset[str]
    days: tuple[date | None, date | None]
    background: bool


def resolve_timeline(
    documents: Sequence[Document], dates: Sequence[DatedExpression], actors: Sequence[Actor]
) -> tuple[TimelineEntry, ...]:
    """The timeline's entries, by date; the same event told twice is one entry."""
    texts = {document.id: document.text for document in documents}
    lexicon = lexicon_of_corpus(document.language for document in documents)
    named = _actors_by_document(actors)
    ends = _story_ends(documents, dates)
    rows = _stretches(dates, texts, lexicon)
    told = [t for row in rows if (t := _told(row, texts, named, ends, lexicon)) is not None]
    groups = _fold(sorted(told, key=_order))
    entries = [_entry(group, texts) for group in groups]
    ids = number_repeats(entry.id for entry in entries)
    return tuple(
        TimelineEntry(i, e.date, e.confidence, e.background, e.planned, e.actors, e.members)
        for i, e in zip(ids, entries, strict=True)
    )


def _stretches(
    dates: Sequence[DatedExpression], texts: Mapping[str, str], lexicon: Lexicon
) -> Iterator[DatedExpression]:
    """The expressions, two that are the ends of one stretch as one: *from 1961 to 1964*."""
    rows = sorted(dates, key=lambda r: (r.document, r.start))
    taken = False
    for one, other in pairwise((*rows, None)):
        if one is None or taken:
            taken = False
            continue
        stretch = None
        if other is not None and one.document == other.document and one.value and other.value:
            ends = (one.start, one.end)
            near = joins(texts[one.document], ends, other.start, lexicon=lexicon)
            stretch = stretch_of(one.value, other.value) if near else None
        taken = stretch is not None
        yield structs.replace(one, value=stretch, event=other.event) if other and stretch else one


def _told(
    row: DatedExpression,
    texts: Mapping[str, str],
    named: Mapping[str, Sequence[tuple[int, int, str]]],
    ends: Mapping[str, date],
    lexicon: Lexicon,
) -> _Told | None:
    days = days_of_edtf(row.value) if row.value else None
    if not row.in_timeline or row.event is None or days is None:
        return None
    event = SpanRow(row.document, row.event.start, row.event.end)
    spans = named.get(row.document, ())
    inside = frozenset(a for start, end, a in spans if event.start <= start and end <= event.end)
    story = ends.get(row.document)
    old = bool(story and days[1] and story - days[1] > BACKGROUND)
    text = texts[row.document][event.start : event.end]
    words, names = _words(text, lexicon), _names(text, lexicon)
    return _Told(row, event, words, names, inside, days, old)


def _story_ends(documents: Sequence[Document], dates: Sequence[DatedExpression]) -> dict[str, date]:
    """The day each story was told: the document's own date, or the last day that it tells.

    A document without a date tells no older story than those beside it: the history of a place is
    background to the news from there.
    """
    ends: dict[str, date] = {}
    for row in dates:
        days = days_of_edtf(row.value) if row.value and row.precision == "day" else None
        if days and days[1] and not row.planned:
            ends[row.document] = max(days[1], ends.get(row.document, days[1]))
    own: dict[str, date] = {}
    for document in documents:
        fact = document.metadata.published
        days = days_of_edtf(fact.value) if fact else None
        if days and days[0]:
            own[document.id] = days[0]
    earliest = min(own.values(), default=None)
    for document in documents:
        known = (ends.get(document.id), earliest)
        own.setdefault(document.id, max((day for day in known if day), default=NEVER))
    return own


def _actors_by_document(actors: Iterable[Actor]) -> dict[str, list[tuple[int, int, str]]]:
    found: dict[str, list[tuple[int, int, str]]] = {}
    for actor in actors:
        for mention in actor.mentions:
            found.setdefault(mention.document, []).append((mention.start, mention.end, actor.id))
    return found


def _words(text: str, lexicon: Lexicon) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]{4,}", text.lower().replace("’s", "").replace("'s", ""))
    common = lexicon.words("story_stop_words")
    return frozenset(word[:STEM] for word in words if word not in common)


def _names(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Words with a capital, the first word of the clause and the names of days aside."""
    found = re.findall(r"(?<=[\w,’'] )[A-Z][\w-]+", text)
    return frozenset(name for name in found if name.lower() not in _day_names(lexicon))


@lru_cache(maxsize=4)
def _day_names(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row[0] for kind in ("months", "weekdays") for row in lexicon.rows(kind))


def _order(told: _Told) -> tuple[date, bool, date, str, int]:
    """By the first day; what is only known to end on a day stands before what began on it."""
    first, last = told.days
    begin = first or last or date.max
    return begin, first is not None, last or date.max, told.row.document, told.row.start


def _fold(told: Sequence[_Told]) -> list[list[_Told]]:
    """Events of one date that are told in like words; each group in order of time and document."""
    groups: list[list[_Told]] = []
    by_date: dict[str, list[list[_Told]]] = {}
    for one in told:
        same_day = by_date.setdefault(one.row.value or "", [])
        group = next((g for g in same_day if any(_same_event(one, other) for other in g)), None)
        if group is None:
            group = []
            same_day.append(group)
            groups.append(group)
        group.append(one)
    return groups


def _same_event(one: _Told, other: _Told) -> bool:
    """Told in like words and, where both name somebody, of the same: no two firms' results."""
    if one.event == other.event:
        return True
    parties = (
        (one.actors, other.actors) if one.actors and other.actors else (one.names, other.names)
    )
    if all(parties) and not parties[0] & parties[1]:
        return False
    shared = one.words & other.words
    fewer = min(len(one.words), len(other.words))
    return len(shared) >= SHARED_WORDS and len(shared) >= SAME_EVENT * fewer


def _entry(group: Sequence[_Told], texts: Mapping[str, str]) -> TimelineEntry:
    first = group[0]
    value = first.row.value or ""
    words = texts[first.event.document][first.event.start : first.event.end]
    return TimelineEntry(
        id=f"e-{slug(words)}-{short_hash(f'{value} {words}')}",
        date=value,
        confidence=min((t.row.confidence for t in group), key=CONFIDENCE.index),
        background=all(t.background for t in group),
        planned=all(t.row.planned for t in group),
        actors=tuple(sorted(frozenset().union(*(t.actors for t in group)))),
        members=tuple(
            TimelineMember(t.row.id, t.event.document, t.event.start, t.event.end) for t in group
        ),
    )
