"""Sentences of different documents that name the same things; related, never said to agree."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt

from msgspec import Struct

from generator.model.corpus import Comparison
from generator.resolve.comparison.ground import Ground, Place, row_id

COMMONEST = 60
"""A name that more sentences have than this links none of them: the step stays near linear."""
LEAST = 0.2
LEAST_CHANGE = 0.3
"""Least likeness of two sentences that are shown as related, and as before and after."""
MOST_PAIRS = 40
MOST_OF_ONE = 1
"""Most pairs that one sentence stands in."""
NUMBER = re.compile(
    r"(?<![\w.,$£€-])(?P<value>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
    r"(?:\s*(?P<scale>percent|per cent|%))?\s+(?P<what>[a-z]{3,})"
)


class Pair(Struct, frozen=True):
    """Two sentences, the earlier document's first, with how alike they are."""

    one: Place
    two: Place
    score: float
    shared: tuple[str, ...]


def find_pairs(ground: Ground, reprints: Mapping[str, int]) -> tuple[Pair, ...]:
    """The most alike pairs across documents; `reprints` numbers the texts that are the same."""
    places: dict[str, list[Place]] = defaultdict(list)
    for place, names in ground.names.items():
        for name in names:
            places[name].append(place)
    found: set[tuple[Place, Place]] = set()
    for name in sorted(places):
        if len(places[name]) <= COMMONEST:
            found.update(_across(sorted(places[name]), reprints))
    scored = [p for a, b in sorted(found) if (p := _pair(a, b, ground))]
    return _best(sorted(scored, key=lambda p: (-p.score, p.one, p.two)))


def _across(places: Sequence[Place], reprints: Mapping[str, int]) -> Iterator[tuple[Place, Place]]:
    for i, one in enumerate(places):
        for two in places[i + 1 :]:
            same = reprints.get(one.document, -1) == reprints.get(two.document, -2)
            if one.document != two.document and not same:
                yield one, two


def _pair(one: Place, two: Place, ground: Ground) -> Pair | None:
    """The likeness of two sentences that share an actor and a telling word, or two such words."""
    first, second = ground.names[one], ground.names[two]
    both = first & second
    telling = sum(not name.startswith("actor:") for name in both)
    if not telling or len(both) < 2:
        return None
    score = _weight(both, ground) / sqrt(_weight(first, ground) * _weight(second, ground))
    if score < LEAST:
        return None
    order = sorted((one, two), key=lambda p: (ground.dates.get(p.document, ""), p))
    return Pair(order[0], order[1], round(score, 3), tuple(sorted(both)))


def _weight(names: frozenset[str], ground: Ground) -> float:
    return sum(ground.weights[n] for n in sorted(names))


def _best(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    used: Counter[Place] = Counter()
    kept: list[Pair] = []
    for pair in pairs:
        if len(kept) < MOST_PAIRS and max(used[pair.one], used[pair.two]) < MOST_OF_ONE:
            used.update((pair.one, pair.two))
            kept.append(pair)
    return tuple(kept)


def rows_of_pairs(pairs: Sequence[Pair], ground: Ground) -> Iterator[Comparison]:
    """A row for each pair: related, and where it shows, a number or a state that differs."""
    for pair in pairs:
        yield _row("related_sentences", pair, ground, None)
    for pair in pairs:
        for value in numbers_that_differ(ground.text(pair.one), ground.text(pair.two)):
            yield _row("number_differs", pair, ground, value)
    for pair in pairs:
        if _shows_change(pair, ground):
            yield _row("changed", pair, ground, None)


def _row(kind: str, pair: Pair, ground: Ground, value: str | None) -> Comparison:
    one, two = ground.member(pair.one), ground.member(pair.two)
    ids = (one.document, one.sentence or "", two.document, two.sentence or "", value or "")
    return Comparison(
        id=row_id(kind, ids),
        kind="number_differs"
        if kind == "number_differs"
        else ("changed" if kind == "changed" else "related_sentences"),
        documents=tuple(sorted({one.document, two.document})),
        members=(one, two),
        actor=_first(pair.shared, "actor:"),
        topic=_first(pair.shared, "topic:"),
        score=pair.score,
        value=value,
    )


def _first(names: Sequence[str], kind: str) -> str | None:
    return next((n.removeprefix(kind) for n in names if n.startswith(kind)), None)


def numbers_that_differ(one: str, two: str) -> tuple[str, ...]:
    """What both sentences count, with the number of each: ``12 / 15 people``."""
    first, second = _numbers(one), _numbers(two)
    return tuple(
        f"{min(first[what])} / {min(second[what])} {what}"
        for what in sorted(set(first) & set(second))
        if not first[what] & second[what]
    )


def _numbers(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for match in NUMBER.finditer(text):
        what = " ".join(filter(None, (match["scale"], match["what"])))
        found[what].add(match["value"])
    return found


def _shows_change(pair: Pair, ground: Ground) -> bool:
    """Both documents are dated, and the later one's sentence tells of a change."""
    before = ground.dates.get(pair.one.document)
    after = ground.dates.get(pair.two.document)
    dated = bool(before and after and before < after)
    return dated and pair.score >= LEAST_CHANGE and "change" in ground.cues.get(pair.two, ())
