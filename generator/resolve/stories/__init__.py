"""Stories: the documents that tell of one event and its sequel.

Downwards: `clustering` (which documents), `labels` (what a story is called), `terms` (what a
document is about).
"""

from collections.abc import Mapping, Sequence
from datetime import date

from generator.model.annotations import Annotations
from generator.model.corpus import Actor, SpanRow, Story, StoryMembership, Topic
from generator.model.text import Document, Fact
from generator.resolve.stories.labels import label_story, shared_terms
from generator.resolve.stories.terms import Terms, read_terms
from generator.temporal import days_of_edtf

RULE = "shares-rare-words"
MOST_WORDS = 5
"""Words that are shown as the reason why a document belongs to its story."""
MOST_ROWS = 12
"""Actors, and topics, that a story's row names: those of most of its documents."""


def resolve_stories(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    *,
    actors: Sequence[Actor],
    topics: Sequence[Topic],
    published: Mapping[str, Fact],
) -> tuple[Story, ...]:
    """The stories of two documents or more, by their earliest; each document is in one at most."""
    # scipy is slow to import: a build from the cache does without it.
    from generator.resolve.stories.clustering import cluster_documents  # noqa: PLC0415

    terms = [read_terms(d, a) for d, a in zip(documents, annotations, strict=True)]
    named = {a.id: tuple({m.document for m in a.mentions}) for a in actors if a.shown}
    treated = {t.id: t.documents for t in topics}
    stories = [
        _story(cluster.members, cluster.cosine, documents, terms, named, treated, published)
        for cluster in cluster_documents(terms)
        if len(cluster.members) > 1
    ]
    return tuple(sorted(stories, key=lambda s: s.id))


def _story(
    numbers: Sequence[int],
    cosine: float,
    documents: Sequence[Document],
    terms: Sequence[Terms],
    named: Mapping[str, Sequence[str]],
    treated: Mapping[str, Sequence[str]],
    published: Mapping[str, Fact],
) -> Story:
    order = sorted(numbers, key=lambda m: _when(documents[m], published))
    members = [documents[m] for m in order]
    shared = shared_terms([terms[m] for m in order])
    ids = tuple(d.id for d in members)
    dates = sorted({fact.value for d in members if (fact := _published(d, published))})
    return Story(
        id=f"story-{ids[0]}",
        label=label_story(members, shared),
        documents=ids,
        actors=_most_shared(named, ids),
        topics=_most_shared(treated, ids),
        start=dates[0] if dates else None,
        end=dates[-1] if dates else None,
        cosine=cosine,
        why=tuple(_membership(documents[m], terms[m], shared) for m in order),
    )


def _published(document: Document, published: Mapping[str, Fact]) -> Fact | None:
    return document.metadata.published or published.get(document.id)


def _when(document: Document, published: Mapping[str, Fact]) -> tuple[date, str]:
    """Dated documents first, the earliest first; the id decides between equals."""
    fact = _published(document, published)
    days = days_of_edtf(fact.value) if fact else None
    return (days[0] if days and days[0] else date.max, document.id)


def _most_shared(rows: Mapping[str, Sequence[str]], documents: Sequence[str]) -> tuple[str, ...]:
    """The ids that two or more of the documents have, those of most documents first."""
    inside = frozenset(documents)
    counts = {i: len(inside.intersection(found)) for i, found in rows.items()}
    ranked = sorted((i for i in counts if counts[i] > 1), key=lambda i: -counts[i])
    return tuple(ranked[:MOST_ROWS])


def _membership(document: Document, terms: Terms, shared: Mapping[str, float]) -> StoryMembership:
    """The words that the document shares with the story, the weightiest, where they stand first."""
    both = {w: terms.weights[w] * shared[w] for w in terms.weights if w in shared}
    best = sorted(both, key=lambda w: (-both[w], w))[:MOST_WORDS]
    places = sorted(terms.places[w] for w in best)
    return StoryMembership(
        document.id, RULE, tuple(SpanRow(document.id, p.start, p.end) for p in places)
    )
