"""Stories: the documents that tell of one event and its sequel.

Downwards: `clustering` (which documents), `labels` (what a story is called), `terms` (what a
document is about).
"""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

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


class StoryGroup(Struct, frozen=True):
    """The documents of one story, before anything in them has a name."""

    members: tuple[int, ...]
    """Their places among the corpus's documents; two at least."""
    terms: tuple[Terms, ...]
    """What each of them is about."""
    cosine: float

    def ids(self, documents: Sequence[Document]) -> tuple[str, ...]:
        """The ids of its documents."""
        return tuple(documents[m].id for m in self.members)


def find_story_groups(
    documents: Sequence[Document], annotations: Sequence[Annotations]
) -> tuple[StoryGroup, ...]:
    """Which documents tell of one event and its sequel; each is in one group at most."""
    # scipy is slow to import: a build from the cache does without it.
    from generator.resolve.stories.clustering import cluster_documents  # noqa: PLC0415

    terms = [read_terms(d, a) for d, a in zip(documents, annotations, strict=True)]
    return tuple(
        StoryGroup(cluster.members, tuple(terms[m] for m in cluster.members), cluster.cosine)
        for cluster in cluster_documents(terms)
        if len(cluster.members) > 1
    )


def resolve_stories(
    documents: Sequence[Document],
    groups: Sequence[StoryGroup],
    *,
    actors: Sequence[Actor],
    topics: Sequence[Topic],
    published: Mapping[str, Fact],
) -> tuple[Story, ...]:
    """The groups as stories, by their earliest document, with what they name."""
    named = {a.id: tuple({m.document for m in a.mentions}) for a in actors if a.shown}
    treated = {t.id: t.documents for t in topics}
    stories = [_story(group, documents, named, treated, published) for group in groups]
    return tuple(sorted(stories, key=lambda s: s.id))


def _story(
    group: StoryGroup,
    documents: Sequence[Document],
    named: Mapping[str, Sequence[str]],
    treated: Mapping[str, Sequence[str]],
    published: Mapping[str, Fact],
) -> Story:
    terms = dict(zip(group.members, group.terms, strict=True))
    order = sorted(group.members, key=lambda m: _when(documents[m], published))
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
        cosine=group.cosine,
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
