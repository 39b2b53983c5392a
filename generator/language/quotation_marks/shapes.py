"""A quotation mark and what stands beside it: which way it can face, and what ends where."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Sequence

from msgspec import Struct

from generator.model.text import Offsets

BEFORE_OPEN = frozenset("([{<—–-/=:|~*_>")
AFTER_CLOSE = frozenset(".,;:!?)]}—–-/…|*_<")
ONE_WAY = frozenset({"“", "”", "``", "„", "‟", "‘", "‚", "‛"})
"""Marks whose shape says which side they stand on."""
CORNERS = frozenset("「」『』")
"""The marks of Japanese and of Chinese in the old letters: no blank stands beside them."""
OPEN_BEFORE = frozenset("“‘„«\"'`")
CLOSE_AFTER = frozenset("”’»\"'")
MARKUP = re.compile(r"""<[a-zA-Z/!][^<>\n]*>|(?<![\w-])[\w-]++=(?:"[^"\n]*"|'[^'\n]*')""")
"""Tags and their attributes, whose marks are not quotation marks."""
BEHIND_A_BLANK, BEHIND_A_STOP = re.compile(r'[.,?!] "'), re.compile(r'[.,?!]"')
"""A straight mark with and without a blank between it and the stop before it."""
BLANKS = re.compile(r"\s+")


class Mark(Struct, frozen=True):
    """A quotation mark, and whether it may open a run, close one, or both."""

    start: int
    end: int
    text: str
    opens: bool
    closes: bool


class MarkPair(Struct, frozen=True):
    """A mark that opens a run and where the run ends, without and with its closing mark."""

    opened: Mark
    end: int
    outer_end: int
    repaired: bool = False
    continues: bool = False


class Page:
    """A text with its blanks and its mark-up looked up once, so that no question scans it again."""

    def __init__(self, text: str, elisions: Container[str]) -> None:
        self.text = text
        self.elisions = elisions
        """What is left of words that lost their beginning to an apostrophe."""
        self.first_curly = text.find("‘") % (len(text) + 1)
        """Where the first ``‘`` stands; the text's end where there is none."""
        self.closes_behind_blanks = not BEHIND_A_STOP.search(text) and bool(
            BEHIND_A_BLANK.search(text)
        )
        """Whether the text sets a blank before closing marks, as converters leave them."""
        blanks = [m.span() for m in BLANKS.finditer(text)]
        self._blank_starts = [start for start, _ in blanks]
        self._blank_ends = [end for _, end in blanks]
        markup = [m.span() for m in MARKUP.finditer(text)]
        self._markup_starts = [start for start, _ in markup]
        self._markup_ends = [end for _, end in markup]

    def in_markup(self, at: int) -> bool:
        """Whether a character belongs to a tag or an attribute."""
        before = bisect_right(self._markup_starts, at) - 1
        return before >= 0 and at < self._markup_ends[before]

    def without_blanks(self, start: int, end: int) -> int:
        """The end of a stretch without the blanks that it ends in; not before `start`."""
        nearest = bisect_left(self._blank_starts, end) - 1
        if nearest >= 0 and self._blank_ends[nearest] >= end:
            end = self._blank_starts[nearest]
        return max(start, end)

    def last_character(self, start: int, end: int) -> str:
        """The last character of a stretch that is no blank, or ""."""
        bare = self.without_blanks(start, end)
        return self.text[bare - 1] if bare > start else ""

    def mark(self, start: int, end: int, place: Offsets) -> Mark:
        """Which way a mark of a paragraph can face, judged by the characters beside it."""
        return _look_at(self.text, start, end, place)

    def broken(self, opened: Mark, limit: int) -> MarkPair:
        """A run without a closing mark: it ends where the next begins, or with the paragraph."""
        end = self.without_blanks(opened.end, limit)
        return MarkPair(opened, end, end, repaired=True)

    def with_continued(
        self, pairs: Sequence[MarkPair], place: Offsets, waiting: MarkPair | None
    ) -> list[MarkPair]:
        """Say of the paragraph's first run that it goes on with the one left open before."""
        first = min(pairs, key=lambda p: p.opened.start, default=None)
        if waiting is None or first is None or first.continues:
            return list(pairs)
        if self.last_character(place.start, first.opened.start):
            return list(pairs)
        going_on = MarkPair(
            first.opened, first.end, first.outer_end, first.repaired, continues=True
        )
        return [going_on if p is first else p for p in pairs]


def matches(pattern: re.Pattern[str], text: str, place: Offsets) -> Iterable[re.Match[str]]:
    """What a pattern finds in a stretch of a text."""
    return pattern.finditer(text, place.start, place.end)


def _look_at(text: str, start: int, end: int, place: Offsets) -> Mark:
    mark = text[start:end]
    before = text[start - 1] if start > place.start else " "
    after = text[end] if end < place.end else " "
    free_left = before.isspace() or before in BEFORE_OPEN or before in OPEN_BEFORE
    free_right = after.isspace() or after in AFTER_CLOSE or after in CLOSE_AFTER
    if mark in CORNERS:
        return Mark(start, end, mark, opens=mark in "「『", closes=mark in "」』")
    if mark in ONE_WAY:
        return _facing(mark, start, end, free_left=free_left, free_right=free_right)
    opens, closes = free_left and not after.isspace(), free_right and not before.isspace()
    if mark in "«»‹›":
        normal = mark in "«‹"
        turned = closes and not free_left if normal else opens and not free_right
        return Mark(start, end, mark, opens=normal != turned, closes=normal == turned)
    if opens == closes:
        inside = before in BEFORE_OPEN and after in AFTER_CLOSE
        return Mark(start, end, mark, opens=not inside or opens, closes=True)
    return Mark(start, end, mark, opens=opens, closes=closes)


def _facing(mark: str, start: int, end: int, *, free_left: bool, free_right: bool) -> Mark:
    """A mark whose shape says its side, unless the blanks beside it clearly say the other."""
    if mark == "”":
        turned = free_left and not free_right
        return Mark(start, end, mark, opens=turned, closes=not turned)
    closes = mark in "“‟‘" and free_right and not free_left
    return Mark(start, end, mark, opens=not closes, closes=closes)
