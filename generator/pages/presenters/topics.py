"""The pages of topics: the list, and one page each."""

from collections import Counter, defaultdict

from generator.model.corpus import Topic
from generator.pages.corpus_index import CorpusIndex, Mark
from generator.pages.presenters.cards import source_card, topic_card, topic_cards
from generator.pages.views import Alias, ConcordanceGroup, TopicPage, TopicsPage, Words

MOST = 200
"""Most occurrences that a topic's page shows in their sentences."""


def view_topics(index: CorpusIndex) -> TopicsPage:
    """All topics, most important first."""
    return TopicsPage(topic_cards(index, index.corpus.topics))


def view_topic(index: CorpusIndex, topic: Topic) -> TopicPage:
    """One topic with every sentence that has it."""
    related = (index.topics.get(t) for t in topic.related)
    return TopicPage(
        card=topic_card(index, topic, len(topic.occurrences)),
        variants=_variants(index, topic),
        concordance=_concordance(index, topic),
        actors=index.actor_links(topic.actors),
        related=tuple(index.topic_link(t) for t in related if t),
        feed=index.feed_of(index.addresses.topic(topic.id)),
    )


def _variants(index: CorpusIndex, topic: Topic) -> tuple[Alias, ...]:
    places: dict[str, Words] = {}
    counts: Counter[str] = Counter()
    for o in topic.occurrences:
        words = index.words(o.document, o.start, o.end)
        key = words.text.casefold()
        places.setdefault(key, words)
        counts[key] += 1
    order = sorted(counts, key=lambda k: (-counts[k], k))
    return tuple(Alias(places[k], counts[k]) for k in order) if len(order) > 1 else ()


def _concordance(index: CorpusIndex, topic: Topic) -> tuple[ConcordanceGroup, ...]:
    found: defaultdict[str, dict[str, list[Mark]]] = defaultdict(dict)
    first: dict[tuple[str, str], int] = {}
    for o in topic.occurrences[:MOST]:
        sentence = index.sentence_at(o.document, o.start)
        key = sentence.id if sentence else f"@{o.start}"
        found[o.document].setdefault(key, []).append(Mark(o.start, o.end, "actor"))
        first.setdefault((o.document, key), o.start)
    return tuple(
        ConcordanceGroup(
            source_card(index, document),
            tuple(
                index.sentence_passage(document, key, first[document, key], marks)
                for key, marks in sentences.items()
            ),
        )
        for document, sentences in sorted(found.items())
    )
