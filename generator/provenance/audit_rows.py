"""The proof of rows: the words of each are those of the place of a source that it names."""

from collections.abc import Iterator, Mapping

from generator.model.corpus import Corpus
from generator.model.text import Document
from generator.model.visible_text import words_at


def find_corpus_failures(corpus: Corpus) -> tuple[str, ...]:
    """Rows of the corpus whose words are not verbatim at their offsets."""
    documents = {row.document.id: row.document for row in corpus.documents}
    return tuple(
        f"{where}: {words!r} is not at {name}:{start}-{end}"
        for where, name, start, end, words in _quoted_rows(corpus)
        if not _stands_at(documents.get(name), start, end, words)
    )


def find_failing_rows(rows: object, documents: Mapping[str, Document]) -> Iterator[str]:
    """The words of rows of the data, read back, that are not those of the place beside them.

    What lies within a row is of the row's document, unless it names another.
    """
    yield from _failing_rows(rows, documents, None)


def _failing_rows(
    value: object, documents: Mapping[str, Document], inherited: str | None
) -> Iterator[str]:
    if isinstance(value, list):
        for inner in value:
            yield from _failing_rows(inner, documents, inherited)
    if not isinstance(value, dict):
        return
    name = value.get("document", inherited)
    start, end, words = value.get("start"), value.get("end"), value.get("text")
    said = words if isinstance(words, str) else None
    if not (isinstance(start, int) and isinstance(end, int) and name):
        pass  # it has no place
    elif said is None and start == end == 0:
        pass  # it is of the document as a whole
    elif not _stands_at(documents.get(str(name)), start, end, said):
        yield said or f"{name}:{start}-{end}"
    for inner in value.values():
        yield from _failing_rows(inner, documents, name)


def _stands_at(document: Document | None, start: int, end: int, words: str | None) -> bool:
    """Whether words are those of a place, with the marks of Markdown or without."""
    if document is None or not 0 <= start < end <= len(document.text):
        return False
    return words is None or words in (
        document.text[start:end],
        words_at(document, start, end),
    )


def _quoted_rows(corpus: Corpus) -> Iterator[tuple[str, str, int, int, str | None]]:
    for q in corpus.quotations:
        yield f"quotation {q.id}", q.document, q.start, q.end, q.text
        for phrase in (q.speaker_mention, q.cue):
            if phrase:
                yield f"quotation {q.id}", q.document, phrase.start, phrase.end, phrase.text
    for s in corpus.statements:
        yield f"statement {s.id}", s.document, s.start, s.end, s.text
    for d in corpus.dates:
        yield f"date {d.id}", d.document, d.start, d.end, d.text
    for actor in corpus.actors:
        for m in actor.mentions:
            yield f"actor {actor.id}", m.document, m.start, m.end, m.text
        for role in actor.roles:
            yield f"actor {actor.id}", role.document, role.start, role.end, role.text
    yield from _placed_rows(corpus)


def _placed_rows(corpus: Corpus) -> Iterator[tuple[str, str, int, int, str | None]]:
    """Rows that carry a place and no copy of the words."""
    for t in corpus.takeaways:
        yield f"takeaway {t.rank}", t.document, t.start, t.end, None
    for topic in corpus.topics:
        for o in topic.occurrences:
            yield f"topic {topic.id}", o.document, o.start, o.end, None
    for story in corpus.stories:
        if story.label:
            label = story.label
            yield f"story {story.id}", label.document, label.start, label.end, label.text
        for word in (w for one in story.why for w in one.words):
            yield f"story {story.id}", word.document, word.start, word.end, None
    for entry in corpus.timeline:
        for member in entry.members:
            yield f"event {entry.id}", member.document, member.start, member.end, None
