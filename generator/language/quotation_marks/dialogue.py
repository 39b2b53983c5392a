"""Dialogue that a dash opens, and clauses inside of what is said that say who speaks.

Only in languages with a list of such clauses: *— Nous attendons, a dit Ada Obi.* A dash opens items
of lists too, so that dashes are speech only where such a clause stands behind one of those that
follow one another.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

from generator.language.lexicons import Lexicon
from generator.language.quotation_marks.shapes import Mark, MarkPair
from generator.model.text import Offsets

KIND = "dialogue_patterns"
OPENING = re.compile(r"[—–―]\s+(?=[^\s«“\"])")
"""What stands in marks behind a dash is quoted by its own."""
SAID = re.compile(r"[.?!…][)\]»”]{0,2}\s*$")
SENTENCE_END = re.compile(r"(?<![.?!…])[.?!…]++(?:\s++(?=[«“(]?[^\W\d_a-zà-ÿ])|\s*+$)")
RESUMED = re.compile(r"\s?[,–—-]\s+(?=[a-zà-ÿ])")
"""Where speech goes on in the same sentence: *Nous avons, dit-il, attendu*."""


def pair_dialogue(text: str, places: Sequence[Offsets], lexicon: Lexicon) -> list[MarkPair]:
    """What is said behind the dashes of a document, without who says it."""
    report = lexicon.pattern(KIND, "inserted_report")
    found = ((place, OPENING.match(text, place.start, place.end)) for place in places)
    stretches = [list(s) for dash, s in groupby(found, lambda one: one[1] is not None) if dash]
    told = (s for s in stretches if any(m and report.search(text, m.end(), p.end) for p, m in s))
    pairs: list[MarkPair] = []
    for place, match in chain.from_iterable(told):
        if match and SAID.search(text, match.end(), place.end):
            mark = Mark(match.start(), match.end(), match.group()[0], opens=True, closes=False)
            pairs += _told(text, MarkPair(mark, place.end, place.end), lexicon, closed=False)
    return pairs


def part_reports(text: str, pairs: Iterable[MarkPair], lexicon: Lexicon) -> Iterator[MarkPair]:
    """Runs between marks, in two where a clause inside of them says who speaks."""
    for pair in pairs:
        yield from _told(text, pair, lexicon, closed=True) or [pair]


def _told(text: str, pair: MarkPair, lexicon: Lexicon, *, closed: bool) -> list[MarkPair]:
    """What is said before the clause and, where it surely goes on, behind it."""
    mark, end = pair.opened, pair.end
    found = lexicon.pattern(KIND, "inserted_report").search(text, mark.end, end)
    if found is None:
        return [] if closed else [pair]
    first = MarkPair(mark, found.start(), found.start() + len(found.group().rstrip()))
    stop = SENTENCE_END.search(text, found.end(), end)
    more = RESUMED.search(text, found.end(), stop.start() if stop else end)
    pronoun = lexicon.pattern(KIND, "ends_in_pronoun")
    if more and (closed or pronoun.search(text, found.start(), more.start())):
        start, at = more.span()
    elif closed and stop and stop.end() < end:
        start = at = stop.end()
    else:
        return [first]
    again = Mark(start, at, mark.text, opens=True, closes=False)
    return [first, MarkPair(again, end, pair.outer_end)]
