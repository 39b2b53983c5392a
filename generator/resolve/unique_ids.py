"""Ids of the corpus: no two rows of a kind have the same, whatever their words are.

A document's own ids are made from its words, so two documents that say the same give the same id.
The first document keeps it, the others add a short hash of their own id, which no edit elsewhere
changes; where that is taken it is made longer, and numbered in the end.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import TypeVar

import msgspec

from generator.model.annotations import (
    Action,
    AllAnnotations,
    Annotations,
    Quotation,
    Statement,
    TimeExpression,
)
from generator.model.corpus import Comparison, Corpus, Story, TimelineEntry, Topic

Row = TypeVar(
    "Row", Quotation, Statement, Action, TimeExpression, Comparison, TimelineEntry, Topic, Story
)
DIGITS = (6, 12, 24, 64)
"""Of a hash that tells equal ids apart, as many as are needed."""


def with_unique_ids(annotations: AllAnnotations) -> tuple[Annotations, ...]:
    """The annotations, sorted by document, with ids that are unique in the corpus."""
    seen: set[str] = set()
    return tuple(
        msgspec.structs.replace(
            one,
            quotations=_unique(one.quotations, one.document_id, seen),
            statements=_unique(one.statements, one.document_id, seen),
            actions=_unique(one.actions, one.document_id, seen),
            time_expressions=_unique(one.time_expressions, one.document_id, seen),
        )
        for one in annotations
    )


def with_unique_rows(corpus: Corpus) -> Corpus:
    """The corpus with ids that are unique in each of the files that are made from it as a whole."""
    return msgspec.structs.replace(
        corpus,
        timeline=tell_apart(corpus.timeline),
        comparison=tell_apart(corpus.comparison),
        stories=tell_apart(corpus.stories),
    )


def tell_apart(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows, with a hash of its content added to each id that several have.

    What an id becomes hangs on the rows and not on their order; equal rows are numbered.
    """
    times = Counter(row.id for row in rows)
    taken = set(times)
    digests = (hashlib.sha256(msgspec.json.encode(row)).hexdigest() for row in rows)
    return tuple(
        _renamed(row, digest, taken) if times[row.id] > 1 else row
        for row, digest in zip(rows, digests, strict=True)
    )


def _unique(rows: tuple[Row, ...], document: str, seen: set[str]) -> tuple[Row, ...]:
    own = hashlib.sha256(document.encode("utf-8", "surrogatepass")).hexdigest()
    return tuple(_renamed(row, own, seen) for row in rows)


def _renamed(row: Row, content: str, taken: set[str]) -> Row:
    """The row with its own id where that is free, else with a longer one; the id is taken then."""
    longer = (new for new in _longer(row.id, content, len(taken)) if new not in taken)
    new = row.id if row.id not in taken else next(longer, row.id)
    taken.add(new)
    return row if new == row.id else msgspec.structs.replace(row, id=new)


def _longer(one: str, content: str, taken: int) -> Iterator[str]:
    """More forms than are taken, so that one of them is free."""
    for digits in DIGITS:
        yield f"{one}-{content[:digits]}"
    for number in range(2, taken + 3):
        yield f"{one}-{content}-{number}"
