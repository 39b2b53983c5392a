"""What all comparisons stand on: sentences with the actors and topics that they name."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from math import log, sqrt

from msgspec import Struct

from generator.language.weights import load_weight
from generator.language.word_families import family, silent_words, telling_words
from generator.model.annotations import AllAnnotations, ContextDependence, Count
from generator.model.corpus import Actor, Actors, ComparisonMember, DatedExpression, Topic
from generator.model.grouping import first_of_each, grouped
from generator.model.identifiers import short_hash
from generator.model.reading_order import SentenceFinder
from generator.model.text import Document, Documents, Sentence
from generator.model.zones import RUNNING_TEXT
from generator.temporal import days_of_edtf

EDITED, LITTLE = load_weight("copies.edited"), load_weight("smoothing.little")
WORD = re.compile(r"\w+")
INFORMATIVE = re.compile(r"(?<![\w’'])(?:[a-z][a-z-]{3,}|\d[\d.,]*\d)")
RECENT = timedelta(days=31)
"""How long before its report an event may lie that the report is about."""


class Located(Struct, frozen=True, order=True):
    """One sentence of one document, by its number there."""

    document: str
    number: int


class SentenceIndex(Struct, frozen=True):
    """The corpus by sentence."""

    documents: Mapping[str, Document]
    texts: Mapping[str, str]
    """The first of the copies of each document's text by document id."""
    days: Mapping[str, tuple[date | None, date | None]]
    """First and last possible day of publication by document id, as far as they are known."""
    names: Mapping[Located, frozenset[str]]
    """Actors, topics and telling words: ``actor:<id>``, ``topic:<id>``, ``word:<family>``."""
    clauses: Mapping[Located, ContextDependence]
    """What the main clause of each sentence tells."""
    told: Mapping[Located, tuple[date | None, date | None]]
    """First and last day that a sentence's own words date it to."""
    counts: Mapping[Located, tuple[Count, ...]]
    """What each sentence counts."""
    weights: Mapping[str, float]
    """How telling a name is: rare ones more."""
    worded: dict[Located, frozenset[str]] = {}
    """The words of sentences: each is laid beside many."""
    weighed: dict[frozenset[str], float] = {}
    """What the names of sentences weigh together: each sentence is laid beside many."""

    def day(self, document: str) -> date:
        """The first day on which a document may have been published; undated ones come last."""
        first, last = self.days.get(document, (None, None))
        return first or last or date.max

    def by_day(self, place: Located) -> tuple[date, Located]:
        """What sentences are ordered by: the day of their report, then their place."""
        return self.day(place.document), place

    def sentence(self, place: Located) -> Sentence:
        """The sentence itself."""
        return self.documents[place.document].sentences[place.number]

    def text(self, place: Located) -> str:
        """The sentence's words."""
        sentence = self.sentence(place)
        return self.documents[place.document].text[sentence.start : sentence.end]

    def words(self, place: Located) -> frozenset[str]:
        """All of its words, in small letters."""
        if place not in self.worded:
            self.worded[place] = frozenset(WORD.findall(self.text(place).casefold()))
        return self.worded[place]

    def are_copied(self, one: Located, other: Located) -> bool:
        """Whether two sentences stand in copies of one text."""
        texts = self.texts[one.document], self.texts[other.document]
        return one.document != other.document and texts[0] == texts[1]

    def are_versions(self, one: Located, other: Located) -> bool:
        """Whether two sentences of copies of one text differ, but not in most of their words."""
        mine, theirs = self.words(one), self.words(other)
        return mine != theirs and len(mine & theirs) >= EDITED * len(mine | theirs)

    def content(self, place: Located) -> frozenset[str]:
        """The families of the sentence's words that tell something."""
        return telling_words(self.text(place), self.documents[place.document].language)

    def at_one_time(self, one: Located, other: Located, *, within: timedelta = timedelta()) -> bool:
        """Whether two sentences may tell of the same days; they may where one gives none.

        `within` is how far apart the days may lie.
        """
        mine, theirs = self.told.get(one), self.told.get(other)
        if mine is None or theirs is None:
            return not (self._tells_of_old(one) or self._tells_of_old(other))
        first = max(day or date.min for day in (mine[0], theirs[0]))
        last = min(day or date.max for day in (mine[1], theirs[1]))
        return first - last <= within

    def _tells_of_old(self, place: Located) -> bool:
        """*In February* in a report of April: another event than the report's own."""
        told, day = self.told.get(place), self.day(place.document)
        ended = told[1] if told else None
        return ended is not None and day != date.max and ended < day - RECENT

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """How much two sets of names share, by weight; 1.0 where they are the same."""
        mine, theirs = map(self._weight, (one, other))
        return self._sum(one & other) / sqrt(mine * theirs) if mine and theirs else 0.0

    def _weight(self, names: frozenset[str]) -> float:
        """What a sentence's names weigh together; what two share is kept nowhere: too many do."""
        if names not in self.weighed:
            self.weighed[names] = self._sum(names)
        return self.weighed[names]

    def _sum(self, names: frozenset[str]) -> float:
        """Their weights added in one order, so that the last digit is the same."""
        return sum(map(self.weights.__getitem__, sorted(names)))

    def member(self, place: Located) -> ComparisonMember:
        """The sentence as one side of a comparison."""
        found = self.sentence(place)
        return ComparisonMember(place.document, found.start, found.end, sentence=found.id)


def index_sentences(
    documents: Documents,
    annotations: AllAnnotations,
    actors: Actors,
    topics: Sequence[Topic],
    days: Mapping[str, tuple[date | None, date | None]],
    dates: Sequence[DatedExpression] = (),
    copies: Mapping[str, str] = {},
) -> SentenceIndex:
    """Index the corpus once; every later step looks up instead of comparing all with all."""
    finders = {d.id: SentenceFinder(d.sentences) for d in documents}
    zones = {d.id: [s.zone for s in d.sentences] for d in documents}
    names: dict[Located, set[str]] = defaultdict(set)

    def note(document: str, offset: int, name: str) -> None:
        number = finders[document].number(offset) if document in finders else -1
        if number >= 0 and zones[document][number] in RUNNING_TEXT:
            names[Located(document, number)].add(name)

    for actor in actors:
        for mention in actor.mentions if actor.shown else ():
            note(mention.document, mention.start, f"actor:{actor.id}")
    for topic in topics:
        for row in topic.occurrences:
            note(row.document, row.start, f"topic:{topic.id}")
    for document in documents:
        for number, sentence in enumerate(document.sentences):
            if sentence.zone in RUNNING_TEXT:
                words = _informative(document, sentence)
                names[Located(document.id, number)].update(f"word:{w}" for w in words)
    counts = Counter(name for found in names.values() for name in found)
    return SentenceIndex(
        documents={d.id: d for d in documents},
        texts={d.id: copies.get(d.id, d.id) for d in documents},
        days=days,
        names={place: frozenset(found) for place, found in sorted(names.items())},
        clauses=_clauses(annotations, finders),
        told=_days_of_clauses(dates, finders),
        counts=_counts(annotations, finders),
        weights={n: log((len(names) + 1) / (c + 1)) + LITTLE for n, c in counts.items()},
    )


def _informative(document: Document, sentence: Sentence) -> frozenset[str]:
    """The families of a sentence's words that are neither names nor there for grammar alone."""
    silent = silent_words(document.language)
    text = document.text[sentence.start : sentence.end]
    words = {w for w in INFORMATIVE.findall(text) if w not in silent}
    return frozenset(family(w, document.language) for w in words)


def _clauses(
    annotations: AllAnnotations, finders: Mapping[str, SentenceFinder]
) -> dict[Located, ContextDependence]:
    return {
        Located(found.document_id, finders[found.document_id].number(one.start)): one
        for found in annotations
        for one in found.context_dependences
    }


def _days_of_clauses(
    dates: Sequence[DatedExpression], finders: Mapping[str, SentenceFinder]
) -> dict[Located, tuple[date | None, date | None]]:
    """The days that the clause of each sentence is dated to, its first date's."""
    found: dict[Located, tuple[date | None, date | None]] = {}
    for row in dates:
        days = days_of_edtf(row.value) if row.value and row.clause else None
        if days and row.document in finders:
            place = Located(row.document, finders[row.document].number(row.start))
            found.setdefault(place, days)
    return found


def _counts(
    annotations: AllAnnotations, finders: Mapping[str, SentenceFinder]
) -> dict[Located, tuple[Count, ...]]:
    found = grouped(
        (Located(one.document_id, finders[one.document_id].number(count.start)), count)
        for one in annotations
        for count in one.counts
    )
    return {place: tuple(counts) for place, counts in found.items()}


def row_id(kind: str, parts: Iterable[str]) -> str:
    """An id from what a row says, so that it survives edits elsewhere."""
    return f"{kind.replace('_', '-')}-{short_hash(' '.join((kind, *parts)))}"


def first_mentions(actor: Actor) -> Mapping[str, ComparisonMember]:
    """The first place of each document that names the actor, by document."""
    named = sorted(actor.mentions, key=lambda m: (m.document, m.start))
    return first_of_each(
        (m.document, ComparisonMember(m.document, m.start, m.end, actor.id, sentence=m.sentence))
        for m in named
        if m.kind in {"name", "metonym"}
    )
