"""Sentences that are read last: overtaken by newer ones, about old times, plans gone by."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from generator.model.annotations import AllAnnotations
from generator.model.corpus import Comparison, DatedExpression
from generator.model.text import Documents, Fact
from generator.temporal import days_of_edtf

LONG_AGO = timedelta(days=366)
"""What ended longer than this before its report is no news of it."""

Place = tuple[str, str]
"""A document and the id of one of its sentences."""


class Weakness(Struct, frozen=True):
    """Sentences by what speaks against reading them first."""

    overtaken: frozenset[Place] = frozenset()
    """A newer document gives another number or state, or the day that they foretell is over."""
    background: frozenset[Place] = frozenset()
    """They tell of times long before their report."""


def find_weakness(
    documents: Documents,
    comparison: Sequence[Comparison],
    dates: Sequence[DatedExpression],
    *,
    newest: Sequence[str],
    published: Mapping[str, Fact],
    annotations: AllAnnotations = (),
) -> Weakness:
    """What is stale, seen from the newest document; `newest` ranks the documents that are read.

    The counts of the `annotations` say which sentence gives the newest number too.
    """
    facts = {d.id: d.metadata.published or published.get(d.id) for d in documents}
    days = {d: first for d, fact in facts.items() if fact and (first := _days(fact.value)[0])}
    now = max(days.values(), default=None)
    gone = {
        (row.document, row.sentence)
        for row in dates
        if row.planned and now and (end := _days(row.value)[1]) and end < now
    }
    old = {
        (row.document, row.sentence)
        for row in dates
        if row.clause
        and (end := _days(row.value)[1])
        and row.document in days
        and days[row.document] - end > LONG_AGO
    }
    recent = {(row.document, row.sentence) for row in dates if row.in_timeline} - old
    order = {d: i for i, d in enumerate(newest)}
    numbers = {(a.document_id, c.start): c.number for a in annotations for c in a.counts}
    return Weakness(_overtaken(comparison, order, numbers) | gone, frozenset(old - recent))


def _overtaken(
    comparison: Sequence[Comparison],
    order: Mapping[str, int],
    numbers: Mapping[tuple[str, int], str],
) -> frozenset[Place]:
    """The sentences whose number or state a newer document gives otherwise."""
    rows = [row.members for row in comparison if row.kind in {"number_differs", "changed"}]
    return frozenset(
        (m.document, m.sentence or "")
        for members in rows
        for m in members
        if any(
            order.get(o.document, 0) < order.get(m.document, 0)
            and _differ(numbers.get((m.document, m.start)), numbers.get((o.document, o.start)))
            for o in members
        )
    )


def _differ(one: str | None, other: str | None) -> bool:
    return one is None or one != other


def _days(value: str | None) -> tuple[date | None, date | None]:
    """The first and the last day of a date, as far as they are known."""
    return (days_of_edtf(value) if value else None) or (None, None)
