"""Which page uses which sentence: what is published of a source, and the way back from it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping

from msgspec import Struct

from generator.model.corpus import Corpus
from generator.model.text import Sentence
from generator.pages.links import Addresses

SentenceKey = tuple[str, str]
"""Document id, sentence id."""
SentenceOf = Callable[[str, int], str]
"""From a document's id and an offset to the id of the sentence there, "" where there is none."""


SECTIONS = {
    "bottom_line": "#bottom-line",
    "takeaway": "#takeaways",
    "related_sentences": "#pairs",
    "changed": "#changed",
    "number_differs": "#numbers",
}
"""Where on its page a takeaway, by section, or a row of the comparison, by kind, stands."""


class PageUse(Struct, frozen=True, order=True):
    """A place on a page where a sentence stands; a message, an actor or a topic names the page."""

    url: str
    message: str = ""
    actor: str = ""
    topic: str = ""


class Places(Struct, frozen=True):
    """How to find the sentence at an offset, the address of a row, and that of a page."""

    sentence_of: SentenceOf
    row_urls: Mapping[str, str]
    addresses: Addresses
    story_urls: Mapping[str, str] | None = None
    """The page of each document's story; None where the home page tells everything."""
    openings: Mapping[str, Sentence] = {}
    """The first sentence of each document, which its story's page may lead with."""

    def of_takeaway(self, document: str, section: str) -> PageUse:
        """Where a takeaway stands: on the home page, its story's or its source's own."""
        if self.story_urls is None:
            return PageUse(section, "Briefing")
        story = self.story_urls.get(document)
        if story is None:
            return PageUse(f"{self.addresses.source(document)}#points", "Source")
        return PageUse(f"{story}{section}", "Story")

    def of_comparison(self, documents: Collection[str], section: str) -> PageUse | None:
        """Where a row of the comparison stands; None where it would compare two stories."""
        if self.story_urls is None:
            return PageUse(f"compare/{section}", "Compare")
        stories = {self.story_urls.get(d) for d in documents}
        story = stories.pop() if len(stories) == 1 else None
        return PageUse(f"{story}{section}", "Story") if story else None

    def of_actor(self, actor: str, section: str) -> PageUse:
        """A section of an actor's page."""
        return PageUse(f"{self.addresses.actor(actor)}#{section}", actor=actor)

    def of_topic(self, topic: str) -> PageUse:
        """A topic's page."""
        return PageUse(self.addresses.topic(topic), topic=topic)


def find_backlinks(corpus: Corpus, places: Places) -> dict[SentenceKey, tuple[PageUse, ...]]:
    """For each used sentence the places that use it, in the order of their addresses."""
    found: defaultdict[SentenceKey, set[PageUse]] = defaultdict(set)
    for key, use in _backlinks(corpus, places):
        if key[1]:
            found[key].add(use)
    return {key: tuple(sorted(uses)) for key, uses in sorted(found.items())}


def _backlinks(corpus: Corpus, places: Places) -> Iterator[tuple[SentenceKey, PageUse]]:
    for t in corpus.takeaways:
        for sentence in t.sentences or (places.sentence_of(t.document, t.start),):
            yield (t.document, sentence), places.of_takeaway(t.document, SECTIONS[t.section])
    shown = {a.id for a in corpus.actors if a.shown}
    for q in corpus.quotations:
        yield (q.document, q.sentence), PageUse(places.row_urls[q.id], "Quotations")
        for speaker in shown.intersection(q.speakers):
            yield (q.document, q.sentence), places.of_actor(speaker, "said")
    for s in corpus.statements:
        section = "denied" if s.stance == "denied" else "reported"
        for speaker in shown.intersection(s.speakers):
            yield (s.document, s.sentence), places.of_actor(speaker, section)
    yield from _backlinks_of_dates(corpus, places)
    yield from _backlinks_of_names(corpus, places)
    yield from _backlinks_of_comparison(corpus, places)
    for document, url in (places.story_urls or {}).items():
        opening = places.openings.get(document)
        if opening:
            yield (document, opening.id), PageUse(url, "Story")


def _backlinks_of_dates(corpus: Corpus, places: Places) -> Iterator[tuple[SentenceKey, PageUse]]:
    for entry in corpus.timeline:
        use = PageUse(places.row_urls[entry.id], "Timeline")
        for m in entry.members:
            yield (m.document, places.sentence_of(m.document, m.start)), use
    for d in corpus.dates:
        for e in d.evidence:
            sentence = places.sentence_of(e.document, e.start)
            yield (e.document, sentence), PageUse("timeline/", "Timeline")
        if d.value is None:
            yield (d.document, d.sentence), PageUse("timeline/#undated", "Timeline")


def _backlinks_of_names(corpus: Corpus, places: Places) -> Iterator[tuple[SentenceKey, PageUse]]:
    shown = {a.id for a in corpus.actors if a.shown}
    for actor in corpus.actors:
        for role in actor.roles if actor.shown else ():
            sentence = role.sentence or places.sentence_of(role.document, role.start)
            yield (role.document, sentence), places.of_actor(actor.id, "roles")
    for a in corpus.actions:
        if a.actor in shown:
            yield (a.document, a.sentence), places.of_actor(a.actor, "did")
    for topic in corpus.topics:
        for o in topic.occurrences:
            yield (o.document, places.sentence_of(o.document, o.start)), places.of_topic(topic.id)


def _backlinks_of_comparison(
    corpus: Corpus, places: Places
) -> Iterator[tuple[SentenceKey, PageUse]]:
    for row in corpus.comparison:
        use = (
            places.of_comparison(row.documents, SECTIONS[row.kind])
            if row.kind in SECTIONS
            else None
        )
        if row.kind == "restated" and row.actor:
            use = places.of_actor(row.actor, "restated")
        if use is None:
            continue
        for m in row.members:
            sentence = m.sentence or places.sentence_of(m.document, m.start)
            yield (m.document, sentence), use
