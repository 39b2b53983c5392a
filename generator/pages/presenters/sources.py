"""The pages of sources: the list, and one page each with as much of the text as is published."""

from collections import Counter, defaultdict

from generator.model.corpus import DocumentRow, Keyphrase
from generator.model.text import Fact, Sentence, Zone
from generator.model.zones import FOLDED, HEADINGS
from generator.pages.backlinks import PageUse
from generator.pages.corpus_index import CorpusIndex
from generator.pages.dates import view_date
from generator.pages.labels import (
    EXTENTS,
    FACTS,
    GENRES,
    HOWS,
    PARAGRAPHS,
    SECTION_TITLES,
)
from generator.pages.list_filters import Listed, ListedPages, page_filters, some
from generator.pages.paging import paging, split
from generator.pages.presenters.cards import (
    quotation_card,
    source_card,
    source_name,
    timeline_row,
)
from generator.pages.presenters.home import takeaway_items
from generator.pages.search_facets import publication_days, publication_month
from generator.pages.stretches import Highlight
from generator.pages.views import (
    AsideLine,
    FactLine,
    KeyphraseLine,
    Link,
    ShownSentence,
    SourceName,
    SourcePage,
    SourceParagraph,
    SourcesPage,
    Use,
    UsedSentence,
)

PHRASES = 15


def view_sources(index: CorpusIndex) -> tuple[SourcesPage, ...]:
    """The pages of sources, by letter."""
    pages, listed = _pages(index), source_list(index)
    filters = page_filters(index, listed)
    return tuple(
        SourcesPage(
            cards=tuple(source_card(index, d) for d in page),
            filters=filters[n - 1],
            paging=paging(listed.hub, n, len(pages)),
        )
        for n, page in enumerate(pages, start=1)
    )


def source_list(index: CorpusIndex) -> ListedPages:
    """All sources with what they can be chosen by, as they are split over pages."""
    pages = tuple(tuple(_listed(index, document) for document in page) for page in _pages(index))
    return ListedPages("sources/", "", pages)


def _pages(index: CorpusIndex) -> tuple[tuple[str, ...], ...]:
    return split(tuple(index.documents), index.site.settings.limits.rows_per_page)


def _listed(index: CorpusIndex, document: str) -> Listed:
    dated = index.date_of(document)
    return Listed(
        (index.addresses.source(document),),
        (
            ("story", index.stories_of((document,))),
            ("month", some(publication_month(index, document))),
            ("day", publication_days(index, document)),
        ),
        inferred=bool(dated and dated[0].how == "inferred"),
    )


def view_source(index: CorpusIndex, row: DocumentRow) -> SourcePage:
    """One source."""
    document = row.document.id
    here = index.quotations_in.get(document, [])
    entries = index.entries_in.get(document, [])
    points = [
        *takeaway_items(index, "bottom_line", document),
        *takeaway_items(index, "takeaway", document),
    ]
    return SourcePage(
        card=source_card(index, document),
        facts=_facts(index, document),
        points=tuple({p.passage.src: p for p in points}.values()),
        quotations=tuple(quotation_card(index, q) for q in here),
        actors=_actors(index, document),
        dates=tuple(timeline_row(index, e, first=document) for e in entries),
        keyphrases=_keyphrases(index, document, row.keyphrases[:PHRASES]),
        paragraphs=_paragraphs(index, document),
        used=_used(index, document),
        story=_story(index, document),
        before=_neighbour(index, document, -1),
        after=_neighbour(index, document, 1),
        extent=EXTENTS[index.site.settings.source_text],
        read=row.lexicon_language is not None or bool(row.failures),
    )


def _story(index: CorpusIndex, document: str) -> Link | None:
    found = index.stories_of((document,))
    return Link(index.story_label(found[0]), index.addresses.story(found[0])) if found else None


def _neighbour(index: CorpusIndex, document: str, step: int) -> SourceName | None:
    found = index.next_in_story(document, step)
    return source_name(index, found) if found else None


def _facts(index: CorpusIndex, document: str) -> tuple[FactLine, ...]:
    meta = index.documents[document].metadata
    dated = index.date_of(document)
    known: list[tuple[str, Fact | None]] = [
        ("title", meta.title),
        *(("authors", author) for author in meta.authors),
        ("publisher", meta.publisher),
        ("published", dated[0] if dated else None),
        ("genre", meta.genre),
        ("licence", meta.licence),
        ("url", meta.url),
        ("series", meta.series),
        *(("tags", tag) for tag in meta.tags),
    ]
    return tuple(_fact(index, document, name, fact) for name, fact in known if fact)


def _fact(index: CorpusIndex, document: str, name: str, fact: Fact) -> FactLine:
    date = name == "published"
    inferred = fact.how == "inferred"
    words = None if date else index.fact_words(document, fact)
    evidence = fact.evidence
    return FactLine(
        label=FACTS[name],
        words=words,
        when=view_date(fact.value, inferred=inferred, catalogue=index.catalogue) if date else None,
        term="" if words or date else GENRES.get(fact.value.lower(), ""),
        how=HOWS[fact.how],
        why=index.catalogue.rule("documents", fact.rule),
        citation=index.citation(document, evidence.start) if evidence else None,
        evidence=index.words(document, evidence.start, evidence.end) if evidence else None,
    )


def _actors(index: CorpusIndex, document: str) -> tuple[tuple[Link, int], ...]:
    found: list[tuple[Link, int]] = []
    counts = Counter(actor.id for actor, _ in index.mentions_in.get(document, []) if actor.shown)
    for actor, count in counts.items():
        link = index.actor_link(actor)
        if link:
            found.append((link, count))
    return tuple(sorted(found, key=lambda pair: -pair[1]))


def _keyphrases(
    index: CorpusIndex, document: str, phrases: tuple[Keyphrase, ...]
) -> tuple[KeyphraseLine, ...]:
    best = max((p.score for p in phrases), default=0.0)
    lines: list[KeyphraseLine] = []
    for phrase in phrases:
        if not phrase.spans:
            continue
        start, end = phrase.spans[0]
        url = index.citation(document, start).url
        width = round(100 * phrase.score / best) if best > 0 else 0
        words = index.words(document, start, end)
        lines.append(KeyphraseLine(words, url, len(phrase.spans), max(width, 2)))
    return tuple(lines)


def _paragraphs(index: CorpusIndex, document: str) -> tuple[SourceParagraph, ...]:
    """The text in reading order: paragraphs of sentences, and runs of lines that were set aside."""
    marks = _marks(index, document)
    doc = index.documents[document]
    found: list[SourceParagraph] = []
    for zone in doc.zones:
        if zone.kind in FOLDED:
            _fold(index, document, zone, found)
            continue
        sentences = tuple(
            _sentence(index, document, s, marks.get(s.id, []))
            for s in index.sentences_in(document, zone.start, zone.end)
            if index.is_published(document, s.id)
        )
        before = found[-1] if found else None
        if sentences and before and before.number == zone.paragraph and not before.lines:
            kind = zone.kind if before.zone == "dateline" else before.zone
            found[-1] = _paragraph(zone.paragraph, kind, before.sentences + sentences)
        elif sentences:
            found.append(_paragraph(zone.paragraph, zone.kind, sentences))
    return tuple(found)


def _paragraph(number: int, zone: str, sentences: tuple[ShownSentence, ...]) -> SourceParagraph:
    return SourceParagraph(number, zone, zone in HEADINGS, PARAGRAPHS.get(zone, ""), sentences, ())


def _run(number: int, zone: str, lines: tuple[AsideLine, ...]) -> SourceParagraph:
    return SourceParagraph(number, zone, heading=False, label="", sentences=(), lines=lines)


def _fold(index: CorpusIndex, document: str, zone: Zone, found: list[SourceParagraph]) -> None:
    """Add a line that was set aside to the run before it, or begin a run."""
    if index.site.settings.source_text != "full":
        return
    reason = index.catalogue.rule("documents", zone.rule)
    line = AsideLine(index.words(document, zone.start, zone.end), reason)
    if not line.words.text:  # what is private is blank in the reading text
        return
    if found and found[-1].lines:
        last = found[-1]
        found[-1] = _run(last.number, last.zone, (*last.lines, line))
    else:
        found.append(_run(zone.paragraph, zone.kind, (line,)))


def _sentence(
    index: CorpusIndex, document: str, sentence: Sentence, marks: list[Highlight]
) -> ShownSentence:
    words = index.words(document, sentence.start, sentence.end)
    parts = index.parts(document, sentence.start, sentence.end, marks)
    return ShownSentence(sentence.id, words.src, parts)


def _used(index: CorpusIndex, document: str) -> tuple[UsedSentence, ...]:
    """Each sentence that other pages use, with one link a page, or a named section of it."""
    found: list[UsedSentence] = []
    for sentence in index.documents[document].sentences:
        uses = index.uses.get((document, sentence.id), ())
        first = {_page(use): use for use in reversed(uses)}
        if first:
            words = index.words(document, sentence.start, sentence.end)
            public = index.is_published(document, sentence.id)
            url = f"#{sentence.id}" if public else ""
            links = tuple(_use(index, first[page]) for page in sorted(first))
            found.append(UsedSentence(words, url, sentence.paragraph, links))
    return tuple(found)


def _page(use: PageUse) -> str:
    page, _, section = use.url.partition("#")
    return use.url if section in SECTION_TITLES else page


def _use(index: CorpusIndex, use: PageUse) -> Use:
    section = SECTION_TITLES.get(use.url.partition("#")[2], "")
    if use.actor:
        link = index.actor_link(use.actor)
        return Use("", link.words if link else None, use.url, section)
    if use.topic:
        return Use("", index.topic_link(index.topics[use.topic]).words, use.url, section)
    return Use(use.message, None, use.url, section)


def _marks(index: CorpusIndex, document: str) -> dict[str, list[Highlight]]:
    """Quotations and, outside of them, the names of actors; by sentence."""
    found: defaultdict[str, list[Highlight]] = defaultdict(list)
    for q in index.quotations_in.get(document, []):
        found[q.sentence].append(Highlight(q.start, q.end, "quotation", index.row_urls[q.id]))
    for actor, m in index.mentions_in.get(document, []):
        quoted = any(
            k.start < m.end and m.start < k.end and k.tone == "quotation" for k in found[m.sentence]
        )
        if actor.shown and m.kind in {"name", "metonym"} and not quoted:
            found[m.sentence].append(
                Highlight(m.start, m.end, "actor", index.addresses.actor(actor.id))
            )
    return found
