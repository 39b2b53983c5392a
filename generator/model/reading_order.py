"""Things that lie in a text in reading order, found by their place and never by going through all.

Which sentence is at an offset, which quotations lie in a paragraph, how far a run of words of one
kind reaches: each is asked thousands of times in a long document, so each is answered here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from generator.model.text import Sentence

Item = TypeVar("Item")


class InOrder(Generic[Item]):
    """Items sorted by where they start; of two that start together the first given is the first."""

    def __init__(self, items: Iterable[Item], start: Callable[[Item], int]) -> None:
        self.items: tuple[Item, ...] = tuple(sorted(items, key=start))
        self._starts = [start(item) for item in self.items]

    def number(self, offset: int) -> int:
        """The index of the last item that starts at `offset` or before it; -1 where none does."""
        return bisect_right(self._starts, offset) - 1

    def last_from(self, offset: int) -> Item | None:
        """The last item that starts at `offset` or before it."""
        at = self.number(offset)
        return self.items[at] if at >= 0 else None

    def within(self, start: int, end: int) -> tuple[Item, ...]:
        """The items that start at `start` or behind it, and before `end`."""
        return self.items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


class Stretches:
    """Stretches of a text, asked whether one holds a place, or another one and more."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        found = sorted(stretches)
        self._starts = [start for start, _ in found]
        self._farthest = tuple(accumulate((end for _, end in found), max))
        """How far those up to each reach."""

    def cover(self, offset: int) -> bool:
        """Whether a stretch has the character at an offset."""
        up_to = bisect_right(self._starts, offset)
        return up_to > 0 and self._farthest[up_to - 1] > offset

    def hold(self, start: int, end: int) -> bool:
        """Whether a longer stretch holds all from `start` to `end`."""
        earlier = bisect_left(self._starts, start)
        up_to = bisect_right(self._starts, start)
        reaches = earlier > 0 and self._farthest[earlier - 1] >= end
        return reaches or (up_to > 0 and self._farthest[up_to - 1] > end)


class SentenceFinder(InOrder[Sentence]):
    """The sentences of a document, by the offsets that lie in them."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        super().__init__(sentences, lambda sentence: sentence.start)

    def at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset; None between sentences."""
        found = self.last_from(offset)
        return found if found and offset < found.end else None

    def id_at(self, offset: int) -> str:
        """The id of the sentence that holds an offset; "" between sentences."""
        found = self.at(offset)
        return found.id if found else ""

    def id_from(self, offset: int) -> str:
        """The id of the last sentence that starts at `offset` or before it; "" where none does."""
        found = self.last_from(offset)
        return found.id if found else ""


def end_while(items: Sequence[Item], start: int, test: Callable[[Item], bool]) -> int:
    """The index behind the last of the items from `start` on, without a gap, that pass the test."""
    first = max(start, 0)
    places = range(first, len(items))
    return next((at for at in places if not test(items[at])), max(first, len(items)))


def start_while(
    items: Sequence[Item], end: int, test: Callable[[Item], bool], *, floor: int = 0
) -> int:
    """The index of the first of the items before `end`, without a gap, that pass the test."""
    last = min(end, len(items))
    places = range(last - 1, max(floor, 0) - 1, -1)
    return next((at + 1 for at in places if not test(items[at])), min(max(floor, 0), last))


def trimmed(items: Sequence[Item], test: Callable[[Item], bool]) -> Sequence[Item]:
    """The items without those at both ends that pass the test."""
    first = end_while(items, 0, test)
    return items[first : start_while(items, len(items), test, floor=first)]
