"""What one document alone has: actors, places, topics and phrases, dates."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from generator.model.grouping import grouped_sets
from generator.model.reading_order import InOrder
from generator.model.text import Documents, Offsets
from generator.resolve.comparison.elsewhere import Elsewhere
from generator.resolve.comparison.phrases import Phrases, TopicPlaces
from generator.resolve.comparison.sentence_index import (
    RECENT,
    STORY_ZONES,
    first_mentions,
    row_id,
)
from generator.resolve.informativeness import NAME_KINDS
from generator.temporal import days_of_edtf

MOST = {"actor": 12, "place": 12, "phrase": 20, "date": 12}
"""Most rows of each kind that one document's only-in list has."""
COMES_BACK = load_count("only_in.comes_back")
FEW_SENTENCES = load_count("only_in.few_sentences")
EXACT = frozenset({"day", "week", "part_of_day", "day_and_month", "month"})
"""How exact a date is that tells when something of the story happened."""


def find_only_in(
    documents: Documents,
    annotations: AllAnnotations,
    *,
    actors: Actors,
    topics: Sequence[Topic],
    dates: Sequence[DatedExpression],
    keyphrases: Mapping[str, Sequence[Keyphrase]],
) -> Iterator[Comparison]:
    """Actors, places, phrases and dates that one document alone has; none with one document.

    `documents` are those that are compared: of a text that was reprinted only one.
    """
    if len(documents) < 2:
        return
    compared = frozenset(d.id for d in documents)
    phrases = Phrases(annotations, actors, len(documents))
    elsewhere = Elsewhere(documents)
    found = (
        *_actors_alone(actors, compared, elsewhere),
        *_places_alone(documents, actors, elsewhere),
        *_phrases_alone(topics, keyphrases, phrases, elsewhere, compared),
        *_dates_alone(_news_dates(documents, dates)),
    )
    count: dict[tuple[str, str], int] = defaultdict(int)
    for kind, name, member in found:
        count[member.document, kind] += 1
        if count[member.document, kind] <= MOST[kind]:
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


def _actors_alone(actors: Actors, compared: frozenset[str], elsewhere: Elsewhere) -> _Found:
    for actor in actors:
        first = first_mentions(actor) if actor.shown else {}
        known = [member for document, member in first.items() if document in compared]
        if len(known) != 1 or _is_known(actor, known[0], elsewhere):
            continue
        if _is_told(actor, known[0].document, elsewhere):
            yield "actor", actor.id, known[0]


def _is_told(actor: Actor, document: str, elsewhere: Elsewhere) -> bool:
    """Whether the document opens with the name or comes back to it: a name in passing is trivia."""
    named = (m for m in actor.mentions if m.kind in NAME_KINDS and m.document == document)
    return elsewhere.tells_of(document, [m.start for m in named], COMES_BACK)


def _is_known(actor: Actor, member: ComparisonMember, elsewhere: Elsewhere) -> bool:
    """Whether another document has the name, in another spelling or as a part of a longer one."""
    return elsewhere.knows_name(actor.name, member.document, person=actor.type == "person")


def _places_alone(documents: Documents, actors: Actors, elsewhere: Elsewhere) -> _Found:
    """Places of the story that are no party, where no other document has the name for anything."""
    zones = {d.id: InOrder(d.zones, attrgetter("start")) for d in documents}
    holders = grouped_sets(
        (mention.text.casefold(), mention.document)
        for actor in actors
        for mention in actor.mentions
        if mention.document in zones
    )
    for actor in (a for a in actors if a.type == "place" and not a.shown):
        known = [m for document, m in first_mentions(actor).items() if document in zones]
        if len(known) != 1:
            continue
        member = known[0]
        zone = zones[member.document].last_from(member.start)
        in_story = zone is not None and zone.kind in STORY_ZONES
        in_story = in_story and not _is_known(actor, member, elsewhere)
        in_story = in_story and elsewhere.opens_with(member.document, [member.start])
        if in_story and all(len(holders.get(m.text.casefold(), ())) < 2 for m in actor.mentions):
            yield "place", actor.id, member


def _phrases_alone(
    topics: Sequence[Topic],
    keyphrases: Mapping[str, Sequence[Keyphrase]],
    phrases: Phrases,
    elsewhere: Elsewhere,
    compared: frozenset[str],
) -> _Found:
    """A document's own phrases, best first: its topics, and phrases that are no topic's.

    Only what it opens with says what it has beside others.
    """
    places = TopicPlaces(topics)
    told: set[str] = set()
    alone = {t.id for t in topics if len(compared.intersection(t.documents)) == 1}
    for document in sorted(compared & keyphrases.keys()):
        for phrase in keyphrases[document]:
            spans = [Offsets(start, end) for start, end in phrase.spans]
            if not _is_own(phrase.text, document, spans, elsewhere):
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
        if _is_own(topic.label, rows[0].document, spans, elsewhere):
            yield from _first_place(topic, compared)


def _is_own(text: str, document: str, spans: Sequence[Offsets], elsewhere: Elsewhere) -> bool:
    """Whether a document opens with a phrase, or a name, whose words no other document has.

    A long document comes back to what it is about.
    """
    opens = elsewhere.opens_with(document, [s.start for s in spans])
    once = len(spans) < COMES_BACK and elsewhere.count(document) > FEW_SENTENCES
    return _says(text) and opens and not once and not elsewhere.has_words(text, document)


def _says(text: str) -> bool:
    """Whether a phrase tells by itself what it is of: more than one word, or a name."""
    return " " in text or text[:1].isupper()


def _first_place(topic: Topic, compared: frozenset[str]) -> _Found:
    for row in [row for row in topic.occurrences if row.document in compared][:1]:
        place = ComparisonMember(row.document, row.start, row.end, topic=topic.id)
        yield "phrase", topic.id, place


def _news_dates(
    documents: Documents, dates: Sequence[DatedExpression]
) -> Iterator[DatedExpression]:
    """The days that documents tell of, without those long before their own: no *2003*."""
    own = {d.id: days_of_edtf(f.value) for d in documents if (f := d.metadata.published)}
    for row in dates:
        days, day = days_of_edtf(row.value or ""), own.get(row.document)
        old = day and day[0] and days and days[1] and days[1] < day[0] - RECENT
        if row.precision in EXACT and not old:
            yield row


def _dates_alone(dates: Iterable[DatedExpression]) -> _Found:
    by_value: dict[str, dict[str, DatedExpression]] = defaultdict(dict)
    for date in dates:
        if date.in_timeline and date.value:
            by_value[date.value].setdefault(date.document, date)
    for value, found in sorted(by_value.items()):
        if len(found) == 1:
            (one,) = found.values()
            yield (
                "date",
                value,
                ComparisonMember(
                    one.document, one.start, one.end, date=value, sentence=one.sentence
                ),
            )
