"""Dated expressions to events: one entry an event, with every source that tells it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from msgspec import structs

from generator.language.genres import is_opinion
from generator.language.lexicons import Lexicon, lexicon_of_corpus
from generator.language.possessives import without_possessives
from generator.language.weights import load_count
from generator.model.annotations import AllAnnotations, ContextDependence, DatedClause
from generator.model.corpus import (
    Actor,
    Actors,
    Confidence,
    DatedExpression,
    SpanRow,
    TimelineEntry,
    TimelineMember,
)
from generator.model.grouping import grouped
from generator.model.identifiers import number_repeats, short_hash, slug
from generator.model.text import Document, Documents
from generator.model.visible_text import parsed_text
from generator.resolve.timeline.event_coreference import REPORTED, STEM, DatedEvent, fold_events
from generator.temporal import days_of_edtf, joins, stretch_of

CLOCK = frozenset({"TS", "TM", "TH"})
"""Units of clock time; *a second man* opens with none."""
BACKGROUND = timedelta(days=366)
"""An event that ended longer than this before its story is background."""
OPENING, SHORTEST = load_count("timeline.opening"), load_count("timeline.shortest")
FRONTED = load_count("timeline.fronted")
"""Sentences that a report can open with, words of one (a shorter line is a headline's), and words
in which it is said when something was."""
CLOSE = frozenset({"day", "week", "part_of_day", "day_and_month"})
"""How exact a date is that tells when the news of a sentence was."""
CONFIDENCE: tuple[Confidence, ...] = ("explicit", "verified", "inferred", "low")
"""From the surest to the least."""


def resolve_timeline(
    documents: Documents,
    dates: Sequence[DatedExpression],
    actors: Actors,
    *,
    annotations: AllAnnotations = (),
) -> tuple[TimelineEntry, ...]:
    """The timeline's entries, by date; the same event told twice is one entry.

    A document that opens without a date tells its first sentence on its own day.
    """
    texts = {document.id: parsed_text(document) for document in documents}
    lexicon = lexicon_of_corpus(document.language for document in documents)
    named = _actors_by_document(actors)
    ends = _story_ends(documents, dates)
    rows = (*_stretches(dates, texts, lexicon), *_leads(documents, annotations, dates))
    owners = _actors_by_document(actor for actor in actors if actor.shown)
    known = _once_told(row for row in rows if _is_named(row, owners.get(row.document, ())))
    told = [t for row in known if (t := _dated_event(row, texts, named, ends, lexicon)) is not None]
    groups = fold_events(told)
    entries = [_entry(group, texts) for group in groups]
    ids = number_repeats(entry.id for entry in entries)
    return tuple(structs.replace(e, id=i) for i, e in zip(ids, entries, strict=True))


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
        yield (
            structs.replace(one, value=stretch, clause=one.clause or other.clause)
            if other and stretch
            else one
        )


def _leads(
    documents: Documents, annotations: AllAnnotations, dates: Sequence[DatedExpression]
) -> Iterator[DatedExpression]:
    """The first sentence of each report that states its own day, where it tells of no other."""
    dated = {(d.document, d.sentence) for d in dates if d.precision in CLOSE}
    texts = {document.id: document for document in documents}
    lexicon = lexicon_of_corpus(document.language for document in documents)
    when = _time_words(lexicon)
    for found in annotations:
        document = texts[found.document_id]
        fact = document.metadata.published
        days = days_of_edtf(fact.value) if fact and fact.how != "inferred" else None
        body = [one for one in found.context_dependences if one.zone == "body"][:OPENING]
        lead = next((one for one in body if one.words >= SHORTEST), None)
        if lead is None or days is None or days[0] is None or days[0] != days[1]:
            continue
        alone = not (lead.connective or lead.leans or lead.unfit or lead.conditional)
        alone = alone and not lead.first_person
        alone = alone and lead.eventuality == "event"  # *was a guest*, *may win*: not that day
        opening = document.text[lead.start : lead.end].split(",")[0].lower().split()[:FRONTED]
        alone = alone and when.isdisjoint(opening)  # *For years, …*, *On the opening night …*
        if alone and (document.id, lead.sentence) not in dated and not is_opinion(document):
            yield _reported(document, lead, days[0])


def _reported(document: Document, lead: ContextDependence, day: date) -> DatedExpression:
    return DatedExpression(
        id="",
        document=document.id,
        start=lead.start,
        end=lead.start,
        text="",
        value=day.isoformat(),
        timex_value=None,
        precision="day",
        rule=REPORTED,
        why="",
        evidence=(),
        confidence="explicit",
        event=None,
        in_timeline=True,
        sentence=lead.sentence,
        clause=DatedClause(lead.start, lead.end),
    )


def _dated_event(
    row: DatedExpression,
    texts: Mapping[str, str],
    named: Mapping[str, Sequence[tuple[int, int, str]]],
    ends: Mapping[str, date],
    lexicon: Lexicon,
) -> DatedEvent | None:
    days = days_of_edtf(row.value) if row.value else None
    spans = named.get(row.document, ())
    if not row.in_timeline or row.clause is None or days is None:
        return None
    event = SpanRow(row.document, row.clause.start, row.clause.end)
    inside = sorted(s for s in spans if event.start <= s[0] and s[1] <= event.end)
    story = ends.get(row.document)
    old = bool(story and days[1] and story - days[1] > BACKGROUND)
    text = texts[row.document][event.start : event.end]
    words, names = _words(text, lexicon), _names(text, lexicon)
    actors = [actor for _, _, actor in inside]
    first = actors[0] if actors else ""
    return DatedEvent(row, event, words, names, frozenset(actors), days, old, first)


def _once_told(rows: Iterable[DatedExpression]) -> Iterator[DatedExpression]:
    """One clause, one row: of *in 1990 and 1994* the first, of what was said on Friday that day.

    Of what was said on Friday to have happened on Monday, where it has words of its own, Monday.
    """
    told = [(row, row.clause) for row in rows if row.in_timeline and row.value and row.clause]
    beside = grouped(((row.document, row.sentence), (row, own)) for row, own in told)
    for row, own in told:
        others = [(one, c) for one, c in beside[row.document, row.sentence] if _holds(own, c)]
        same = [one for one, c in others if _holds(c, own)]
        inside = len(same) < len(others)
        if row is min((row, *same), key=_by_clause) and not (own.relays and inside):
            yield row


def _holds(clause: DatedClause, other: DatedClause) -> bool:
    """Whether all words of `other` are among those of `clause`, the full stop aside."""
    return clause.start <= other.start and other.end <= clause.end + 1


def _by_clause(row: DatedExpression) -> tuple[bool, bool, bool, int]:
    """A date of the text before the day on which it was told."""
    told_of = row.clause is None or not row.clause.relays
    return row.rule == REPORTED, told_of, row.precision not in CLOSE, row.start


def _is_named(row: DatedExpression, spans: Sequence[tuple[int, int, str]]) -> bool:
    """Whether every pronoun that leans on what stands before is known to mean somebody."""
    starts = {start for start, _, _ in spans}
    return row.clause is None or all(p.start in starts for p in row.clause.pronouns)


def _story_ends(documents: Documents, dates: Sequence[DatedExpression]) -> dict[str, date]:
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
        own.setdefault(document.id, max((day for day in known if day), default=date.min))
    return own


def _actors_by_document(actors: Iterable[Actor]) -> dict[str, list[tuple[int, int, str]]]:
    return grouped((m.document, (m.start, m.end, a.id)) for a in actors for m in a.mentions)


def _words(text: str, lexicon: Lexicon) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]{4,}", without_possessives(text.lower(), lexicon))
    common = lexicon.words("story_stop_words") | _day_names(lexicon) | _time_words(lexicon)
    return frozenset(word[:STEM] for word in words if word not in common)


def _names(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Words with a capital, the first word of the clause and the names of days aside."""
    found = re.findall(r"(?<=[\w,’'] )[A-Z][\w-]+", text)
    return frozenset(name for name in found if name.lower() not in _day_names(lexicon))


@lru_cache(maxsize=4)
def _day_names(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row[0] for kind in ("months", "weekdays") for row in lexicon.rows(kind))


@lru_cache(maxsize=4)
def _time_words(lexicon: Lexicon) -> frozenset[str]:
    units = (row[:2] for row in lexicon.rows("time_units") if row[2] not in CLOCK)
    named = lexicon.keys("day_parts") | lexicon.keys("seasons")
    return named | {word for unit in units for word in unit}


def _entry(group: Sequence[DatedEvent], texts: Mapping[str, str]) -> TimelineEntry:
    first = group[0]
    value = first.row.value or ""
    words = texts[first.event.document][first.event.start : first.event.end]
    return TimelineEntry(
        id=f"e-{slug(words)}-{short_hash(f'{value} {words}')}",
        date=value,
        confidence=min((t.row.confidence for t in group), key=CONFIDENCE.index),
        background=all(t.background for t in group),
        planned=all(t.row.planned for t in group),
        reported=all(t.row.rule == REPORTED for t in group),
        actors=tuple(sorted(frozenset().union(*(t.actors for t in group)))),
        members=tuple(
            TimelineMember(t.row.id, t.event.document, t.event.start, t.event.end) for t in group
        ),
    )
