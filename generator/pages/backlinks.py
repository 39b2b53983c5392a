"""Which page uses which sentence: what is published of a source, and the way back from it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from generator.model.corpus import Corpus
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
            yield (t.document, sentence), PageUse(SECTIONS[t.section], "Briefing")
    shown = {a.id for a in corpus.actors if a.shown}
    for q in corpus.quotations:
        yield (q.document, q.sentence), PageUse(places.row_urls[q.id], "Quotations")
        if q.speaker in shown and q.speaker:
            yield (q.document, q.sentence), places.of_actor(q.speaker, "said")
    for s in corpus.statements:
        if s.speaker in shown and s.speaker:
            yield (s.document, s.sentence), places.of_actor(s.speaker, "reported")
    yield from _backlinks_of_dates(corpus, places)
    yield from _backlinks_of_names(corpus, places)
    yield from _backlinks_of_comparison(corpus, places)


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
        if row.kind in SECTIONS:
            for m in row.members:
                sentence = m.sentence or places.sentence_of(m.document, m.start)
                yield (m.document, sentence), PageUse(f"compare/{SECTIONS[row.kind]}", "Compare")
