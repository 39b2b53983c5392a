"""What more than one document has: topics, and phrases that are no topic's."""

from collections.abc import Iterator, Sequence

from generator.language.weights import load_count
from generator.model.annotations import AllAnnotations
from generator.model.corpus import Actors, Comparison, ComparisonMember, SpanRow, Topic
from generator.model.grouping import first_of_each
from generator.resolve.comparison.coverage import MOST_MEMBERS
from generator.resolve.comparison.phrases import PhraseIndex, TopicPlaces
from generator.resolve.comparison.sentence_index import row_id

MOST_SHARED = load_count("coverage.shared")


def find_shared(
    topics: Sequence[Topic], annotations: AllAnnotations, actors: Actors
) -> Iterator[Comparison]:
    """The first topics that more than one document has, then phrases, with a place in each.

    Documents without `annotations` are copies.
    """
    read = {a.document_id for a in annotations}
    shared = [t for t in topics if len(read.intersection(t.documents)) > 1][:MOST_SHARED]
    for topic in shared:
        first = first_of_each((r.document, r) for r in topic.occurrences if r.document in read)
        yield _row(list(first.values()), len(first), topic=topic.id)
    phrases = PhraseIndex(annotations, actors, len(annotations))
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
