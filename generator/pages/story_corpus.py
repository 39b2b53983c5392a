"""The part of a corpus that one story's documents hold, so that no page mixes two stories."""

from collections.abc import Collection, Iterable, Sequence

from msgspec.structs import replace

from generator.model.corpus import Actor, Comparison, Corpus, Story, TimelineEntry, Topic
from generator.model.story_pages import have_own_pages
from generator.model.text import Document, Sentence

OF_GROUPS = frozenset({"same_author", "reprint", "spelled", "shared_topic"})
"""Rows of the comparison that stay true of the documents that are left, if two of them are."""


def front_stories(corpus: Corpus) -> tuple[Story, ...]:
    """The stories that ask for a page each; none where one page can tell everything."""
    stories = corpus.stories
    told = {d for s in stories for d in s.documents}
    return stories if have_own_pages(len(stories), len(told), len(corpus.documents)) else ()


def find_openings(documents: Iterable[Document]) -> dict[str, Sentence]:
    """The first sentence of each document's body."""
    bodies = {d.id: [s for s in d.sentences if s.zone == "body"] for d in documents}
    return {document: body[0] for document, body in bodies.items() if body}


def narrow_corpus(corpus: Corpus, documents: Sequence[str]) -> Corpus:
    """The corpus as these documents alone tell it, the documents in this order."""
    inside = frozenset(documents)
    rows = {r.document.id: r for r in corpus.documents}
    quotations = tuple(q for q in corpus.quotations if q.document in inside)
    statements = tuple(s for s in corpus.statements if s.document in inside)
    said = frozenset({q.id for q in quotations} | {s.id for s in statements})
    actors = (_actor(a, inside, said) for a in corpus.actors)
    topics = (_topic(t, inside) for t in corpus.topics)
    entries = (_entry(e, inside) for e in corpus.timeline)
    compared = (_comparison(c, inside) for c in corpus.comparison)
    return replace(
        corpus,
        documents=tuple(rows[d] for d in documents if d in rows),
        actors=tuple(sorted((a for a in actors if a.mentions), key=lambda a: -len(a.mentions))),
        quotations=quotations,
        statements=statements,
        actions=tuple(a for a in corpus.actions if a.document in inside),
        dates=tuple(d for d in corpus.dates if d.document in inside),
        timeline=tuple(e for e in entries if e.members),
        topics=tuple(t for t in topics if t.occurrences),
        takeaways=tuple(t for t in corpus.takeaways if t.document in inside),
        comparison=tuple(c for c in compared if c),
        stories=tuple(s for s in corpus.stories if inside.issuperset(s.documents)),
    )


def _actor(actor: Actor, inside: Collection[str], said: Collection[str]) -> Actor:
    return replace(
        actor,
        roles=tuple(r for r in actor.roles if r.document in inside),
        mentions=tuple(m for m in actor.mentions if m.document in inside),
        quotations_by=tuple(q for q in actor.quotations_by if q in said),
        quotations_about=tuple(q for q in actor.quotations_about if q in said),
        statements_by=tuple(s for s in actor.statements_by if s in said),
    )


def _topic(topic: Topic, inside: Collection[str]) -> Topic:
    return replace(
        topic,
        documents=tuple(d for d in topic.documents if d in inside),
        occurrences=tuple(o for o in topic.occurrences if o.document in inside),
    )


def _entry(entry: TimelineEntry, inside: Collection[str]) -> TimelineEntry:
    return replace(entry, members=tuple(m for m in entry.members if m.document in inside))


def _comparison(row: Comparison, inside: Collection[str]) -> Comparison | None:
    """The row, or what is left of it; None where it would compare with another story."""
    documents = tuple(d for d in row.documents if d in inside)
    if len(documents) == len(row.documents):
        return row
    if row.kind not in OF_GROUPS or len(documents) < 2:
        return None
    members = tuple(m for m in row.members if m.document in inside)
    return replace(row, documents=documents, members=members)
