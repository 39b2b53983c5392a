"""Two statements of one actor on one matter, with weeks between them: related, never judged.

Who follows a person asks what they said of it before. Whether the two agree is for the reader.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from generator.language.weights import load_count
from generator.model.annotations import SPEECH
from generator.model.corpus import Actor, AttributedQuotation, AttributedStatement, Comparison
from generator.model.grouping import grouped, grouped_sets
from generator.model.reading_order import SentenceFinder
from generator.resolve.comparison.pairs import COMMONEST, COPIED, SentencePair
from generator.resolve.comparison.sentence_index import Located, SentenceIndex, row_id

LEAST, LEAST_WORDS = 1 / load_count("restated.least"), load_count("restated.words")
DAYS, MOST = load_count("restated.days"), load_count("restated.most")


def find_restated(
    index: SentenceIndex,
    actors: Sequence[Actor],
    quotations: Sequence[AttributedQuotation],
    statements: Sequence[AttributedStatement],
) -> Iterator[Comparison]:
    """The most alike pairs of each actor with a page."""
    said = _places(index, (*(q for q in quotations if q.kind in SPEECH), *statements))
    for actor in actors:
        for pair in _best(_pairs(said.get(actor.id, ()), index)) if actor.shown else ():
            yield _row(actor, pair, index)


def _places(
    index: SentenceIndex, said: Iterable[AttributedQuotation | AttributedStatement]
) -> Mapping[str, Sequence[Located]]:
    """The sentences in which each actor is reported to say something, of dated documents."""
    finders = {d.id: SentenceFinder(d.sentences) for d in index.documents.values()}
    found = grouped_sets(
        (speaker, place)
        for row in said
        if all(index.days.get(row.document, (None, None)))
        if (place := Located(row.document, finders[row.document].number(row.start))) in index.names
        for speaker in row.speakers
    )
    return {speaker: sorted(places) for speaker, places in found.items()}


def _pairs(places: Sequence[Located], index: SentenceIndex) -> list[SentencePair]:
    """Each two of them that share enough of a matter; those with a common name are looked at.

    A sentence's matter is what it names beside people and places: topics and telling words.
    """
    matter = {p: frozenset(n for n in index.names[p] if not n.startswith("actor:")) for p in places}
    having = grouped((name, place) for place in places for name in matter[place])
    near = {
        pair for some in having.values() if len(some) <= COMMONEST for pair in combinations(some, 2)
    }
    told = (pair for pair in sorted(near) if len(matter[pair[0]] & matter[pair[1]]) >= LEAST_WORDS)
    return [found for one, two in told if (found := _pair(one, two, matter, index))]


def _pair(
    one: Located, two: Located, matter: Mapping[Located, frozenset[str]], index: SentenceIndex
) -> SentencePair | None:
    order = (one, two) if index.by_day(one) < index.by_day(two) else (two, one)
    ended, began = index.days[order[0].document][1], index.days[order[1].document][0]
    if not (ended and began) or (began - ended).days < DAYS:
        return None
    mine, theirs = matter[one], matter[two]
    copied = len(mine & theirs) >= COPIED * len(mine | theirs)
    score = 0.0 if copied else index.likeness(mine, theirs)
    if score < LEAST:
        return None
    return SentencePair(order[0], order[1], round(score, 3), ())


def _best(pairs: Iterable[SentencePair]) -> Iterator[SentencePair]:
    """The most alike, each sentence in one pair."""
    used: set[Located] = set()
    left = MOST
    for pair in sorted(pairs, key=lambda p: (-p.score, p.one, p.two)):
        if left and used.isdisjoint((pair.one, pair.two)):
            used |= {pair.one, pair.two}
            left -= 1
            yield pair


def _row(actor: Actor, pair: SentencePair, index: SentenceIndex) -> Comparison:
    members = (index.member(pair.one), index.member(pair.two))
    parts = (actor.id, *(part for m in members for part in (m.document, m.sentence or "")))
    return Comparison(
        id=row_id("restated", parts),
        kind="restated",
        documents=tuple(sorted({m.document for m in members})),
        members=members,
        actor=actor.id,
        score=pair.score,
    )
