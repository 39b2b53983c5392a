"""What shows when documents are laid side by side."""

from collections.abc import Mapping, Sequence

from generator.model.corpus import (
    Actor,
    AttributedQuotation,
    AttributedStatement,
    Comparison,
    DatedExpression,
    Keyphrase,
    TimelineEntry,
    Topic,
)
from generator.model.text import Document


def resolve_comparison(
    documents: Sequence[Document],
    *,
    actors: Sequence[Actor],
    quotations: Sequence[AttributedQuotation],
    statements: Sequence[AttributedStatement],
    dates: Sequence[DatedExpression],
    timeline: Sequence[TimelineEntry],
    topics: Sequence[Topic],
    keyphrases: Mapping[str, tuple[Keyphrase, ...]],
) -> tuple[Comparison, ...]:
    """The comparison's rows, by kind."""
    return ()
