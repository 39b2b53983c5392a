"""The sentences worth reading first: a bottom line and one takeaway a topic."""

from collections.abc import Sequence

from generator.model.annotations import Annotations
from generator.model.corpus import Actor, AttributedQuotation, DatedExpression, Takeaway, Topic
from generator.model.text import Document


def resolve_takeaways(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    *,
    actors: Sequence[Actor],
    quotations: Sequence[AttributedQuotation],
    dates: Sequence[DatedExpression],
    topics: Sequence[Topic],
    bottom_line: int,
    limit: int,
) -> tuple[Takeaway, ...]:
    """The bottom line (at most `bottom_line` sentences), then at most `limit` takeaways."""
    return ()
