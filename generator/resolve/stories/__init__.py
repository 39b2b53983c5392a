"""Stories: the documents that tell of one event and its sequel.

Downwards: `editing` (what an editor says of them), `clustering` (which documents), `labels` (what
a story is called), `groups`, `gaps` (where a story ends in time), `terms` (what a document is
about).
"""

from collections.abc import Mapping, Sequence

from generator.language.weights import load_count
from generator.model.annotations import AllAnnotations
from generator.model.corpus import Actors, Correction, SpanRow, Story, StoryMembership, Topic
from generator.model.open_dates import known_first
from generator.model.text import Document, Documents, Fact
from generator.resolve.stories.editing import StoryMaterial, edit_groups
from generator.resolve.stories.gaps import stated_period
from generator.resolve.stories.groups import StoryGroup, in_story_order, publication
from generator.resolve.stories.labels import label_story, shared_terms
from generator.resolve.stories.terms import Terms, read_terms

RULE, EDITED = "shares-rare-words", "editor"
MOST_WORDS = load_count("stories.words")
"""Words that are shown as the reason why a document belongs to its story."""
MOST_ROWS = load_count("stories.rows")
"""Actors, and topics, that a story's row names: those of most of its documents."""


def find_story_groups(documents: Documents, annotations: AllAnnotations) -> tuple[StoryGroup, ...]:
    """Which documents tell of one event and its sequel; each is in one group at most."""
    # scipy is slow to import: a build from the cache does without it.
    from generator.resolve.stories.clustering import cluster_documents  # noqa: PLC0415

    terms = [read_terms(d, a) for d, a in zip(documents, annotations, strict=True)]
    periods = [stated_period(d) for d in documents]
    return tuple(
        StoryGroup(
            cluster.members,
            tuple(terms[m] for m in cluster.members),
            cluster.cosine,
            cluster.loose,
        )
        for cluster in cluster_documents(terms, periods)
        if len(cluster.members) > 1
    )


def edit_stories(
    groups: tuple[StoryGroup, ...],
    documents: Documents,
    annotations: AllAnnotations,
    corrections: Sequence[Correction],
    published: Mapping[str, Fact],
) -> tuple[tuple[StoryGroup, ...], frozenset[int]]:
    """The groups as an editor wants them, and the lines of the corrections that applied."""

    def read(place: int) -> Terms:
        return read_terms(documents[place], annotations[place])

    return edit_groups(groups, corrections, StoryMaterial(documents, published, read))


def resolve_stories(
    documents: Documents,
    groups: Sequence[StoryGroup],
    *,
    actors: Actors,
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
    documents: Documents,
    named: Mapping[str, Sequence[str]],
    treated: Mapping[str, Sequence[str]],
    published: Mapping[str, Fact],
) -> Story:
    terms = dict(zip(group.members, group.terms, strict=True))
    order = in_story_order(group, documents, published)
    members = [documents[m] for m in order]
    shared = shared_terms([terms[m] for m in order])
    ids = tuple(d.id for d in members)
    dates = sorted({fact.value for d in members if (fact := publication(d, published))})
    return Story(
        id=f"story-{ids[0]}",
        label=label_story(members, shared),
        documents=ids,
        actors=_most_shared(named, ids),
        topics=_most_shared(treated, ids),
        start=known_first(dates, str)[0] if dates else None,
        end=dates[-1] if dates else None,
        cosine=group.cosine,
        loose=group.loose,
        why=tuple(
            _membership(documents[m], terms[m], shared, EDITED if m in group.placed else RULE)
            for m in order
        ),
        name=group.name,
        pinned=group.pinned,
    )


def _most_shared(rows: Mapping[str, Sequence[str]], documents: Sequence[str]) -> tuple[str, ...]:
    """The ids that two or more of the documents have, those of most documents first."""
    counts = {i: len(set(documents).intersection(found)) for i, found in rows.items()}
    ranked = sorted((i for i in counts if counts[i] > 1), key=lambda i: -counts[i])
    return tuple(ranked[:MOST_ROWS])


def _membership(
    document: Document, terms: Terms, shared: Mapping[str, float], rule: str
) -> StoryMembership:
    """The words that the document shares with the story, the weightiest, where they stand first."""
    both = {w: terms.weights[w] * shared[w] for w in terms.weights if w in shared}
    best = sorted(both, key=lambda w: (-both[w], w))[:MOST_WORDS]
    places = sorted(terms.places[w] for w in best)
    return StoryMembership(
        document.id, rule, tuple(SpanRow(document.id, p.start, p.end) for p in places)
    )
