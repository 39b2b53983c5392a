"""The corpus at hand: finds rows by id and makes the small views that every page is built from."""

import copy
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice

from generator.config import Site
from generator.i18n.catalogue import Catalogue
from generator.model.corpus import Actor, Corpus, Topic
from generator.model.reading_order import SentenceFinder
from generator.model.text import Document, Fact, Sentence
from generator.model.visible_text import shown, shown_text
from generator.pages.backlinks import Places, find_backlinks
from generator.pages.copies import CopyGroups
from generator.pages.dates import first_day, view_date
from generator.pages.following import find_followed
from generator.pages.grouping import mentions_by_document, rows_by
from generator.pages.links import Addresses
from generator.pages.paging import row_urls
from generator.pages.quotation_groups import group_quotations
from generator.pages.source_labels import label_sources, letter
from generator.pages.story_corpus import find_openings, front_stories, narrow_corpus
from generator.pages.stretches import Highlight, cut_at, line_at
from generator.pages.time_buckets import find_periods
from generator.pages.views import (
    Citation,
    Link,
    Part,
    Passage,
    SourceCard,
    SourceLabel,
    TimelineRow,
    When,
    Words,
)

OPENING_WORDS, OPENING_CHARACTERS = 8, 120
"""A word of code or of encoded data can be as long as its file."""
CITED_AT_ONCE = 1 << 14
"""Citations that are kept: most sentences are cited by several pages, and by some at once."""


class CorpusIndex:
    """Everything that the presenters share; it is made once for a rendering and never changes."""

    def __init__(self, corpus: Corpus, site: Site, catalogue: Catalogue) -> None:
        self.site = site
        self.catalogue = catalogue
        self.take(corpus)
        self.texts = self.documents  # of other stories too: a date's evidence may lie there
        self.letters = {d.id: letter(i) for i, d in enumerate(self.documents.values())}
        self.labels = label_sources([*self.documents.values()], catalogue)
        self._by_letter = {known: document for document, known in self.letters.items()}
        self.published = dict(corpus.published)
        self.followed = find_followed(corpus, site.settings.follow)
        self.stories = front_stories(corpus)
        self._sentences = {d.id: SentenceFinder(d.sentences) for d in self.documents.values()}
        self._place = {
            (d.id, s.id): i for d in self.documents.values() for i, s in enumerate(d.sentences)
        }
        self._names = {a.id: self._find_name(a) for a in corpus.actors}
        self.quotation_groups = group_quotations(corpus.quotations, self.copies.text_of)
        self._stories = {s.id: s for s in self.stories}
        self._story_of = {d: s.id for s in self.stories for d in s.documents}
        self._in_story = {d: at for s in self.stories for at, d in enumerate(s.documents)}
        self.row_urls = self._row_urls()
        self.addresses = Addresses(
            actors=self.actors,
            topics=self.topics,
            documents=self.documents,
            stories=(s.id for s in corpus.stories),
        )
        pages = {d: self.addresses.story(s.id) for s in self.stories for d in s.documents}
        self.story_urls = pages if self.stories else None
        self.uses = find_backlinks(corpus, self._places())
        self.source_cards: dict[str, SourceCard] = {}
        self._cited = lru_cache(maxsize=CITED_AT_ONCE)(self._citation_of)
        self._stated = self._stated_months()
        self._narrowed: dict[tuple[str, ...], CorpusIndex] = {}
        self.arrange(corpus)

    def narrowed(self, documents: Sequence[str]) -> "CorpusIndex":
        """The same pages and addresses, seen from these documents alone."""
        key = tuple(documents)
        if key not in self._narrowed:
            index = copy.copy(self)
            corpus = narrow_corpus(self.corpus, documents)
            index.take(corpus)
            index.arrange(corpus)
            self._narrowed[key] = index
        return self._narrowed[key]

    def take(self, corpus: Corpus) -> None:
        """The rows of a corpus by their ids."""
        self.corpus = corpus
        self.documents = {r.document.id: r.document for r in corpus.documents}
        self.copies = CopyGroups(corpus)
        self.actors = {a.id: a for a in corpus.actors}
        self.topics = {t.id: t for t in corpus.topics}
        self.quotations = {q.id: q for q in corpus.quotations}
        self.statements = {s.id: s for s in corpus.statements}
        self.dates = {d.id: d for d in corpus.dates}

    def arrange(self, corpus: Corpus) -> None:
        """The rows of a corpus by the document, the actor and the period that they belong to."""
        dated = [(d, known[1]) for d in self.documents if (known := self.date_of(d))]
        self.periods = find_periods(dated, self.catalogue)
        self.period_of = {d: i for i, p in enumerate(self.periods) for d in p.documents}
        self.quotations_in = rows_by(corpus.quotations, lambda q: (q.document,))
        self.entries_in = rows_by(corpus.timeline, lambda e: {m.document for m in e.members})
        self.entries_of = rows_by(corpus.timeline, lambda e: e.actors)
        self.actions_of = rows_by(corpus.actions, lambda a: (a.actor,))
        self.takeaways_in = rows_by(corpus.takeaways, lambda t: (t.document,))
        self.mentions_in = mentions_by_document(corpus.actors)
        self.timeline_rows: dict[tuple[str, int, str], TimelineRow] = {}

    def sentence_at(self, document: str, offset: int) -> Sentence | None:
        """The sentence that holds an offset, or the last one before it in the same paragraph."""
        return self._sentences[document].at(offset)

    def sentence(self, document: str, sentence: str) -> Sentence | None:
        """A sentence by its id."""
        at = self._place.get((document, sentence))
        return None if at is None else self.texts[document].sentences[at]

    def sentences_in(self, document: str, start: int, end: int) -> tuple[Sentence, ...]:
        """The sentences that begin in a stretch of a document."""
        return self._sentences[document].within(start, end)

    def is_published(self, document: str, sentence: str) -> bool:
        """Whether the settings let the source's page show this sentence."""
        extent = self.site.settings.source_text
        return extent == "full" or (extent == "cited" and (document, sentence) in self.uses)

    def words(self, document: str, start: int, end: int) -> Words:
        """A stretch of a source, white space at its ends left out."""
        doc = self.texts[document]
        while start < end and doc.text[start].isspace():
            start += 1
        while end > start and doc.text[end - 1].isspace():
            end -= 1
        return Words(
            shown_text(doc, start, end), f"{document}:{start}-{end}", language=doc.language
        )

    def citation(self, document: str, offset: int) -> Citation:
        """The chip that proves words at `offset`."""
        sentence = self.sentence_at(document, offset)
        if sentence is None:
            doc = self.texts[document]
            title, opening = self.title(document), self.opening(document)
            label = self.labels[document]
            paragraph = next((z.paragraph for z in doc.zones if z.start <= offset < z.end), 0)
            end = doc.text.find("\n", offset)
            rest = self.words(document, offset, end if end >= 0 else len(doc.text))
            url = self.addresses.source(document)
            return Citation(label, paragraph, url, title, opening, None, rest, None)
        return self._cited(document, sentence)

    def _citation_of(self, document: str, sentence: Sentence) -> Citation:
        doc = self.texts[document]
        public = self.is_published(document, sentence.id)
        before, after = self._around(doc, sentence)
        return Citation(
            self.labels[document],
            sentence.paragraph,
            self.addresses.source(document, sentence.id if public else ""),
            self.title(document),
            self.opening(document),
            before,
            self.words(document, sentence.start, sentence.end),
            after,
        )

    def passage(
        self, document: str, start: int, end: int, marks: Iterable[Highlight] = ()
    ) -> Passage:
        """A stretch of a source with its proof; `marks` are shown in their own way."""
        whole = self.words(document, start, end)
        parts = self.parts(document, start, end, marks)
        return Passage(whole.src, whole.language, parts, self.citation(document, start))

    def sentence_passage(
        self, document: str, sentence: str, offset: int, marks: Iterable[Highlight] = ()
    ) -> Passage:
        """The whole sentence with this id, or the one that holds `offset`."""
        found = self.sentence(document, sentence) or self.sentence_at(document, offset)
        if found is None:
            line = line_at(self.texts[document].text, offset)
            return self.passage(document, line.start, line.end, marks)
        return self.passage(document, found.start, found.end, marks)

    def parts(
        self, document: str, start: int, end: int, marks: Iterable[Highlight]
    ) -> tuple[Part, ...]:
        """Cut a stretch at its marks; of marks that overlap, the first one wins."""
        return cut_at(self.texts[document], start, end, marks)

    def title(self, document: str) -> Words | None:
        """A document's title, None where it has none."""
        fact = self.texts[document].metadata.title
        return self.fact_words(document, fact) if fact else None

    def opening(self, document: str) -> Words:
        """The first words of a document's body, for one without a title."""
        doc = self.texts[document]
        body = next((z for z in doc.zones if z.kind == "body"), None)
        zone = body or next((z for z in doc.zones if z.kind != "front_matter"), None)
        if zone is None:
            return Words("", f"{document}:0-0", language=doc.language)
        words = [*islice(re.finditer(r"\S+", doc.text[zone.start : zone.end]), OPENING_WORDS)]
        last = words[-1].end() if words else 0
        end = zone.start + min(last, OPENING_CHARACTERS)
        while end > zone.start and doc.text[end - 1] in ",;:.":
            end -= 1
        return self.words(document, zone.start, end)

    def fact_words(self, document: str, fact: Fact) -> Words | None:
        """A fact's value in the source's own words, or an editor's; None where it is neither."""
        doc = self.texts[document]
        if fact.how == "editor":
            return Words(shown(fact.value).strip(), editor=doc.path)
        if fact.evidence is None:
            return None
        at = doc.text.find(fact.value, fact.evidence.start, fact.evidence.end)
        if at < 0:
            return None
        return self.words(document, at, at + len(fact.value))

    def date_of(self, document: str) -> tuple[Fact, When] | None:
        """A document's date of publication, stated or inferred."""
        fact = self.texts[document].metadata.published or self.published.get(document)
        if fact is None:
            return None
        inferred = fact.how == "inferred"
        return fact, view_date(fact.value, inferred=inferred, catalogue=self.catalogue)

    def published_day(self, document: str) -> str:
        """The first day on which a document can have been published; empty where none is known."""
        dated = self.date_of(document)
        return (first_day(dated[0].value) or "") if dated else ""

    def month(self, month: str) -> When:
        """A month of publication; its year is in brackets where no document of it states one."""
        return view_date(month, inferred=month not in self._stated, catalogue=self.catalogue)

    def _stated_months(self) -> set[str]:
        facts = (d[0] for d in map(self.date_of, self.documents) if d)
        return {fact.value[:7] for fact in facts if fact.how != "inferred"}

    def states_its_day(self, document: str) -> bool:
        """Whether a document says when it was published: the years of its dates are then known."""
        published = self.texts[document].metadata.published
        return published is not None and published.how != "inferred"

    def label_of_letter(self, known: str) -> SourceLabel:
        """The label of the document that has this letter in an address."""
        return self.labels[self._by_letter[known]]

    def stories_of(self, documents: Iterable[str]) -> tuple[str, ...]:
        """The stories with a page that these documents tell, each once."""
        return tuple(dict.fromkeys(self._story_of[d] for d in documents if d in self._story_of))

    def next_in_story(self, document: str, step: int) -> str | None:
        """The document so many steps further in its story; the oldest is the first there."""
        story = self._stories.get(self._story_of.get(document, ""))
        told = story.documents if story else ()
        at = self._in_story.get(document, 0) + step
        return told[at] if 0 <= at < len(told) else None

    def story_label(self, story: str) -> Words:
        """The headline that names a story: a title where its document has one, else the line."""
        found = self._stories[story]
        if found.name:
            return Words(shown(found.name), editor="corrections.yml")
        if found.label is None:
            return self.title(found.documents[0]) or self.opening(found.documents[0])
        line = self.words(found.label.document, found.label.start, found.label.end)
        return self.title(found.label.document) or line

    def actor_link(self, actor: str) -> Link | None:
        """An actor's name and page; no page where it is not shown, None where it is unknown."""
        found = self.actors.get(actor)
        if found is None:
            return None
        return Link(self._names[actor], self.addresses.actor(actor) if found.shown else "")

    def actor_links(self, actors: Iterable[str]) -> tuple[Link, ...]:
        """The links of the actors that are known."""
        links = (self.actor_link(a) for a in actors)
        return tuple(link for link in links if link is not None)

    def topic_link(self, topic: Topic) -> Link:
        """A topic's label and page."""
        return Link(self._topic_words(topic), self.addresses.topic(topic.id))

    def phrase(self, english: str) -> str:
        """A stage's reason in the catalogue's words; as it is, and warned of, where it lacks it."""
        return self.catalogue.phrase(english)

    def _topic_words(self, topic: Topic) -> Words:
        for o in topic.occurrences:
            text = self.texts[o.document].text[o.start : o.end]
            if text.casefold() == topic.label.casefold():
                return self.words(o.document, o.start, o.end)
        found = self._find_text(topic.label)
        if found is None and topic.occurrences:
            first = topic.occurrences[0]
            return self.words(first.document, first.start, first.end)
        return found or Words(shown(topic.label), editor="corrections.yml")

    def _find_name(self, actor: Actor) -> Words:
        for m in actor.mentions:
            if m.text == actor.name:
                return self.words(m.document, m.start, m.end)
        for m in actor.mentions:
            at = self.texts[m.document].text[m.start : m.end].find(actor.name)
            if at >= 0:
                return self.words(m.document, m.start + at, m.start + at + len(actor.name))
        named = {c.value for c in self.corpus.corrections if c.applied}
        if actor.name in named:
            return Words(shown(actor.name), editor="corrections.yml")
        found = self._find_text(actor.name)
        territory = self.catalogue.territory(actor.name)
        if found is None and territory:
            return Words(territory, label="territory")
        if found is None and actor.mentions:
            named_first = sorted(actor.mentions, key=lambda m: m.kind != "name")
            return self.words(named_first[0].document, named_first[0].start, named_first[0].end)
        return found or Words(shown(actor.name), editor="corrections.yml")

    def _find_text(self, text: str) -> Words | None:
        pattern = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")
        for document in self.documents.values():
            match = pattern.search(document.text)
            if match:
                return self.words(document.id, *match.span())
        return None

    def _around(self, doc: Document, sentence: Sentence) -> tuple[Words | None, Words | None]:
        at = self._place[doc.id, sentence.id]
        return (
            self._next_to(doc, sentence, doc.sentences[max(at - 1, 0) : at]),
            self._next_to(doc, sentence, doc.sentences[at + 1 : at + 2]),
        )

    def _next_to(self, doc: Document, one: Sentence, others: Sequence[Sentence]) -> Words | None:
        beside = (o for o in others if (o.paragraph, o.zone) == (one.paragraph, one.zone))
        shown = (o for o in beside if self.is_published(doc.id, o.id))
        return next((self.words(doc.id, o.start, o.end) for o in shown), None)

    def _places(self) -> Places:
        return Places(
            self._sentence_id,
            self.row_urls,
            self.addresses,
            self.story_urls,
            find_openings(self.documents.values()),
        )

    def _row_urls(self) -> dict[str, str]:
        """Where each quotation and each timeline entry stands."""
        rows = self.site.settings.limits.rows_per_page
        entries = sorted(self.corpus.timeline, key=lambda e: e.background)
        return {
            **row_urls("quotations/", ([q.id for q in g] for g in self.quotation_groups), rows),
            **row_urls("timeline/", ([e.id] for e in entries), rows),
        }

    def _sentence_id(self, document: str, offset: int) -> str:
        sentence = self.sentence_at(document, offset)
        return sentence.id if sentence else ""
