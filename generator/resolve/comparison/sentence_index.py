"""What all comparisons stand on: sentences with the actors and topics that they name."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import log, sqrt

from msgspec import Struct

from generator.language.lexicons import load_lexicon, load_words
from generator.model.annotations import Annotations
from generator.model.corpus import Actor, ComparisonMember, Topic
from generator.model.identifiers import short_hash
from generator.model.reading_order import SentenceFinder
from generator.model.text import Document, Sentence, ZoneKind
from generator.resolve.informativeness import family

STORY_ZONES: frozenset[ZoneKind] = frozenset({"standfirst", "body"})


class Place(Struct, frozen=True, order=True):
    """One sentence of one document, by its number there."""

    document: str
    number: int


class SentenceIndex(Struct, frozen=True):
    """The corpus by sentence."""

    documents: Mapping[str, Document]
    days: Mapping[str, tuple[date | None, date | None]]
    """First and last possible day of publication by document id, as far as they are known."""
    names: Mapping[Place, frozenset[str]]
    """Actors, topics and telling words: ``actor:<id>``, ``topic:<id>``, ``word:<family>``."""
    cues: Mapping[Place, tuple[str, ...]]
    weights: Mapping[str, float]
    """How telling a name is: rare ones more."""

    def day(self, document: str) -> date:
        """The first day on which a document may have been published; undated ones come last."""
        first, last = self.days.get(document, (None, None))
        return first or last or date.max

    def sentence(self, place: Place) -> Sentence:
        """The sentence itself."""
        return self.documents[place.document].sentences[place.number]

    def text(self, place: Place) -> str:
        """The sentence's words."""
        sentence = self.sentence(place)
        return self.documents[place.document].text[sentence.start : sentence.end]

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """How much two sets of names share, by weight; 1.0 where they are the same."""
        both, mine, theirs = (
            sum(self.weights[n] for n in sorted(s)) for s in (one & other, one, other)
        )
        return both / sqrt(mine * theirs) if mine and theirs else 0.0

    def member(self, place: Place) -> ComparisonMember:
        """The sentence as one side of a comparison."""
        found = self.sentence(place)
        return ComparisonMember(place.document, found.start, found.end, sentence=found.id)


def index_sentences(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    actors: Sequence[Actor],
    topics: Sequence[Topic],
    days: Mapping[str, tuple[date | None, date | None]],
) -> SentenceIndex:
    """Index the corpus once; every later step looks up instead of comparing all with all."""
    finders = {d.id: SentenceFinder(d.sentences) for d in documents}
    zones = {d.id: [s.zone for s in d.sentences] for d in documents}
    names: dict[Place, set[str]] = defaultdict(set)

    def note(document: str, offset: int, name: str) -> None:
        number = finders[document].number(offset) if document in finders else -1
        if number >= 0 and zones[document][number] in STORY_ZONES:
            names[Place(document, number)].add(name)

    for actor in actors:
        for mention in actor.mentions if actor.shown else ():
            note(mention.document, mention.start, f"actor:{actor.id}")
    for topic in topics:
        for row in topic.occurrences:
            note(row.document, row.start, f"topic:{topic.id}")
    for document in documents:
        for number, sentence in enumerate(document.sentences):
            if sentence.zone in STORY_ZONES:
                words = _informative(document, sentence)
                names[Place(document.id, number)].update(f"word:{w}" for w in words)
    counts = Counter(name for found in names.values() for name in found)
    return SentenceIndex(
        documents={d.id: d for d in documents},
        days=days,
        names={place: frozenset(found) for place, found in sorted(names.items())},
        cues=_cues(documents, annotations, finders),
        weights={n: log((len(names) + 1) / (c + 1)) + 0.1 for n, c in counts.items()},
    )


def _informative(document: Document, sentence: Sentence) -> frozenset[str]:
    """The families of a sentence's words that are neither names nor there for grammar alone."""
    known = load_lexicon(document.language) is not None
    silent = load_words("function_words", document.language) if known else frozenset()
    text = document.text[sentence.start : sentence.end]
    words = re.findall(r"(?<![\w’'])(?:[a-z][a-z-]{3,}|\d[\d.,]*\d)", text)
    return frozenset(family(w, document.language) for w in words if w not in silent)


def _cues(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    finders: Mapping[str, SentenceFinder],
) -> dict[Place, tuple[str, ...]]:
    return {
        Place(d.id, finders[d.id].number(dependence.start)): dependence.cues
        for d, found in zip(documents, annotations, strict=True)
        for dependence in found.context_dependences
    }


def row_id(kind: str, parts: Iterable[str]) -> str:
    """An id from what a row says, so that it survives edits elsewhere."""
    return f"{kind.replace('_', '-')}-{short_hash(' '.join((kind, *parts)))}"


def first_mentions(actor: Actor) -> Mapping[str, ComparisonMember]:
    """The first place of each document that names the actor, by document."""
    first: dict[str, ComparisonMember] = {}
    for mention in sorted(actor.mentions, key=lambda m: (m.document, m.start)):
        if mention.kind in {"name", "metonym"}:
            member = ComparisonMember(
                mention.document,
                mention.start,
                mention.end,
                actor=actor.id,
                sentence=mention.sentence,
            )
            first.setdefault(mention.document, member)
    return first
