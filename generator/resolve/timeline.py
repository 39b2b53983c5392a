"""Dated expressions to events: one entry an event, with every source that tells it."""

from collections.abc import Sequence

from generator.model.corpus import Actor, DatedExpression, TimelineEntry
from generator.model.text import Document


def resolve_timeline(
    documents: Sequence[Document], dates: Sequence[DatedExpression], actors: Sequence[Actor]
) -> tuple[TimelineEntry, ...]:
    """The timeline's entries, by date."""
    return ()
