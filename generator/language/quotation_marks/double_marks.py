"""Pairs the double marks of one paragraph."""

import re

from generator.language.quotation_marks.shapes import Mark, MarkPair, Page, matches
from generator.model.text import Offsets

DOUBLE = re.compile(r"``|''|<<(?=\w[^<>\n]{0,1000}>>)|(?<=[\w.,!?…])>>|[“”„‟\"«»「」『』]")
"""Two angles stand for a guillemet where a keyboard has none, and only in pairs."""
CLOSERS = {
    "“": frozenset({"”", '"', "“"}),
    "„": frozenset({"“", "”", "‟", '"'}),
    "‟": frozenset({"”"}),
    '"': frozenset({'"', "”", "“"}),
    "``": frozenset({"''", '"'}),
    "''": frozenset({"''"}),
    "<<": frozenset({">>"}),
    "«": frozenset({"»"}),
    "»": frozenset({"«"}),
    "「": frozenset({"」"}),
    "『": frozenset({"』"}),
}
"""What may close each opening mark; the mixed pairs occur where editors mix straight and curly."""
CLOSERS_OF_OTHERS = frozenset({'"', "”"})
"""What closes a mark that is turned round."""
PAUSES = frozenset(",?!")
"""What stands before a closing mark and a clause of speech; a mark that opens may follow a dot."""
INCHES = re.compile(r"\d['’′]\s?\d{1,2}$")


def pair_doubles(page: Page, place: Offsets, waiting: MarkPair | None) -> list[MarkPair]:
    """The pairs of double marks of a paragraph; `waiting` is the run left open before it."""
    marks = [
        page.mark(m.start(), m.end(), place)
        for m in matches(DOUBLE, page.text, place)
        if not _inches(page.text, m.start())
        and not page.in_markup(m.start() if m.group() != ">>" else m.end() - 1)
    ]
    open_before = waiting is not None and waiting.opened.text == '"' and page.closes_behind_blanks
    whole = sum(mark.text == '"' for mark in marks) % 2 == int(open_before)
    pairs: list[MarkPair] = []
    left = _Open()
    for at, seen in enumerate(marks):
        inside = left.last() == '"' or (open_before and not pairs and not left.marks)
        turned = whole and inside and not _nests(marks, at) and _looks_turned(page, seen, place)
        mark = Mark(seen.start, seen.end, seen.text, opens=False, closes=True) if turned else seen
        end = page.without_blanks(place.start, mark.start) if turned else mark.start
        match = left.closed_by(mark)
        last = left.marks[-1] if left.marks else None
        if match is not None and not (mark.opens and last and _reopens(last, mark)):
            opened, *lost = left.close(match)
            pairs.extend(page.broken(one, mark.start) for one in lost)
            pairs.append(MarkPair(opened, end, mark.end))
        elif mark.opens:
            if last and last.text == mark.text and not _nests(marks, at):
                pairs.extend(page.broken(one, mark.start) for one in left.close(-1))
            left.open(mark)
        elif waiting and not pairs and not left.marks and _fits(waiting.opened, mark):
            begin = Mark(place.start, place.start, waiting.opened.text, opens=True, closes=False)
            pairs.append(MarkPair(begin, end, mark.end, repaired=True, continues=True))
    pairs.extend(page.broken(lost, place.end) for lost in left.marks)
    return page.with_continued(pairs, place, waiting)


def _looks_turned(page: Page, mark: Mark, place: Offsets) -> bool:
    """Whether a straight mark that looks as if it opened closes: ``"We will go, "she said``.

    Asked only inside a run, where the straight marks come in pairs, so that none is missing.
    """
    before = page.last_character(place.start, mark.start)
    pause = before in PAUSES or (before == "." and page.closes_behind_blanks)
    return mark.text == '"' and not mark.closes and pause


class _Open:
    """The marks that are open, outermost first, and where the last of each shape stands."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self._places: dict[str, list[int]] = {}

    def open(self, mark: Mark) -> None:
        self._places.setdefault(mark.text, []).append(len(self.marks))
        self.marks.append(mark)

    def last(self) -> str:
        """The shape of the innermost open mark, or ""."""
        return self.marks[-1].text if self.marks else ""

    def closed_by(self, mark: Mark) -> int | None:
        """The place of the innermost open mark that `mark` closes."""
        if not mark.closes:
            return None
        fitting = (p[-1] for text, p in self._places.items() if p and mark.text in closers(text))
        return max(fitting, default=None)

    def close(self, place: int) -> list[Mark]:
        """Take away the mark at `place` and those inside of it, outermost first."""
        gone = self.marks[place:]
        del self.marks[place:]
        for mark in gone:
            self._places[mark.text].pop()
        return gone


def closers(opening: str) -> frozenset[str]:
    """The shapes that may close an opening mark."""
    return CLOSERS.get(opening, CLOSERS_OF_OTHERS)


def _inches(text: str, at: int) -> bool:
    """Whether the mark is the inches of a height, as in six feet three."""
    return text[at] == '"' and bool(INCHES.search(text[max(0, at - 6) : at]))


def _fits(opened: Mark, mark: Mark) -> bool:
    return mark.closes and mark.text in closers(opened.text)


def _reopens(opened: Mark, mark: Mark) -> bool:
    """A mark that could face either way closes what is open, unless the shapes differ."""
    return mark.text == '"' and opened.text == "“"


def _nests(marks: list[Mark], at: int) -> bool:
    """Whether two closing marks follow before the next opening one, as around a run inside."""
    following = marks[at + 1 : at + 3]
    return len(following) == 2 and all(m.closes for m in following)
