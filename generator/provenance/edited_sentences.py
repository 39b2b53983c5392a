"""Sentences that were edited between two exports, and the rows that are still the same for it.

Ids are made from words, so a sentence with one number changed has another id, and so has all that
was found in it. Here both are known to be one: a sentence that stands where another stood, between
neighbours that are as they were.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from msgspec import Struct

from generator.provenance.exports import Export, Row, sentence_of, sentences_by_start, words_of

TABLES_IN_SENTENCES = ("takeaways", "quotations", "statements", "dates", "timeline")
"""Tables whose rows stand in a sentence."""
KNOWN_BY_PLACE = frozenset({"dates", "timeline"})
"""Tables whose only row in a sentence is the same row, whatever it says now."""
ALIKE = 0.5
"""Least share of words that two forms of one sentence have in common."""
WORD = re.compile(r"\w+(?:[.,’'-]\w+)*|[^\w\s]")
"""A word, a number with its marks, or a mark."""
Place = tuple[str, str]
"""A document's id and a sentence's."""


class Edits(Struct, frozen=True):
    """What of an earlier export is still there in other words."""

    sentences: Mapping[Place, str]
    """The new id of each edited sentence, by document and old id."""
    rows: Mapping[tuple[str, str], str]
    """The new id of each row that an edited sentence holds, by table and old id."""
    placed: Mapping[tuple[str, str], Place]
    """The new sentence of each row of the new export that stands in an edited one."""


def find_edits(old: Export, new: Export) -> Edits:
    """Match the sentences of documents that both exports have, then the rows in them."""
    before, after = sentences_by_start(old), sentences_by_start(new)
    sentences = {
        (document, was): now
        for document in sorted(before.keys() & after.keys())
        for was, now in _aligned([s for _, s in before[document]], [s for _, s in after[document]])
    }
    rows: dict[tuple[str, str], str] = {}
    later = {table: _by_place(new, table, after) for table in TABLES_IN_SENTENCES}
    for table in TABLES_IN_SENTENCES:
        for place, gone in _by_place(old, table, before).items():
            came = later[table].get((place[0], sentences.get(place, "")), {})
            pairs = tuple(_same_rows(gone, came, known_by_place=table in KNOWN_BY_PLACE))
            rows |= {(table, a): b for a, b in pairs}
            if gone and came and not pairs and not gone.keys() & came.keys():
                sentences.pop(place, None)  # another sentence altogether
    wanted = {(document, now) for (document, _), now in sentences.items()}
    placed = {
        (table, key): place
        for table, found in later.items()
        for place in sorted(wanted & found.keys())
        for key in found[place]
    }
    return Edits(sentences, rows, placed)


def different_words(old: str, new: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The runs of words that an earlier form alone has, and those that the later one has."""
    before, after = list(WORD.finditer(old)), list(WORD.finditer(new))
    steps = SequenceMatcher(
        None, [w[0] for w in before], [w[0] for w in after], autojunk=False
    ).get_opcodes()
    changed = [step for step in steps if step[0] != "equal"]
    removed = (old[before[a].start() : before[b - 1].end()] for _, a, b, _, _ in changed if a < b)
    added = (new[after[a].start() : after[b - 1].end()] for _, _, _, a, b in changed if a < b)
    return tuple(removed), tuple(added)


def _aligned(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """Sentences that took the place of as many others between the same neighbours."""
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for kind, a, b, c, d in steps:
        if kind == "replace" and b - a == d - c:
            yield from zip(before[a:b], after[c:d], strict=True)
        elif kind == "replace":
            yield from _alike_by_opening(before[a:b], after[c:d])


def _alike_by_opening(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """Of more or fewer sentences than before, those that open with the same words."""
    openings = {one.rpartition("-")[0]: one for one in after}
    for one in before:
        if other := openings.pop(one.rpartition("-")[0], ""):
            yield one, other


def _by_place(
    export: Export, table: str, sentences: Mapping[str, list[tuple[int, str]]]
) -> dict[Place, dict[str, Row]]:
    found: dict[Place, dict[str, Row]] = {}
    for key, row in export.table(table).items():
        found.setdefault(sentence_of(row, sentences), {})[key] = row
    return found


def _same_rows(
    gone: Mapping[str, Row], came: Mapping[str, Row], *, known_by_place: bool
) -> Iterator[tuple[str, str]]:
    """Rows of two forms of one sentence that are one, the most alike first."""
    left, right = set(gone) - set(came), set(came) - set(gone)
    single = known_by_place and len(gone) == len(came) == 1
    pairs = sorted((-_likeness(gone[a], came[b]), a, b) for a in left for b in right)
    for likeness, a, b in pairs:
        if a in left and b in right and (single or -likeness >= ALIKE):
            left.discard(a)
            right.discard(b)
            yield a, b


def _likeness(one: Row, other: Row) -> float:
    before, after = words_of(one).split(), words_of(other).split()
    return SequenceMatcher(None, before, after, autojunk=False).ratio()
