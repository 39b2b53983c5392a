"""Ids of the corpus: rows of equal words in several documents are told apart.

A document's own ids are made from its words, so two documents that say the same give the same id.
The first document keeps it, the others add a short hash of their own id, which no edit elsewhere
changes.
"""

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from generator.model.annotations import Action, Annotations, Quotation, Statement, TimeExpression
from generator.model.identifiers import short_hash

Row = TypeVar("Row", Quotation, Statement, Action, TimeExpression)


def with_unique_ids(annotations: Sequence[Annotations]) -> tuple[Annotations, ...]:
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


def _unique(rows: tuple[Row, ...], document: str, seen: set[str]) -> tuple[Row, ...]:
    out: list[Row] = []
    for row in rows:
        new = row.id if row.id not in seen else f"{row.id}-{short_hash(document)}"
        seen.add(new)
        out.append(row if new == row.id else msgspec.structs.replace(row, id=new))
    return tuple(out)
