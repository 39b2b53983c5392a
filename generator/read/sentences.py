"""Sentence boundaries by rule: end marks, abbreviations, quotations kept whole.

Our own rules and not the parser's guess, because every provenance link ends at a sentence: they
must be right in headlines and beside quotation marks, alike with every model, and cheap.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from generator.language.lexicons import Lexicon
from generator.model.text import Offsets, QuotedRun

END = re.compile(
    r"(?<![.!?…])(?!(?<=[(\[])\.(?!\.))[.!?…]++"  # not *a record of 56-26 (. 683)*
    r"(?:[)\]”’\"'»]*+(?:\[\d{1,4}\])*(?=\s|$)|[”’\"»](?=\w))"
)
NEXT_WORD = re.compile(r"(?:[“„‘‚‹\"'«<(\[—–\-\s]|»(?=\w))*+(\w{1,64})?")
WORD_BEFORE = re.compile(r"[\w.&’'-]{1,64}$")
LONGEST_WORD = 64
INITIALS = re.compile(r"(?:\w\.)+\w")
LONG_QUOTATION = 400
"""Characters; a quotation longer than this may be cut at the sentences inside it."""


def find_sentences(
    text: str, paragraph: Offsets, runs: Iterable[QuotedRun] = (), *, lexicon: Lexicon
) -> tuple[Offsets, ...]:
    """The sentences of one paragraph; `runs` are the quoted runs, which are not cut."""
    held = _Held(r for r in runs if r.depth == 0 and r.end - r.start <= LONG_QUOTATION)
    start = _skip_white(text, paragraph.start, paragraph.end)
    found: list[Offsets] = []
    for match in END.finditer(text, start, paragraph.end):
        end = match.end()
        following = _skip_white(text, end, paragraph.end)
        inside = held.reaches_over(match.start(), end)
        if following >= paragraph.end or inside:
            continue
        if not _ends(text, start, match, following, lexicon):
            continue
        found.append(Offsets(start, end))
        start = following
    end = len(text[: paragraph.end].rstrip()) if start < paragraph.end else start
    return (*found, Offsets(start, end)) if end > start else tuple(found)


class _Held:
    """Quoted runs that are not cut, asked by place without looking at each."""

    def __init__(self, runs: Iterable[QuotedRun]) -> None:
        ordered = sorted((r.outer_start, r.outer_end) for r in runs)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def reaches_over(self, start: int, end: int) -> bool:
        """Whether a run begins before `start` and ends after `end`."""
        before = bisect_left(self._starts, start)
        return before > 0 and self._ends[before - 1] > end


def _skip_white(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends(text: str, start: int, match: re.Match[str], following: int, lexicon: Lexicon) -> bool:
    """Whether the mark at `match` ends a sentence that began at `start`."""
    next_word = NEXT_WORD.match(text, following)
    first = next_word.group(1) if next_word else None
    if first is None or first[0].islower():
        return False
    mark = match.group()
    if not mark.startswith(".") or mark.startswith(".."):
        return True
    before = WORD_BEFORE.search(text[max(start, match.start() - LONGEST_WORD) : match.start()])
    word = before.group() if before else ""
    return not _is_abbreviation(word, mark, first, lexicon)


def _is_abbreviation(word: str, mark: str, following: str, lexicon: Lexicon) -> bool:
    if len(mark) > 1 and mark[-1] in '”"»’':
        return False
    plain = word.lower().rstrip(".")
    if plain in lexicon.words("abbreviations_before_names"):
        return True
    starts = following.lower() in lexicon.words("sentence_starters")
    initial = len(word) == 1 and word.isupper() and word != "I"
    if initial or INITIALS.fullmatch(word):
        return initial or not starts
    return plain in lexicon.words("abbreviations") and (following[0].isdigit() or not starts)
