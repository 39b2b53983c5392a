"""Sentences of different documents that name the same things; related, never said to agree."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from generator.model.corpus import Comparison
from generator.resolve.comparison.sentence_index import Place, SentenceIndex, row_id

COMMONEST = 60
"""A name that more sentences have than this links none of them: the step stays near linear."""
LEAST = 0.2
LEAST_CHANGE = 0.3
"""Least likeness of two sentences that are shown as related, and as before and after."""
MOST_CHANGE = 0.7
"""Likeness from which the later sentence says the same again."""
SHARED_WORDS = 2
"""Telling words that two sentences on one matter share, so that the later can tell of a change."""
MOST_PAIRS = 40
MOST_OF_ONE = 1
"""Most pairs that one sentence stands in."""


class Pair(Struct, frozen=True):
    """Two sentences, the earlier document's first, with how alike they are."""

    one: Place
    two: Place
    score: float
    shared: tuple[str, ...]


def find_pairs(index: SentenceIndex, reprints: Mapping[str, int]) -> tuple[Pair, ...]:
    """The most alike pairs across documents; `reprints` numbers the texts that are the same."""
    places: dict[str, list[Place]] = defaultdict(list)
    for place, names in index.names.items():
        for name in names:
            places[name].append(place)
    found: set[tuple[Place, Place]] = set()
    for name in sorted(places):
        if len(places[name]) <= COMMONEST:
            found.update(_across(sorted(places[name]), reprints))
    scored = [p for a, b in sorted(found) if (p := _pair(a, b, index))]
    return _best(sorted(scored, key=lambda p: (-p.score, p.one, p.two)))


def _across(places: Sequence[Place], reprints: Mapping[str, int]) -> Iterator[tuple[Place, Place]]:
    for i, one in enumerate(places):
        for two in places[i + 1 :]:
            same = reprints.get(one.document, -1) == reprints.get(two.document, -2)
            if one.document != two.document and not same:
                yield one, two


def _pair(one: Place, two: Place, index: SentenceIndex) -> Pair | None:
    """The likeness of two sentences that share an actor and a telling word, or two such words."""
    first, second = index.names[one], index.names[two]
    both = first & second
    informative = sum(not name.startswith("actor:") for name in both)
    if not informative or len(both) < 2:
        return None
    score = index.likeness(first, second)
    if score < LEAST:
        return None
    order = sorted((one, two), key=lambda p: (index.day(p.document), p))
    return Pair(order[0], order[1], round(score, 3), tuple(sorted(both)))


def _best(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    used: Counter[Place] = Counter()
    kept: list[Pair] = []
    for pair in pairs:
        if len(kept) < MOST_PAIRS and max(used[pair.one], used[pair.two]) < MOST_OF_ONE:
            used.update((pair.one, pair.two))
            kept.append(pair)
    return tuple(kept)


def rows_of_pairs(pairs: Sequence[Pair], index: SentenceIndex) -> Iterator[Comparison]:
    """A row for each pair: related, and where the later one tells of it, changed."""
    for pair in pairs:
        yield _row("related_sentences", pair, index)
    for pair in pairs:
        if _shows_change(pair, index):
            yield _row("changed", pair, index)


def _row(
    kind: Literal["related_sentences", "changed"], pair: Pair, index: SentenceIndex
) -> Comparison:
    one, two = index.member(pair.one), index.member(pair.two)
    ids = (one.document, one.sentence or "", two.document, two.sentence or "", "")
    return Comparison(
        id=row_id(kind, ids),
        kind=kind,
        documents=tuple(sorted({one.document, two.document})),
        members=(one, two),
        actor=_first(pair.shared, "actor:"),
        topic=_first(pair.shared, "topic:"),
        score=pair.score,
    )


def _first(names: Sequence[str], kind: str) -> str | None:
    return next((n.removeprefix(kind) for n in names if n.startswith(kind)), None)


def _shows_change(pair: Pair, index: SentenceIndex) -> bool:
    """The later document was surely later, and its sentence tells of a change in what both share.

    An actor and a word are too little to share; a sentence that is almost the same changes nothing.
    """
    before = index.days.get(pair.one.document)
    after = index.days.get(pair.two.document)
    later = bool(before and after and before[1] and after[0] and before[1] < after[0])
    matter = sum(n.startswith("word:") for n in pair.shared) >= SHARED_WORDS
    near = LEAST_CHANGE <= pair.score <= MOST_CHANGE
    return later and matter and near and "change" in index.cues.get(pair.two, ())
