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

Row = TypeVar("Row", Quotation, Statement, Action, TimeExpression)
Block = TypeVar("Block", Comparison, TimelineEntry, Topic, Story)
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


def tell_apart(rows: tuple[Block, ...]) -> tuple[Block, ...]:
    """The rows, with a hash of its content added to each id that several have.

    What an id becomes hangs on the rows and not on their order; equal rows are numbered.
    """
    times = Counter(row.id for row in rows)
    taken = {one for one, count in times.items() if count == 1}
    out: list[Block] = []
    for row in rows:
        new = row.id
        if times[row.id] > 1:
            content = hashlib.sha256(msgspec.json.encode(row)).hexdigest()
            new = _free(row.id, content, taken)
            taken.add(new)
        out.append(row if new == row.id else msgspec.structs.replace(row, id=new))
    return tuple(out)


def _unique(rows: tuple[Row, ...], document: str, seen: set[str]) -> tuple[Row, ...]:
    out: list[Row] = []
    own = hashlib.sha256(document.encode("utf-8", "surrogatepass")).hexdigest()
    for row in rows:
        new = row.id if row.id not in seen else _free(row.id, own, seen)
        seen.add(new)
        out.append(row if new == row.id else msgspec.structs.replace(row, id=new))
    return tuple(out)


def _free(one: str, content: str, taken: set[str]) -> str:
    """The first of an id's longer forms that is not taken."""
    return next((new for new in _longer(one, content, len(taken)) if new not in taken), one)


def _longer(one: str, content: str, taken: int) -> Iterator[str]:
    """More forms than are taken, so that one of them is free."""
    for digits in DIGITS:
        yield f"{one}-{content[:digits]}"
    for number in range(2, taken + 3):
        yield f"{one}-{content}-{number}"
