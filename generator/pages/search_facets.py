"""What the search page can filter by: the page's type, its sources, actors, dates and kinds."""

from collections import Counter
from collections.abc import Sequence

from generator.model.corpus import Actor, Topic
from generator.pages.corpus_index import CorpusIndex
from generator.pages.labels import FACETS, HUB_TITLES, PAGE_TYPES, QUOTATION_KINDS

ACTORS = 12
"""A source's most named actors; every name would make the index large and the filter long."""

Filters = tuple[tuple[str, str], ...]


def actor_filters(look: CorpusIndex, actor: Actor) -> Filters:
    """The facets of an actor's page."""
    documents = sorted({m.document for m in actor.mentions})
    return _filters(look, "actor", documents=documents, actors=[actor.id])


def topic_filters(look: CorpusIndex, topic: Topic) -> Filters:
    """The facets of a topic's page."""
    return _filters(look, "topic", documents=topic.documents, actors=topic.actors)


def source_filters(look: CorpusIndex, document: str) -> Filters:
    """The facets of a source's page."""
    counts = Counter(a.id for a, _ in look.mentions_in.get(document, []) if a.shown)
    named = [a for a, _ in counts.most_common()]
    month = publication_month(look, document)
    dates = ((look.catalogue.form(FACETS["date"]), month),) if month else ()
    return (*_filters(look, "source", documents=[document], actors=named[:ACTORS]), *dates)


def hub_filters(look: CorpusIndex, url: str) -> Filters:
    """The facets of a hub page."""
    say = look.catalogue.form
    kinds = sorted({q.kind for q in look.corpus.quotations}) if url == "quotations/" else []
    return (
        (say(FACETS["type"]), say(HUB_TITLES[url])),
        *((say(FACETS["kind"]), say(QUOTATION_KINDS[k])) for k in kinds),
    )


def _filters(
    look: CorpusIndex, page_type: str, *, documents: Sequence[str], actors: Sequence[str]
) -> Filters:
    say = look.catalogue.form
    return (
        (say(FACETS["type"]), say(PAGE_TYPES[page_type])),
        *((say(FACETS["source"]), look.letters[d]) for d in documents),
        *((say(FACETS["actor"]), link.words.text) for link in look.actor_links(actors)),
    )


def publication_month(look: CorpusIndex, document: str) -> str:
    """``YYYY-MM`` of a document, as far as it is known; empty where it is not."""
    dated = look.date_of(document)
    known = dated[0].value.partition("/")[0] if dated else ""
    return known[:7] if len(known) >= len("2025-05") else ""
