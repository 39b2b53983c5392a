"""Quotation marks: finds the runs between them, paragraph by paragraph.

Needed before the parse (long quotations are masked), for sentences (a quotation is not cut in two)
and by the quotation stage, so it lies below the wings. Double marks are paired first, then single
ones inside each region that the double ones leave, because only single marks can be apostrophes.
A bad mark never costs more than its paragraph, no text raises an exception, and what a text costs
grows with its length and no faster, however its marks lie: places are looked up, never scanned for.

Downwards: `double_marks`, `regions` and `single_marks`, one step of the pairing each; `dialogue`,
what dashes open; `shapes`, a mark and the characters beside it.
"""

from collections.abc import Iterable, Sequence

from generator.language.lexicons import Lexicon
from generator.language.quotation_marks.dialogue import pair_dialogue
from generator.language.quotation_marks.double_marks import pair_doubles
from generator.language.quotation_marks.regions import regions_of
from generator.language.quotation_marks.shapes import MarkPair, Page
from generator.language.quotation_marks.single_marks import SINGLE_CLOSERS, pair_singles
from generator.model.text import Offsets, QuotedRun

AIRY = frozenset("«»‹›")
CAPTION = 200
"""Characters; a shorter paragraph without marks may stand between two of one quotation."""


def find_quoted_runs(
    text: str, paragraphs: Iterable[Offsets], lexicon: Lexicon
) -> tuple[QuotedRun, ...]:
    """The quoted runs of `text`, in reading order; a run never reaches over its paragraph's end."""
    page = Page(text, lexicon.words("elisions"))
    places = sorted(paragraphs)
    pairs: list[MarkPair] = []
    waiting: MarkPair | None = None
    for index, place in enumerate(places):
        following = places[index + 1] if index + 1 < len(places) else None
        found, waiting = _pair_paragraph(page, place, following, waiting)
        pairs.extend(found)
    pairs.extend(pair_dialogue(text, places, lexicon))
    return tuple(_as_runs(text, pairs))


def _as_runs(text: str, pairs: Iterable[MarkPair]) -> list[QuotedRun]:
    runs: list[QuotedRun] = []
    ends: list[int] = []
    for p in sorted(pairs, key=lambda p: (p.opened.start, -p.outer_end)):
        if p.end <= p.opened.end:
            continue
        while ends and ends[-1] <= p.opened.start:
            ends.pop()
        depth = len(ends)
        ends.append(p.outer_end)
        start, end = _without_air(text, p)
        run = (start, end, p.opened.start, p.outer_end, p.opened.text)
        runs.append(QuotedRun(*run, depth, p.continues, p.repaired))
    return runs


def _without_air(text: str, pair: MarkPair) -> tuple[int, int]:
    """The run without the blanks that French sets inside of its marks: *« Oui »*."""
    start, end = pair.opened.end, pair.end
    words = text[start:end]
    if pair.opened.text not in AIRY or not words.strip():
        return start, end
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _pair_paragraph(
    page: Page, place: Offsets, following: Offsets | None, waiting: MarkPair | None
) -> tuple[list[MarkPair], MarkPair | None]:
    """The pairs of one paragraph, and the run that it leaves open for the next."""
    doubles = pair_doubles(page, place, waiting)
    singles = [
        pair
        for region in regions_of(place, doubles)
        for pair in pair_singles(page, region, place, waiting)
    ]
    pairs = doubles + singles
    if not pairs and waiting and place.end - place.start < CAPTION:
        return [], waiting
    open_end = _last_open(page, pairs, place)
    if open_end and open_end.opened.text in SINGLE_CLOSERS and not _re_opens(page, following):
        pairs, open_end = [p for p in pairs if p is not open_end], None
    return pairs, open_end


def _last_open(page: Page, pairs: Sequence[MarkPair], place: Offsets) -> MarkPair | None:
    limit = page.without_blanks(place.start, place.end)
    left = [p for p in pairs if p.repaired and p.end == p.outer_end and p.end >= limit]
    return min(left, key=lambda p: p.opened.start, default=None)


def _re_opens(page: Page, following: Offsets | None) -> bool:
    """Whether the next paragraph begins with a single mark, as a quotation that goes on does."""
    lead = page.text[following.start : following.end].lstrip()[:1] if following else ""
    return lead in {"‘", "'"}
