"""The pages of topics: the list, which is split where it is long, and one page each."""

from collections import Counter, defaultdict

from generator.model.corpus import Topic
from generator.pages.corpus_index import CorpusIndex
from generator.pages.links import feed_of
from generator.pages.list_filters import Listed, ListedPages, page_filters
from generator.pages.paging import paging, split
from generator.pages.presenters.cards import source_name, topic_card, topic_cards
from generator.pages.stretches import Highlight
from generator.pages.views import ConcordanceGroup, NameForm, TopicPage, TopicsPage, Words

MOST = 200
"""Most occurrences that a topic's page shows in their sentences."""


def view_topics(index: CorpusIndex) -> tuple[TopicsPage, ...]:
    """All topics, most important first, their bars on one scale."""
    pages, listed = _pages(index), topic_list(index)
    filters = page_filters(index, listed)
    cards = split(topic_cards(index, index.corpus.topics), _rows(index))
    return tuple(
        TopicsPage(
            cards=cards[n - 1],
            filters=filters[n - 1],
            paging=paging(listed.hub, n, len(pages)),
        )
        for n in range(1, len(pages) + 1)
    )


def topic_list(index: CorpusIndex) -> ListedPages:
    """All topics with what they can be chosen by, as they are split over pages."""
    pages = tuple(tuple(_listed(index, topic) for topic in page) for page in _pages(index))
    return ListedPages("topics/", "", pages)


def _pages(index: CorpusIndex) -> tuple[tuple[Topic, ...], ...]:
    return split(index.corpus.topics, _rows(index))


def _rows(index: CorpusIndex) -> int:
    return index.site.settings.limits.rows_per_page


def _listed(index: CorpusIndex, topic: Topic) -> Listed:
    named = (a for a in topic.actors if a in index.actors and index.actors[a].shown)
    return Listed(
        (index.addresses.topic(topic.id),),
        (("story", index.stories_of(topic.documents)), ("actor", tuple(named))),
        inferred=False,
    )


def view_topic(index: CorpusIndex, topic: Topic) -> TopicPage:
    """One topic with every sentence that has it."""
    related = (index.topics.get(t) for t in topic.related)
    return TopicPage(
        card=topic_card(index, topic, len(index.copies.occurrences_of(topic.id))),
        variants=_variants(index, topic),
        concordance=_concordance(index, topic),
        actors=index.actor_links(topic.actors),
        related=tuple(index.topic_link(t) for t in related if t),
        feed=feed_of(index.addresses.topic(topic.id)),
    )


def _variants(index: CorpusIndex, topic: Topic) -> tuple[NameForm, ...]:
    places: dict[str, Words] = {}
    counts: Counter[str] = Counter()
    for o in index.copies.occurrences_of(topic.id):
        words = index.words(o.document, o.start, o.end)
        key = words.text.casefold()
        places.setdefault(key, words)
        counts[key] += 1
    order = sorted(counts, key=lambda k: (-counts[k], k))
    return tuple(NameForm(places[k], counts[k]) for k in order) if len(order) > 1 else ()


def _concordance(index: CorpusIndex, topic: Topic) -> tuple[ConcordanceGroup, ...]:
    found: defaultdict[str, dict[str, list[Highlight]]] = defaultdict(dict)
    first: dict[tuple[str, str], int] = {}
    for o in index.copies.occurrences_of(topic.id)[:MOST]:
        sentence = index.sentence_at(o.document, o.start)
        key = sentence.id if sentence else f"@{o.start}"
        found[o.document].setdefault(key, []).append(Highlight(o.start, o.end, "actor"))
        first.setdefault((o.document, key), o.start)
    return tuple(
        ConcordanceGroup(
            source_name(index, document),
            tuple(
                index.sentence_passage(document, key, first[document, key], marks)
                for key, marks in sentences.items()
            ),
        )
        for document, sentences in sorted(found.items())
    )
