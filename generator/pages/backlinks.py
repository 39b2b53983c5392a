"""Which page uses which sentence: what is published of a source, and the way back from it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from generator.model.corpus import Corpus
from generator.pages.links import actor_url, topic_url

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


def find_backlinks(
    corpus: Corpus, sentence_of: SentenceOf, row_urls: Mapping[str, str]
) -> dict[SentenceKey, tuple[PageUse, ...]]:
    """For each used sentence the places that use it, in the order of their addresses."""
    found: defaultdict[SentenceKey, set[PageUse]] = defaultdict(set)
    for key, use in _backlinks(corpus, sentence_of, row_urls):
        if key[1]:
            found[key].add(use)
    return {key: tuple(sorted(uses)) for key, uses in sorted(found.items())}


def _backlinks(
    corpus: Corpus, sentence_of: SentenceOf, row_urls: Mapping[str, str]
) -> Iterator[tuple[SentenceKey, PageUse]]:
    for t in corpus.takeaways:
        for sentence in t.sentences or (sentence_of(t.document, t.start),):
            yield (t.document, sentence), PageUse(SECTIONS[t.section], "Briefing")
    shown = {a.id for a in corpus.actors if a.shown}
    for q in corpus.quotations:
        yield (q.document, q.sentence), PageUse(row_urls[q.id], "Quotations")
        if q.speaker in shown and q.speaker:
            yield (q.document, q.sentence), _of_actor(q.speaker, "said")
    for s in corpus.statements:
        if s.speaker in shown and s.speaker:
            yield (s.document, s.sentence), _of_actor(s.speaker, "reported")
    yield from _backlinks_of_dates(corpus, sentence_of, row_urls)
    yield from _backlinks_of_names(corpus, sentence_of)


def _of_actor(actor: str, section: str) -> PageUse:
    return PageUse(f"{actor_url(actor)}#{section}", actor=actor)


def _backlinks_of_dates(
    corpus: Corpus, sentence_of: SentenceOf, row_urls: Mapping[str, str]
) -> Iterator[tuple[SentenceKey, PageUse]]:
    for entry in corpus.timeline:
        use = PageUse(row_urls[entry.id], "Timeline")
        for m in entry.members:
            yield (m.document, sentence_of(m.document, m.start)), use
    for d in corpus.dates:
        for e in d.evidence:
            yield (
                (e.document, sentence_of(e.document, e.start)),
                PageUse("timeline/", "Timeline"),
            )
        if d.value is None:
            yield (d.document, d.sentence), PageUse("timeline/#undated", "Timeline")


def _backlinks_of_names(
    corpus: Corpus, sentence_of: SentenceOf
) -> Iterator[tuple[SentenceKey, PageUse]]:
    shown = {a.id for a in corpus.actors if a.shown}
    for actor in corpus.actors:
        for role in actor.roles if actor.shown else ():
            sentence = role.sentence or sentence_of(role.document, role.start)
            yield (role.document, sentence), _of_actor(actor.id, "roles")
    for a in corpus.actions:
        if a.actor in shown:
            yield (a.document, a.sentence), _of_actor(a.actor, "did")
    for topic in corpus.topics:
        for o in topic.occurrences:
            sentence = sentence_of(o.document, o.start)
            yield (o.document, sentence), PageUse(topic_url(topic.id), topic=topic.id)
    for row in corpus.comparison:
        if row.kind in SECTIONS:
            for m in row.members:
                sentence = m.sentence or sentence_of(m.document, m.start)
                yield (m.document, sentence), PageUse(f"compare/{SECTIONS[row.kind]}", "Compare")
