"""A feed of its own for each story, each topic, and each actor of whom more is told than one name.

A document is an entry, the newest first; of an actor it says what it quotes, of a story how it
begins. So a reader follows one matter without an account and without the site knowing it.
"""

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from generator.model.annotations import SPEECH
from generator.model.corpus import Actor
from generator.pages.corpus_index import CorpusIndex
from generator.pages.exports.feeds import FeedSubject, Item, atom_feed, document_item
from generator.pages.links import feed_of
from generator.pages.presenters.actors import is_passing
from generator.pages.story_corpus import find_openings

ENTRIES = 20
"""Most documents in the feed of one subject."""
WORDS = 3
"""Most quotations of an actor that an entry repeats."""


def subject_feeds(index: CorpusIndex) -> Iterator[tuple[str, str]]:
    """The path and the text of each feed."""
    known = {d: item for d in index.documents if (item := document_item(index, d))}
    openings = find_openings(index.documents.values())

    def opening(document: str) -> str:
        first = openings.get(document)
        return index.words(document, first.start, first.end).text if first else ""

    def made(page: str, title: str, documents: Iterable[str], tell: Callable[[str], str]) -> str:
        items = [_told(known[d], tell(d)) for d in dict.fromkeys(documents) if d in known]
        newest = sorted(items, key=lambda i: (i.day, i.id), reverse=True)[:ENTRIES]
        return atom_feed(index, FeedSubject(f"{title} · {index.site.name}", page, newest))

    for story in index.stories:
        page, label = index.addresses.story(story.id), index.story_label(story.id).text
        yield feed_of(page), made(page, label, story.documents, opening)
    for topic in index.corpus.topics:
        page, label = index.addresses.topic(topic.id), index.topic_link(topic).words.text
        yield feed_of(page), made(page, label, topic.documents, opening)
    for actor in index.corpus.actors:
        link = index.actor_link(actor.id)
        if link and link.url and not is_passing(actor):
            said = _said(index, actor)
            documents = (m.document for m in actor.mentions)
            yield (
                feed_of(link.url),
                made(
                    link.url,
                    link.words.text,
                    documents,
                    lambda d, said=said: said.get(d) or opening(d),  # type: ignore[misc]  # bound
                ),
            )


def _told(item: Item, summary: str) -> Item:
    return replace(item, summary=summary or item.summary)


def _said(index: CorpusIndex, actor: Actor) -> dict[str, str]:
    """What each document quotes of an actor: the first few quotations, in quotation marks."""
    lines: dict[str, list[str]] = {}
    for q in (index.quotations[i] for i in actor.quotations_by if i in index.quotations):
        if q.kind in SPEECH:
            words = index.words(q.document, q.start, q.end).text
            lines.setdefault(q.document, []).append(f"“{words}”")
    return {document: "\n".join(said[:WORDS]) for document, said in lines.items()}
