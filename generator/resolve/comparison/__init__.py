"""What shows when documents are laid side by side."""

import re
from collections.abc import Mapping, Sequence

from generator.model.annotations import Annotations
from generator.model.corpus import (
    Actor,
    AttributedQuotation,
    Comparison,
    DatedExpression,
    Topic,
)
from generator.model.text import Document, Fact
from generator.resolve.comparison.cast import (
    find_never_quoted,
    find_only_in,
    find_quoted,
    find_shared_topics,
)
from generator.resolve.comparison.ground import ground_of
from generator.resolve.comparison.pairs import find_pairs, rows_of_pairs
from generator.resolve.comparison.voices import find_voices

DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")


def resolve_comparison(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    *,
    actors: Sequence[Actor],
    quotations: Sequence[AttributedQuotation],
    dates: Sequence[DatedExpression],
    topics: Sequence[Topic],
    published: Mapping[str, Fact],
) -> tuple[Comparison, ...]:
    """The comparison's rows, by kind."""
    voices = find_voices(documents)
    texts = {d: i for i, row in enumerate(voices) if row.kind == "reprint" for d in row.documents}
    days = {d.id: day for d in documents if (day := _day(d, published))}
    ground = ground_of(documents, annotations, actors, topics, days)
    pairs = find_pairs(ground, texts)
    return (
        *voices,
        *find_quoted(actors, quotations),
        *find_never_quoted(actors),
        *find_only_in([d.id for d in documents], actors, topics, dates),
        *find_shared_topics(topics),
        *rows_of_pairs(pairs, ground),
    )


def _day(document: Document, published: Mapping[str, Fact]) -> str:
    fact = document.metadata.published or published.get(document.id)
    day = DAY.match(fact.value) if fact else None
    return day.group() if day else ""
