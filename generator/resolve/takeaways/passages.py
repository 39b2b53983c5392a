"""Passages that could be read first: sentences that stand alone."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, partial

from msgspec import Struct

from generator.language.lexicons import load_rows
from generator.language.weights import load_count, load_weight
from generator.language.word_families import telling_words
from generator.model.annotations import Annotations, ContextDependence
from generator.model.corpus import Actors, Score, Topic
from generator.model.grouping import grouped_sets
from generator.model.reading_order import SentenceFinder
from generator.model.text import Document, Documents
from generator.resolve.takeaways.coverage import Coverage, headline_words
from generator.resolve.takeaways.weakness import Weakness

OPENING = load_count("takeaways.opening")
"""Sentences of a report that can be its news."""
ENOUGH_WORDS, ENOUGH_NAMES = load_count("takeaways.words"), load_count("takeaways.names")
"""With so many words, and so many of them in names, a passage has told who did what to whom."""
MOST_TOPICS, MOST_GIVEN = load_count("takeaways.topics"), load_count("takeaways.given")
"""More of them than so much change nothing."""
HALF = load_weight("takeaways.no_headline")
PARTS = load_count("takeaways.parts")
"""A report tells its news in the first of so many parts; an argument ends on it in the last."""


class Excerpt(Struct, frozen=True):
    """One sentence that stands alone, with what speaks for it."""

    document: str
    start: int
    end: int
    sentence: str
    zone: str
    cues: frozenset[str]
    named: int
    """How many actors it names."""
    topics: tuple[str, ...]
    """Topics named in it, the corpus's most important first."""
    place: float
    """0.0 for a document's first sentence, 1.0 for its last."""
    number: int
    """0 for a document's first sentence."""
    words: frozenset[str]
    """The families of its telling words."""
    parts: tuple[Score, ...]
    predicate: str = ""
    """The verb of what it tells."""
    conditional: bool = False
    """Whether what it tells holds on a condition only."""
    bare_subject: bool = False
    """Whether it tells of something that only another sentence names: *the fire*."""

    def overlap(self, others: Sequence["Excerpt"]) -> float:
        """The largest share of the shorter one's words that it has in common with one of them."""
        least = (min(len(self.words), len(o.words)) or 1 for o in others)
        shares = (len(self.words & o.words) / n for o, n in zip(others, least, strict=True))
        return max(shares, default=0.0)

    @property
    def is_state(self) -> bool:
        """Of news, whether it tells how things are, and not what happened or may come."""
        return any(p.part == "eventuality" and not p.value for p in self.parts)

    @property
    def score(self) -> float:
        """The sum of its parts."""
        return sum(p.value for p in self.parts)


def from_second_source(passages: Sequence[Excerpt], used: Collection[str]) -> Sequence[Excerpt]:
    """At least two sources where there are two: the last one is left to another document."""
    others = [p for p in passages if p.document not in used]
    return others if len(used) == 1 and others else passages


class Surroundings(Struct, frozen=True):
    """What the whole corpus says of its sentences."""

    topics: Mapping[tuple[str, int], tuple[str, ...]]
    """Topics by document and the sentence's start."""
    actors: Mapping[tuple[str, str], int]
    """How many shown actors a sentence names, by document and sentence."""
    weak: Weakness
    """What is read last."""
    importance: Mapping[str, float] = {}
    """1.0 for the first topic, less for later ones."""
    newness: Mapping[str, float] = {}
    """1.0 for the newest of the documents that are told together, 0.0 for the oldest."""
    coverage: Coverage = Coverage({}, {})
    """What these documents open with."""


def passages_of(
    document: Document, annotations: Annotations, around: Surroundings, *, opinion: bool
) -> Iterator[Excerpt]:
    """The passages of one document, in reading order."""
    context_dependences = annotations.context_dependences
    count = max(1, len(context_dependences) - 1)
    headline = headline_words(document)
    make = partial(_passage, document, around=around, opinion=opinion, headline=headline)
    whole = 0
    for number, one in enumerate(context_dependences):
        if stands_alone(one, opinion=opinion):
            yield make(one, whole, number / count)
        whole += not one.unfit


def stands_alone(dependence: ContextDependence, *, opinion: bool) -> bool:
    """Whether a sentence can be read by itself; who *I* and *we* are, only an opinion says."""
    nobody = dependence.first_person and not opinion
    return not (dependence.connective or dependence.leans or dependence.unfit or nobody)


def _passage(
    document: Document,
    one: ContextDependence,
    number: int,
    place: float,
    *,
    around: Surroundings,
    opinion: bool,
    headline: frozenset[str],
) -> Excerpt:
    ordered = _topics_of(document, one, around)
    cues, spot = frozenset(one.cues), (document.id, one.sentence)
    named = around.actors.get(spot, 0)
    words = telling_words(document.text[one.start : one.end], document.language)
    news = not opinion
    return Excerpt(
        document=document.id,
        start=one.start,
        end=one.end,
        sentence=one.sentence,
        zone=one.zone,
        cues=cues,
        named=named,
        topics=ordered,
        place=place,
        number=number,
        words=words,
        predicate=one.predicate,
        conditional=one.conditional,
        bare_subject=one.bare_subject,
        parts=_weighed(
            {
                "topics": min(sum(around.importance.get(t, 0.0) for t in ordered), MOST_TOPICS),
                "judgement": opinion and bool(cues & {"judgement", "consequence"}),
                "place": opinion and _place_value(place),
                "coverage": news and around.coverage.of(document.id, words),
                "eventuality": news and one.eventuality != "state",
                "bare subject": one.bare_subject,
                "opening": news and 1 / (1 + number),
                "given": min(one.given, MOST_GIVEN) if news and number else 0,
                "names": news and min(1.0, one.names / ENOUGH_NAMES),
                "words": min(1.0, one.words / ENOUGH_WORDS),
                "headline": news and _share(headline, words),
                "overtaken": spot in around.weak.overtaken,
                "background": spot in around.weak.background,
                "newness": around.newness[document.id],
                "quotation": one.quoted,
            }
        ),
    )


def _share(headline: frozenset[str], words: frozenset[str]) -> float:
    """How much of the headline a sentence tells; where there is none, nobody knows."""
    return len(headline & words) / len(headline) if headline else HALF


def _topics_of(document: Document, one: ContextDependence, around: Surroundings) -> tuple[str, ...]:
    """The topics that a sentence names, the corpus's most important first."""
    named = around.topics.get((document.id, one.start), ())
    return tuple(sorted(named, key=lambda t: (-around.importance.get(t, 0.0), t)))


def _weighed(measured: Mapping[str, float]) -> tuple[Score, ...]:
    """What is measured of a passage, each by its weight, in the order of the table."""
    return tuple(
        Score(part, round(weight * measured[part], 3)) for part, weight in _weights().items()
    )


@cache
def _weights() -> Mapping[str, float]:
    return {row[0]: float(row[1]) for row in load_rows("passage_weights")}


def _place_value(place: float) -> float:
    """An argument has the most important at its beginning and its end."""
    return max(0.0, 1.0 - PARTS * place, PARTS * place - (PARTS - 1)) / 2


def sentences_of_topics(
    documents: Documents, topics: Sequence[Topic]
) -> Mapping[tuple[str, int], tuple[str, ...]]:
    """The topics by document and the sentence's start, once for the whole corpus."""
    found: dict[tuple[str, int], list[str]] = {}
    finders = {d.id: SentenceFinder(d.sentences) for d in documents}
    for topic in topics:
        for row in (r for r in topic.occurrences if r.document in finders):
            sentence = finders[row.document].last_from(row.start)
            names = found.setdefault((row.document, sentence.start if sentence else -1), [])
            if topic.id not in names:
                names.append(topic.id)
    return {place: tuple(names) for place, names in found.items()}


def actors_of_sentences(actors: Actors) -> Mapping[tuple[str, str], int]:
    """How many shown actors each sentence names."""
    named = grouped_sets(
        ((mention.document, mention.sentence), actor.id)
        for actor in actors
        for mention in actor.mentions
        if actor.shown and mention.kind != "pronoun"
    )
    return {place: len(ids) for place, ids in named.items()}
