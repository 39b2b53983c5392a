"""The proof that ids tell rows apart: asked of every file before anything is written."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.model.corpus import Corpus


def find_repeated_ids(corpus: Corpus) -> tuple[str, ...]:
    """One line for each id that several rows of one file have."""
    return tuple(
        f"{name}: {times} rows are {one!r}"
        for name, ids in _ids(corpus)
        for one, times in sorted(Counter(ids).items())
        if times > 1
    )


def _ids(corpus: Corpus) -> Iterator[tuple[str, Iterable[str]]]:
    yield "documents", (row.document.id for row in corpus.documents)
    for row in corpus.documents:
        yield f"sentences of {row.document.path}", (s.id for s in row.document.sentences)
    yield "actors", (row.id for row in corpus.actors)
    yield "quotations", (row.id for row in corpus.quotations)
    yield "statements", (row.id for row in corpus.statements)
    yield "actions", (row.id for row in corpus.actions)
    yield "dates", (row.id for row in corpus.dates)
    yield "timeline", (row.id for row in corpus.timeline)
    yield "topics", (row.id for row in corpus.topics)
    yield "stories", (row.id for row in corpus.stories)
    yield "comparison", (row.id for row in corpus.comparison)
