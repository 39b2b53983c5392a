"""What a reader who comes back asks first: what is new, and what those whom one follows say."""

import json
from collections.abc import Iterable

from generator.model.annotations import SPEECH
from generator.model.changes import Change, Changes
from generator.model.corpus import Story
from generator.pages.corpus_index import CorpusIndex
from generator.pages.labels import NEWS_NOTES
from generator.pages.presenters.cards import quotation_card, source_card
from generator.pages.presenters.stories import newest_first, story_card
from generator.pages.quotation_groups import group_quotations
from generator.pages.views import FollowedCard, Link, NewsItem, QuotationCard

NEWS, SAID, STORIES, NEW_SOURCES = 8, 4, 3, 6
"""Most new stories, new quotations, stories of whom one follows, and new sources of a story."""


def find_news(index: CorpusIndex, changes: Changes | None) -> tuple[NewsItem, ...]:
    """Stories that are new, then those with documents that they did not have, newest first."""
    if changes is None:
        return ()
    told = {c.id: c for c in changes.changes if c.table == "stories" and c.change != "removed"}
    touched = [s for s in newest_first(index.stories) if s.id in told]
    items = [_item(index, s, told[s.id]) for s in touched]
    new = [item for item in items if item.note == NEWS_NOTES["new"]]
    more = [item for item in items if item not in new]
    return (*new, *(item for item in more if item.sources))[:NEWS]


def _item(index: CorpusIndex, story: Story, change: Change) -> NewsItem:
    added = change.change == "added"
    before = {
        document
        for name, old, _ in change.fields
        if name == "documents"
        for document in json.loads(old)
    }
    came = [d for d in reversed(story.documents) if before and d not in before]
    return NewsItem(
        card=story_card(index, story),
        note=NEWS_NOTES["new" if added else "more"],
        sources=() if added else tuple(source_card(index, d) for d in came[:NEW_SOURCES]),
    )


def find_said(index: CorpusIndex, changes: Changes | None) -> tuple[QuotationCard, ...]:
    """New and edited quotations of the actors that are followed."""
    added = {
        c.id
        for c in (changes.changes if changes else ())
        if c.table == "quotations" and (c.change == "added" or c.was)
    }
    rows = (
        q
        for q in index.corpus.quotations
        if q.id in added and q.kind in SPEECH and set(q.speakers) & set(index.followed.actors)
    )
    return tuple(
        quotation_card(index, *group)
        for group in group_quotations(rows, index.copies.text_of)[:SAID]
    )


def view_followed(index: CorpusIndex) -> tuple[FollowedCard, ...]:
    """Whom and what the settings follow: the newest stories, and the newest words."""
    actors = [index.actors[a] for a in index.followed.actors]
    people = (
        FollowedCard(
            link,
            _stories(index, {m.document for m in actor.mentions}),
            _newest_words(index, actor.id),
        )
        for actor in actors
        if (link := index.actor_link(actor.id))
    )
    topics = (
        FollowedCard(index.topic_link(topic), _stories(index, topic.documents), None)
        for topic in (index.topics[t] for t in index.followed.topics)
    )
    return (*people, *topics)


def _stories(index: CorpusIndex, documents: Iterable[str]) -> tuple[Link, ...]:
    inside = frozenset(documents)
    found = [s for s in newest_first(index.stories) if inside.intersection(s.documents)]
    return tuple(
        Link(index.story_label(s.id), index.addresses.story(s.id)) for s in found[:STORIES]
    )


def _newest_words(index: CorpusIndex, actor: str) -> QuotationCard | None:
    """The actor's longest quotation in the newest document that has one."""
    known = [
        index.quotations[q] for q in index.actors[actor].quotations_by if q in index.quotations
    ]
    speech = [q for q in known if q.kind in SPEECH]
    if not speech:
        return None
    newest = max(speech, key=lambda q: (index.published_day(q.document), q.document))
    same = [q for q in speech if q.document == newest.document]
    return quotation_card(index, max(same, key=lambda q: (q.end - q.start, -q.start)))
