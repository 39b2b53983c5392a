"""What one document alone has: actors, places, topics and phrases, dates."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from operator import attrgetter

from generator.language.weights import load_count
from generator.model.annotations import AllAnnotations
from generator.model.corpus import (
    Actor,
    Actors,
    Comparison,
    ComparisonMember,
    DatedExpression,
    Keyphrase,
    Topic,
)
from generator.model.grouping import first_of_each
from generator.model.reading_order import InOrder
from generator.model.text import Documents, Offsets
from generator.model.zones import RUNNING_TEXT
from generator.resolve.comparison.elsewhere import Elsewhere
from generator.resolve.comparison.phrases import PhraseIndex, TopicPlaces
from generator.resolve.comparison.sentence_index import RECENT, first_mentions, row_id
from generator.resolve.informativeness import NAME_KINDS
from generator.temporal import days_of_edtf

MOST = {"actor": 12, "place": 12, "phrase": 20, "date": 12}
"""Most rows of each kind that one document's only-in list has."""
COMES_BACK = load_count("only_in.comes_back")
FEW_SENTENCES = load_count("only_in.few_sentences")
EXACT = frozenset({"day", "part_of_day", "day_and_month"})
"""How exact a date is that tells when something of the story happened."""
STRETCH = timedelta(days=7)
"""How long a stretch may be that has a day in it for all that: *last week*."""


def find_only_in(
    documents: Documents,
    annotations: AllAnnotations,
    *,
    actors: Actors,
    topics: Sequence[Topic],
    dates: Sequence[DatedExpression],
    keyphrases: Mapping[str, Sequence[Keyphrase]],
    acting: Collection[str] = (),
) -> Iterator[Comparison]:
    """Actors, places, phrases and dates that one document alone has; none with one document.

    `documents` are those that are compared: of a text that was reprinted only one. `acting` are the
    actors who do something, or have something done to them.
    """
    if len(documents) < 2:
        return
    compared = frozenset(d.id for d in documents)
    phrases = PhraseIndex(annotations, actors, len(documents))
    elsewhere = Elsewhere(documents)
    names = {(m.document, m.end) for a in actors for m in a.mentions if m.kind in NAME_KINDS}
    found = (
        *_actors_alone(actors, compared, elsewhere, acting),
        *_places_alone(documents, actors, elsewhere),
        *_phrases_alone(topics, keyphrases, phrases, elsewhere, compared, names),
        *_dates_alone(documents, dates),
    )
    taken: dict[tuple[str, str], list[ComparisonMember]] = defaultdict(list)
    for kind, name, member in found:
        rows = taken[member.document, kind]
        if kind == "phrase" and any(m.start < member.end and member.start < m.end for m in rows):
            continue  # *the history* of *a history of mental illness*
        rows.append(member)
        if len(rows) <= MOST[kind]:
            yield Comparison(
                id=row_id("only_in", (kind, name)),
                kind="only_in",
                documents=(member.document,),
                members=(member,),
                actor=member.actor,
                topic=member.topic,
                value=member.date or (name if kind == "phrase" and not member.topic else None),
            )


_Found = Iterator[tuple[str, str, ComparisonMember]]


def _actors_alone(
    actors: Actors, compared: frozenset[str], elsewhere: Elsewhere, acting: Collection[str]
) -> _Found:
    for actor in actors:
        first = first_mentions(actor) if actor.shown else {}
        known = [member for document, member in first.items() if document in compared]
        if len(known) != 1 or _is_known(actor, known[0], elsewhere):
            continue
        if _is_told(actor, known[0].document, elsewhere, acting):
            yield "actor", actor.id, known[0]


def _is_told(actor: Actor, document: str, elsewhere: Elsewhere, acting: Collection[str]) -> bool:
    """Whether somebody speaks, or the document opens with the name or comes back to it.

    A name in passing is trivia, and so is who is asked last, or a body that takes no part.
    """
    said = len(actor.quotations_by) + len(actor.statements_by)
    speaks = said > 0
    named = [m.start for m in actor.mentions if m.kind in NAME_KINDS and m.document == document]
    if actor.type == "person" and speaks:
        return max(said, len(named)) > COMES_BACK or not elsewhere.is_late(document, named)
    told = elsewhere.tells_of(document, named, COMES_BACK)
    takes_part = actor.type == "person" or speaks or actor.id in acting
    return told and (takes_part or bool(actor.roles))


def _is_known(actor: Actor, member: ComparisonMember, elsewhere: Elsewhere) -> bool:
    """Whether another document has the name, in another spelling or as a part of a longer one."""
    forms = {m.text for m in actor.mentions if actor.type == "place" and m.start == member.start}
    person = actor.type == "person"
    names = forms | {actor.name}
    return any(elsewhere.knows_name(name, member.document, person=person) for name in names)


def _places_alone(documents: Documents, actors: Actors, elsewhere: Elsewhere) -> _Found:
    """Places of the story that are no party, where no other document has the name for anything."""
    zones = {d.id: InOrder(d.zones, attrgetter("start")) for d in documents}
    for actor in (a for a in actors if a.type == "place" and not a.shown):
        known = [m for document, m in first_mentions(actor).items() if document in zones]
        zone = zones[known[0].document].last_from(known[0].start) if len(known) == 1 else None
        if zone is None or zone.kind not in RUNNING_TEXT or _is_known(actor, known[0], elsewhere):
            continue
        document = known[0].document
        often = sum(m.kind in NAME_KINDS for m in actor.mentions if m.document == document)
        if often >= COMES_BACK and elsewhere.opens_with(document, [known[0].start]):
            yield "place", actor.id, known[0]


def _phrases_alone(
    topics: Sequence[Topic],
    keyphrases: Mapping[str, Sequence[Keyphrase]],
    phrases: PhraseIndex,
    elsewhere: Elsewhere,
    compared: frozenset[str],
    names: Collection[tuple[str, int]],
) -> _Found:
    """A document's own phrases, best first: its topics, and phrases that are no topic's.

    Only what it opens with says what it has beside others; names are told among the actors.
    """
    places = TopicPlaces(topics)
    told: set[str] = set()
    alone = {t.id for t in topics if len(compared.intersection(t.documents)) == 1}
    for document in sorted(compared & keyphrases.keys()):
        for phrase in keyphrases[document]:
            spans = [Offsets(start, end) for start, end in phrase.spans]
            if not _is_own(phrase.text, document, spans, elsewhere, names):
                continue
            topic = places.of_phrase(document, spans)
            if topic is None and phrases.only_in(phrase.key, document):
                at = spans[0]
                yield "phrase", phrase.text, ComparisonMember(document, at.start, at.end)
            elif topic is not None and topic.id in alone - told and _says(topic.label):
                told.add(topic.id)
                yield from _first_place(topic, compared)
    for topic in (t for t in topics if t.id in alone - told):
        rows = [row for row in topic.occurrences if row.document in compared]
        spans = [Offsets(row.start, row.end) for row in rows]
        if _is_own(topic.label, rows[0].document, spans, elsewhere, names):
            yield from _first_place(topic, compared)


def _is_own(
    text: str,
    document: str,
    spans: Sequence[Offsets],
    elsewhere: Elsewhere,
    names: Collection[tuple[str, int]],
) -> bool:
    """Whether a document opens with a phrase whose words no other document has.

    A long document comes back to what it is about. What is a name, or ends in one (*Mayor Ada
    Obi*, *southeast Finland*), is told among the actors.
    """
    opens = elsewhere.opens_with(document, [s.start for s in spans])
    once = len(spans) < COMES_BACK and elsewhere.count(document) > FEW_SENTENCES
    named = any((document, s.end) in names for s in spans)
    return _says(text) and opens and not (once or named or elsewhere.has_words(text, document))


def _says(text: str) -> bool:
    """Whether a phrase tells by itself what it is of: more than one word, or a name."""
    return " " in text or text[:1].isupper()


def _first_place(topic: Topic, compared: frozenset[str]) -> _Found:
    for row in [row for row in topic.occurrences if row.document in compared][:1]:
        place = ComparisonMember(row.document, row.start, row.end, topic=topic.id)
        yield "phrase", topic.id, place


def _dates_alone(documents: Documents, dates: Iterable[DatedExpression]) -> _Found:
    """The days of the news that no other document tells of, on which none was written either."""
    own = {
        d.id: days for d in documents if (f := d.metadata.published) and (days := _days(f.value))
    }
    told = {(document, *days) for document, days in own.items()}
    told |= {(d.document, *days) for d in dates if (days := _days(d.value or ""))}
    for row in first_of_each((d.value, d) for d in dates if d.in_timeline).values():
        days, day = _days(row.value or ""), own.get(row.document)
        if row.precision not in EXACT or days is None or (day and days[1] < day[0] - RECENT):
            continue
        others = (t for t in told if t[0] != row.document and t[2] - t[1] <= STRETCH)
        if not any(first <= days[1] and days[0] <= last for _, first, last in others):
            place = ComparisonMember(
                row.document, row.start, row.end, date=row.value, sentence=row.sentence
            )
            yield "date", row.value or "", place


def _days(value: str) -> tuple[date, date] | None:
    first, last = days_of_edtf(value) or (None, None)
    return (first, last) if first and last else None
