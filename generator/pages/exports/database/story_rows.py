"""The rows of the tables of stories."""

from collections.abc import Iterator

from generator.model.corpus import Corpus
from generator.pages.exports.database.places import RowLinks

Row = tuple[str | int | float | None, ...]


def stories(corpus: Corpus, _places: RowLinks) -> Iterator[Row]:
    """One row a story."""
    for s in corpus.stories:
        label = s.label
        place = (label.document, label.start, label.end) if label else (None, None, None)
        yield s.id, label.text if label else None, *place, s.start, s.end, s.cosine


def story_documents(corpus: Corpus, _places: RowLinks) -> Iterator[Row]:
    """One row a document of a story, in the story's order."""
    for s in corpus.stories:
        rules = {member.document: member.rule for member in s.why}
        yield from ((s.id, d, at, rules.get(d, "")) for at, d in enumerate(s.documents, start=1))


def story_actors(corpus: Corpus, _places: RowLinks) -> Iterator[Row]:
    """One row an actor of a story."""
    for s in corpus.stories:
        yield from ((s.id, actor) for actor in s.actors)


def story_topics(corpus: Corpus, _places: RowLinks) -> Iterator[Row]:
    """One row a topic of a story."""
    for s in corpus.stories:
        yield from ((s.id, topic) for topic in s.topics)
