"""What the search page can filter by: the page's type, its sources, actors, dates and kinds."""

from collections import Counter
from collections.abc import Sequence

from generator.model.corpus import Actor, Story, Topic
from generator.pages.corpus_index import CorpusIndex
from generator.pages.dates import days_of_value
from generator.pages.labels import FACETS, HUB_TITLES, PAGE_TYPES, QUOTATION_KINDS, STANCES

ACTORS = 10
"""A source's most named actors; every name would make the index large and the filter long."""
SOURCES = 200
"""With more sources none is a facet: nobody reads so long a list, and every search loads it."""

DOCUMENTS = 50
"""The documents that a page is found by: those that say most of it; of others their own page is."""

Filters = tuple[tuple[str, str], ...]


def actor_filters(index: CorpusIndex, actor: Actor) -> Filters:
    """The facets of an actor's page."""
    documents = [m.document for m in actor.mentions]
    said = {index.statements[s].stance for s in actor.statements_by if s in index.statements}
    kinds = [STANCES[stance] for stance in sorted(said) if STANCES[stance]]
    say = index.catalogue.form
    return (
        *_filters(index, "actor", documents=documents, actors=[actor.id]),
        *((say(FACETS["kind"]), say(kind)) for kind in kinds),
    )


def topic_filters(index: CorpusIndex, topic: Topic) -> Filters:
    """The facets of a topic's page."""
    documents = [o.document for o in topic.occurrences]
    return _filters(index, "topic", documents=documents, actors=topic.actors)


def story_filters(index: CorpusIndex, story: Story) -> Filters:
    """The facets of a story's page."""
    shown = [a for a in story.actors if a in index.actors and index.actors[a].shown]
    return _filters(index, "story", documents=story.documents, actors=shown[:ACTORS])


def source_filters(index: CorpusIndex, document: str) -> Filters:
    """The facets of a source's page."""
    counts = Counter(a.id for a, _ in index.mentions_in.get(document, []) if a.shown)
    named = [a for a, _ in counts.most_common()]
    month = publication_month(index, document)
    meta = index.documents[document].metadata
    filed = [("series", meta.series), *(("tags", tag) for tag in meta.tags)]
    told = [("date", month), *((name, fact.value) for name, fact in filed if fact)]
    own = ((index.catalogue.form(FACETS[name]), value) for name, value in told if value)
    return (*_filters(index, "source", documents=[document], actors=named[:ACTORS]), *own)


def hub_filters(index: CorpusIndex, url: str) -> Filters:
    """The facets of a hub page."""
    say = index.catalogue.form
    kinds = sorted({q.kind for q in index.corpus.quotations}) if url == "quotations/" else []
    return (
        (say(FACETS["type"]), say(HUB_TITLES[url])),
        *((say(FACETS["kind"]), say(QUOTATION_KINDS[k])) for k in kinds),
    )


def _filters(
    index: CorpusIndex, page_type: str, *, documents: Sequence[str], actors: Sequence[str]
) -> Filters:
    say = index.catalogue.form
    counts = Counter(documents)
    most = sorted(counts, key=lambda d: (-counts[d], d))[:DOCUMENTS]
    chosen = sorted(most) if len(index.texts) <= SOURCES else ()
    return (
        (say(FACETS["type"]), say(PAGE_TYPES[page_type])),
        *((say(FACETS["source"]), index.labels[d].text) for d in chosen),
        *((say(FACETS["actor"]), link.words.text) for link in index.actor_links(actors)),
    )


def publication_month(index: CorpusIndex, document: str) -> str:
    """``YYYY-MM`` of a document, as far as it is known; empty where it is not."""
    dated = index.date_of(document)
    known = dated[0].value.partition("/")[0] if dated else ""
    return known[:7] if len(known) >= len("2025-05") else ""


def publication_days(index: CorpusIndex, document: str) -> tuple[str, ...]:
    """The day of a document as ``YYYY-MM-DD``; none where it is not known to the day."""
    dated = index.date_of(document)
    return days_of_value(dated[0].value) if dated else ()
