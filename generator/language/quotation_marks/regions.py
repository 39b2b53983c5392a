"""The stretches of a paragraph in which single marks may pair."""

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from itertools import accumulate, pairwise

from generator.language.quotation_marks.shapes import MarkPair
from generator.model.text import Offsets

OUTSIDE = -1
"""The owner of what lies in no run."""


def regions_of(place: Offsets, doubles: Sequence[MarkPair]) -> list[list[Offsets]]:
    """The stretches in which single marks may pair: inside each double run, and outside of all."""
    pairs = sorted(doubles, key=lambda p: (p.opened.start, -p.outer_end))
    edges = sorted(
        {place.start, place.end}
        | {at for p in pairs for at in (p.opened.start, p.opened.end, p.end, p.outer_end)}
    )
    owners: dict[int, list[Offsets]] = {}
    innermost = _innermost(edges, pairs)
    covered = _covered(edges, pairs)
    for (start, end), owner, in_mark in zip(pairwise(edges), innermost, covered, strict=False):
        if not in_mark:
            owners.setdefault(owner, []).append(Offsets(start, end))
    return [owners[key] for key in sorted(owners)]


def _innermost(edges: Sequence[int], pairs: Sequence[MarkPair]) -> Iterable[int]:
    """For each edge the last of the pairs whose words go on behind it."""
    beginning: dict[int, list[int]] = {}
    for at, pair in enumerate(pairs):
        beginning.setdefault(pair.opened.end, []).append(at)
    inside: list[int] = []
    for edge in edges:
        for at in beginning.get(edge, ()):
            heappush(inside, -at)
        while inside and pairs[-inside[0]].end <= edge:
            heappop(inside)
        yield -inside[0] if inside else OUTSIDE


def _covered(edges: Sequence[int], pairs: Sequence[MarkPair]) -> Iterable[bool]:
    """For each edge whether what follows it is a mark."""
    reach: dict[int, int] = {}
    for pair in pairs:
        for start, end in ((pair.opened.start, pair.opened.end), (pair.end, pair.outer_end)):
            reach[start] = max(end, reach.get(start, end))
    ends = accumulate((reach.get(edge, edge) for edge in edges), max)
    return (end > edge for edge, end in zip(edges, ends, strict=True))
