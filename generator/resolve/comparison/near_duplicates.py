"""Who stands behind the documents: the same author, the same text; how many voices are left."""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.language.weights import load_count, load_weight
from generator.model.corpus import Comparison, ComparisonMember
from generator.model.grouping import first_of_each, grouped, linked
from generator.model.text import Document, Documents, Offsets
from generator.model.visible_text import words_at
from generator.model.zones import RUNNING_TEXT
from generator.resolve.comparison.sentence_index import row_id

SHINGLE = load_count("near_duplicates.shingle")
"""Words that overlap from one shingle to the next; five in a row are seldom equal by chance."""
ALIKE = load_weight("near_duplicates.alike")
PERMUTATIONS = 128
FEWEST_SHINGLES = load_count("near_duplicates.fewest")
"""A shorter text is too short to be told from another by its shingles."""


def find_near_duplicates(documents: Documents) -> tuple[Comparison, ...]:
    """Rows for shared authors and reprinted texts, each with the count of voices that are left."""
    authors = _by_author(documents)
    texts = tuple(_same_texts(documents))
    same = [*([m.document for m in some] for some in authors.values()), *(ids for ids, _ in texts)]
    voices = len(linked(sorted(d.id for d in documents), same))
    by_id = {d.id: d for d in documents}
    rows = [
        Comparison(
            id=row_id("same_author", (name.casefold(),)),
            kind="same_author",
            documents=tuple(m.document for m in members),
            members=tuple(members),
            value=name,
            voices=voices,
        )
        for name, members in sorted(authors.items())
    ]
    rows += [
        Comparison(
            id=row_id("reprint", ids),
            kind="reprint",
            documents=tuple(ids),
            members=tuple(_first_words(by_id[i]) for i in ids),
            score=round(score, 3),
            voices=voices,
        )
        for ids, score in texts
    ]
    return tuple(rows)


def find_copies(documents: Documents, rows: Sequence[Comparison]) -> dict[str, str]:
    """Each reprint with the document that it is a copy of: the first that states its date.

    Texts that are equal are copies too, however short they are.
    """
    stated = {d.id: d.metadata.published.value for d in documents if d.metadata.published}
    copies: dict[str, str] = {}
    equal = grouped((document.text_sha256, document.id) for document in documents)
    reprints = [row.documents for row in rows if row.kind == "reprint"]
    for ids in [*equal.values(), *reprints]:
        first = min(ids, key=lambda d: (d not in stated, stated.get(d, ""), d))
        copies.update((d, first) for d in ids if d != first)
    return dict(sorted(copies.items()))


def _by_author(documents: Documents) -> dict[str, list[ComparisonMember]]:
    """Authors of more than one document, under the name as first written, and where they stand."""
    told = [(document.id, author) for document in documents for author in document.metadata.authors]
    first = first_of_each((_folded(a.value), a.value) for _, a in told)
    places = first_of_each(((_folded(a.value), d), a.evidence or Offsets(0, 0)) for d, a in told)
    found = grouped(
        (first[name], ComparisonMember(document, at.start, at.end))
        for (name, document), at in places.items()
    )
    return {name: members for name, members in found.items() if len(members) > 1}


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _first_words(document: Document) -> ComparisonMember:
    story = [s for s in document.sentences if s.zone in RUNNING_TEXT]
    if not story:
        return ComparisonMember(document.id, 0, 0)
    return ComparisonMember(document.id, story[0].start, story[0].end, sentence=story[0].id)


def _same_texts(documents: Documents) -> Iterator[tuple[list[str], float]]:
    """Groups of documents whose running text is nearly the same, each with its least likeness."""
    shingles = {d.id: s for d in documents if len(s := _shingles(d)) >= FEWEST_SHINGLES}
    if len(shingles) < 2:
        return
    pairs = _alike(shingles)
    for ids in linked(sorted(shingles), [pair for pair, _ in pairs]):
        if len(ids) > 1:
            yield ids, min(score for (one, _), score in pairs if one in ids)


def _shingles(document: Document) -> frozenset[str]:
    story = (words_at(document, z.start, z.end) for z in document.zones if z.kind in RUNNING_TEXT)
    words = re.findall(r"\w+", " ".join(story).casefold())
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def _alike(shingles: Mapping[str, frozenset[str]]) -> list[tuple[tuple[str, str], float]]:
    """Pairs that share enough shingles, found by MinHash and then counted out."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 slow to import: only for a corpus

    index = MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS)
    found: list[tuple[tuple[str, str], float]] = []
    empty = MinHash(num_perm=PERMUTATIONS, seed=1)  # its permutations take long to draw
    for document, words in sorted(shingles.items()):
        sketch = empty.copy()
        sketch.update_batch([w.encode() for w in words])
        for other in sorted(str(key) for key in index.query(sketch)):
            both = len(words & shingles[other]) / len(words | shingles[other])
            if both >= ALIKE:
                found.append(((other, document), both))
        index.insert(document, sketch)
    return found
