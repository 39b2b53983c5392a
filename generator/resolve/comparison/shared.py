"""What more than one document has: topics, and phrases that are no topic's."""

from collections.abc import Iterator, Sequence

from generator.model.annotations import Annotations
from generator.model.corpus import Actor, Comparison, ComparisonMember, SpanRow, Topic
from generator.resolve.comparison.phrases import Phrases, TopicPlaces
from generator.resolve.comparison.sentence_index import row_id

MOST_SHARED = 30
MOST_MEMBERS = 20
"""Most documents that a row shows a place of."""


def find_shared(
    topics: Sequence[Topic], annotations: Sequence[Annotations], actors: Sequence[Actor]
) -> Iterator[Comparison]:
    """The first topics that more than one document has, then phrases, with a place in each."""
    shared = [t for t in topics if len(t.documents) > 1][:MOST_SHARED]
    for topic in shared:
        first: dict[str, SpanRow] = {}
        for row in topic.occurrences:
            first.setdefault(row.document, row)
        yield _row(list(first.values()), len(topic.documents), topic=topic.id)
    phrases = Phrases(annotations, actors, len(annotations))
    found = sorted(
        phrases.shared(annotations, TopicPlaces(shared)), key=lambda p: (-len(p[1]), p[0])
    )
    for text, rows in found[: MOST_SHARED - len(shared)]:
        yield _row(rows, len(rows), value=text)


def _row(
    rows: Sequence[SpanRow], documents: int, *, topic: str | None = None, value: str | None = None
) -> Comparison:
    return Comparison(
        id=row_id("shared_topic", (topic or value or "",)),
        kind="shared_topic",
        documents=tuple(r.document for r in rows),
        members=tuple(
            ComparisonMember(r.document, r.start, r.end, topic=topic) for r in rows[:MOST_MEMBERS]
        ),
        topic=topic,
        value=value,
        score=float(documents),
    )
