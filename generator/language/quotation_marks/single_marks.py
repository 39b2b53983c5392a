"""Pairs the single marks of one region; most of them are apostrophes."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from generator.language.quotation_marks.shapes import Mark, MarkPair, Page, matches
from generator.model.text import Offsets

SINGLE = re.compile("['‘’‚‛‹›`]")
SINGLE_CLOSERS = {
    "‘": frozenset("’'‘"),
    "‛": frozenset("’"),
    "'": frozenset("'’"),
    "‚": frozenset("‘’"),
    "`": frozenset("'’"),
    "‹": frozenset("›"),
    "›": frozenset("‹"),
}
SPEECH_ENDS = frozenset(".!?…—–-)”’\"'")
PLURALS = frozenset("sSzxZX")


def pair_singles(
    page: Page, region: Sequence[Offsets], place: Offsets, waiting: MarkPair | None
) -> list[MarkPair]:
    """The pairs of single marks of a region of the paragraph `place`."""
    marks = [
        page.mark(m.start(), m.end(), place)
        for part in region
        for m in matches(SINGLE, page.text, part)
        if not _apostrophe(page, m, place) and not page.in_markup(m.start())
    ]
    within = Offsets(place.start, region[-1].end if region else place.end)
    return page.with_continued(_pair_listed(page, marks, within), place, waiting)


def _pair_listed(page: Page, marks: Sequence[Mark], place: Offsets) -> list[MarkPair]:
    pairs: list[MarkPair] = []
    levels = _Levels(page.text, marks)
    left = [(0, len(marks), place.end)]
    while left:
        at, end, limit = left.pop()
        while at < end:
            mark = marks[at]
            close = levels.closing(at, end) if mark.opens else None
            if close is not None:
                closing = marks[close].start
                pairs.append(MarkPair(mark, closing, marks[close].end))
                left.append((at + 1, close, closing))
                at = close
            elif mark.opens and _opens_paragraph(page, mark, Offsets(place.start, limit)):
                pairs.append(page.broken(mark, limit))
            at += 1
    return pairs


class _Levels:
    """Looks up which mark closes which; for each shape of opening mark the levels are counted once.

    A mark that only opens lifts the level, one that closes sinks it; what closes a mark stands at
    the mark's own level.
    """

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self._text = text
        self._marks = marks
        self._counted: dict[frozenset[str], _MarkLevels] = {}

    def closing(self, at: int, end: int) -> int | None:
        """The mark before `end` that closes the one at `at`; a possessive only if none else can."""
        wanted = SINGLE_CLOSERS.get(self._marks[at].text, frozenset())
        if wanted not in self._counted:
            self._counted[wanted] = _MarkLevels(self._text, self._marks, wanted)
        return self._counted[wanted].closing(at, end)


class _MarkLevels:
    """The places of the marks that close, may close, or open, by the level at which they stand."""

    def __init__(self, text: str, marks: Sequence[Mark], wanted: frozenset[str]) -> None:
        self._after: list[int] = []
        self._sure: dict[int, list[int]] = {}
        self._doubtful: dict[int, list[int]] = {}
        self._opening: dict[int, list[int]] = {}
        level = 0
        for at, mark in enumerate(marks):
            if mark.opens and not mark.closes:
                self._opening.setdefault(level, []).append(at)
                level += mark.text in SINGLE_CLOSERS
            elif mark.text in wanted and mark.closes:
                if _possessive(text, mark):
                    self._doubtful.setdefault(level, []).append(at)
                else:
                    self._sure.setdefault(level, []).append(at)
                    level -= 1
            self._after.append(level)

    def closing(self, at: int, end: int) -> int | None:
        """The mark between `at` and `end` that closes what opens at `at`."""
        level = self._after[at]
        sure = _next(self._sure.get(level, ()), at, end)
        doubtful = _next(self._doubtful.get(level, ()), at, end if sure is None else sure)
        if doubtful is None or sure is None:
            return sure if doubtful is None else doubtful
        opens = _next(self._opening.get(level, ()), doubtful, sure)
        return sure if opens is None else doubtful


def _next(places: Sequence[int], at: int, end: int) -> int | None:
    """The first of the places behind `at` and before `end`."""
    found = bisect_right(places, at)
    return places[found] if found < len(places) and places[found] < end else None


def _opens_paragraph(page: Page, mark: Mark, place: Offsets) -> bool:
    """Whether a mark opens what fills a paragraph to its end, as a quotation that goes on."""
    last = page.last_character(place.start, place.end)
    before = page.last_character(place.start, mark.start)
    leads = ":,.!?" if mark.text == "‘" else ":,"
    return (not before or before in leads) and last in SPEECH_ENDS


def _apostrophe(page: Page, match: re.Match[str], place: Offsets) -> bool:
    """Whether a single mark can be nothing but an apostrophe, a minute sign or a lost accent."""
    text, mark, start, end = page.text, match.group(), match.start(), match.end()
    before = text[start - 1] if start > place.start else " "
    after = text[end] if end < place.end else " "
    if mark in "‹›‚":
        return False
    if before.isalnum() and after.isalnum():
        return True
    if mark in "'’‘" and not before.isalnum() and after.isalnum():
        word = re.match(r"\d{2}s?\b|[^\W\d_]+", text[end : min(end + 12, place.end)])
        left = word.group().lower() if word else ""
        return left in page.elisions or left[:1].isdigit()
    minutes = mark == "'" and before.isdigit() and after.isspace()
    return minutes and page.first_curly < place.end


def _possessive(text: str, mark: Mark) -> bool:
    """Whether a mark may be a plural's possessive or a lost g: a word follows, no stop before."""
    before = text[max(0, mark.start - 3) : mark.start]
    ending = before[-1:] in PLURALS or bool(re.fullmatch(r"\w[iI][nN]", before))
    return ending and bool(re.match(r"\s[^\W_]", text[mark.end : mark.end + 2]))
