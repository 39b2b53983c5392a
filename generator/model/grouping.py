"""What belongs together: values under one key, the first of each key, rows that pairs link."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """The values of each key, keys and values in the order of the pairs."""
    found: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)


def grouped_sets(pairs: Iterable[tuple[K, V]]) -> dict[K, set[V]]:
    """The different values of each key."""
    found: defaultdict[K, set[V]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return dict(found)


def first_of_each(pairs: Iterable[tuple[K, V]]) -> dict[K, V]:
    """The first value of each key."""
    found: dict[K, V] = {}
    for key, value in pairs:
        found.setdefault(key, value)
    return found


def foremost(counts: Mapping[K, int], times: int) -> K | None:
    """What is counted by far most, so many `times` as often as any other; None where nothing is."""
    ranked = sorted(counts, key=lambda one: -counts[one])
    alone = len(ranked) == 1 or (ranked and counts[ranked[0]] >= times * counts[ranked[1]])
    return ranked[0] if alone else None


def linked(ids: Sequence[K], pairs: Iterable[Iterable[K]]) -> list[list[K]]:
    """The groups that the pairs link together, by their first; who is in no pair is one alone.

    `ids` are in the order that decides who is first.
    """
    order = {one: at for at, one in enumerate(ids)}
    leader = {one: one for one in ids}

    def find(one: K) -> K:
        while leader[one] != one:
            leader[one] = leader[leader[one]]
            one = leader[one]
        return one

    for pair in pairs:
        first, *rest = sorted({find(one) for one in pair}, key=order.__getitem__)
        leader.update(dict.fromkeys(rest, first))
    groups = grouped((find(one), one) for one in ids)
    return [groups[one] for one in sorted(groups, key=order.__getitem__)]
