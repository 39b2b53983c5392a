"""Every page of the site: its address, its template, its head and its view."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Literal, TypeAlias

import msgspec
from msgspec import Struct

from generator.i18n.catalogue import Catalogue
from generator.model.annotations import SPEECH
from generator.model.build_info import BuildInfo
from generator.model.changes import Changes
from generator.model.corpus import Actor, AttributedQuotation, DocumentRow, Story, Topic
from generator.model.visible_text import shown
from generator.pages.corpus_index import CorpusIndex
from generator.pages.dates import first_day
from generator.pages.exports.story_pictures import drawing_of, picture_of
from generator.pages.labels import HUB_TITLES, LEFT_OUT
from generator.pages.paging import page_url
from generator.pages.presenters.about import stage_labels, view_about, view_data
from generator.pages.presenters.actors import view_actor, view_actors
from generator.pages.presenters.cards import (
    actor_cards,
    quotation_card,
    shown_actors,
    source_cards,
)
from generator.pages.presenters.changes import view_changes
from generator.pages.presenters.compare import view_comparison
from generator.pages.presenters.front import view_front, view_print
from generator.pages.presenters.home import view_home
from generator.pages.presenters.quotations import view_quotations
from generator.pages.presenters.sources import view_source, view_sources
from generator.pages.presenters.stories import view_story
from generator.pages.presenters.story_lists import view_differences, view_stories
from generator.pages.presenters.timeline import view_timelines
from generator.pages.presenters.topics import view_topic, view_topics
from generator.pages.presenters.withdrawn import view_withdrawn, withdrawn_sources
from generator.pages.search_facets import (
    actor_filters,
    hub_filters,
    source_filters,
    story_filters,
    topic_filters,
)
from generator.pages.views import PageView, PrintPage, SearchPage

FILTERED = frozenset(
    {"timeline/", "actors/", "quotations/", "topics/", "compare/", "stories/", "sources/"}
)
"""Hubs whose lists have filters."""
SCHEMA_TYPES = {
    "person": "Person",
    "organisation": "Organization",
    "country": "Country",
    "place": "Place",
}


Need = Literal["searching", "filtered"]
"""The field of search, and the filters of a list."""


class PageToRender(Struct, frozen=True):
    """One page before it is rendered."""

    url: str
    """Below the site's root."""
    template: str
    """Name of its template below ``templates/pages/``."""
    title: str
    """For the head of the page; plain text."""
    description: str
    """For search engines; plain text of the catalogue."""
    view: PageView
    hide: tuple[str, ...] = ("navigation", "toc")
    searched: bool = True
    needs: tuple[Need, ...] = ()
    """The scripts that the theme must load for it."""
    filters: tuple[tuple[str, str], ...] = ()
    """Facets of the search page: name and value, both for readers."""
    linked: str = ""
    """What is true of the page's subject, as JSON-LD after schema.org."""
    date: str | None = None
    """``YYYY-MM-DD`` of a source, for the site map."""
    picture: str = ""
    """Path of the picture that previews of links show."""
    lacking: tuple[str, ...] = ()
    """Messages of what an unexpected error left out of this page."""


PageMaker: TypeAlias = Callable[[], Iterable[PageToRender]]
"""Makes the views of a page, or of a hub's pages, by itself."""


def list_pages(
    index: CorpusIndex, build_info: BuildInfo, changes: Changes | None
) -> Iterator[PageToRender]:
    """Every page, hub pages first."""
    for make in page_makers(index, build_info, changes):
        yield from make()


def page_makers(
    index: CorpusIndex, build_info: BuildInfo, changes: Changes | None
) -> Iterator[PageMaker]:
    """What makes every page, in the pages' order; none needs another to be made before."""
    yield from _hubs(index, build_info, changes)
    yield from (partial(_actor_page, index, actor) for actor in shown_actors(index))
    yield from (partial(_topic_page, index, topic) for topic in index.corpus.topics)
    yield from (partial(_source_page, index, row) for row in index.corpus.documents)
    yield from (partial(_story_page, index, story) for story in index.stories)
    yield partial(withdrawn_pages, index)


def _actor_page(index: CorpusIndex, actor: Actor) -> Iterator[PageToRender]:
    link = index.actor_link(actor.id)
    name = link.words.text if link else actor.id
    kind = SCHEMA_TYPES.get(actor.type, "Thing")
    yield PageToRender(
        index.addresses.actor(actor.id),
        "actor",
        name,
        index.catalogue.form("What the sources say about {name}").format(name=name),
        view_actor(index, actor),
        filters=actor_filters(index, actor),
        linked=linked_data({"@type": kind, "name": name}),
    )


def _story_page(index: CorpusIndex, story: Story) -> Iterator[PageToRender]:
    label = index.story_label(story.id).text
    yield PageToRender(
        index.addresses.story(story.id),
        "story",
        label,
        index.catalogue.form("What the sources tell of one story: {name}").format(name=label),
        view_story(index, story),
        filters=story_filters(index, story),
        picture=_picture(index, story),
    )


def _picture(index: CorpusIndex, story: Story) -> str:
    if not (index.site.settings.story_pictures and drawing_of(index, story)):
        return ""
    return picture_of(index.addresses.story(story.id))


def _topic_page(index: CorpusIndex, topic: Topic) -> Iterator[PageToRender]:
    label = index.topic_link(topic).words.text
    yield PageToRender(
        index.addresses.topic(topic.id),
        "topic",
        label,
        index.catalogue.form("Where the sources speak of {name}").format(name=label),
        view_topic(index, topic),
        filters=topic_filters(index, topic),
    )


def _source_page(index: CorpusIndex, row: DocumentRow) -> Iterator[PageToRender]:
    document = row.document.id
    title, dated = source_title(index, document), index.date_of(document)
    form = index.catalogue.form("The source, its facts and its text: {name}")
    yield PageToRender(
        index.addresses.source(document),
        "source",
        title,
        form.format(name=title),
        view_source(index, row),
        filters=source_filters(index, document),
        linked=_article(index, document, title),
        date=first_day(dated[0].value) if dated else None,
        lacking=stage_labels(f.stage for f in row.failures),
    )


def own_page(index: CorpusIndex, url: str, template: str, title: str) -> PageToRender:
    """A page of the site's own: its template sees what the briefing of all sources sees."""
    return PageToRender(url, template, title, title, view_home(index))


def withdrawn_pages(index: CorpusIndex) -> Iterator[PageToRender]:
    """A notice at the address of each source that was taken back, unless another has it now."""
    taken = {index.addresses.source(document) for document in index.documents}
    for url, correction in withdrawn_sources(index.corpus.corrections):
        if url not in taken:
            title = index.catalogue.form("This source was withdrawn")
            view = view_withdrawn(correction)
            yield PageToRender(url, "withdrawn", title, title, view, searched=False)
            taken.add(url)


def _article(index: CorpusIndex, document: str, title: str) -> str:
    """A source as JSON-LD; a date only where the source states it."""
    doc = index.documents[document]
    meta, dated = doc.metadata, index.date_of(document)
    day = first_day(dated[0].value) if dated and dated[0].how != "inferred" else None
    authors = [{"@type": "Person", "name": shown(f.value).strip()} for f in meta.authors]
    facts: dict[str, object] = {"@type": "Article", "headline": title, "inLanguage": doc.language}
    if authors:
        facts["author"] = authors
    if meta.publisher:
        name = shown(meta.publisher.value).strip()
        facts["publisher"] = {"@type": "Organization", "name": name}
    quotations = [_quotation(index, q) for q in index.quotations_in.get(document, [])]
    said = [q for q in quotations if q]
    if said:
        facts["hasPart"] = said
    return linked_data({**facts, "datePublished": day} if day else facts)


def _quotation(index: CorpusIndex, quotation: AttributedQuotation) -> dict[str, object] | None:
    """Words that somebody said as JSON-LD, with the speaker where one is known."""
    if quotation.kind not in SPEECH:
        return None
    words = index.words(quotation.document, quotation.start, quotation.end).text
    speakers = [
        {"@type": SCHEMA_TYPES.get(actor.type, "Thing"), "name": link.words.text}
        for actor in (index.actors[s] for s in quotation.speakers if s in index.actors)
        if (link := index.actor_link(actor.id))
    ]
    if not speakers:
        return {"@type": "Quotation", "text": words}
    told = speakers if len(speakers) > 1 else speakers[0]
    return {"@type": "Quotation", "text": words, "spokenByCharacter": told}


def linked_data(facts: Mapping[str, object]) -> str:
    """JSON-LD in which no character can end a script element or begin markup."""
    whole = {"@context": "https://schema.org", **facts}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return text.translate({ord(c): f"\\u{ord(c):04x}" for c in "<>&'\u2028\u2029"})


def source_title(index: CorpusIndex, document: str) -> str:
    """A document's title, or its first words where it has none, as plain text."""
    title = index.title(document)
    if title:
        return title.text
    opening = index.opening(document).text
    return f"{opening}…"


def _hubs(
    index: CorpusIndex, build_info: BuildInfo, changes: Changes | None
) -> Iterator[PageMaker]:
    several = bool(index.stories)

    def hub(url: str, template: str, view: Callable[[], PageView]) -> PageMaker:
        searched = not url.startswith("print/")

        def made() -> tuple[PageToRender]:
            page = hub_page(index.catalogue, url, template, view(), searched=searched)
            return (_with_filters(index, page),)

        return made

    if several:
        yield hub("", "front", lambda: view_front(index, changes))
    else:
        yield hub("", "home", lambda: view_home(index, changes))
    yield partial(_pages, index, "timeline/", "timeline", view_timelines)
    yield partial(_pages, index, "actors/", "actors", view_actors)
    yield partial(_pages, index, "quotations/", "quotations", view_quotations)
    yield partial(_pages, index, "topics/", "topics", view_topics)
    if several:
        yield partial(_pages, index, "compare/", "compare_stories", view_differences)
    else:
        yield hub("compare/", "compare", lambda: view_comparison(index))
    if several:
        yield partial(_pages, index, "stories/", "stories", view_stories)
    else:
        yield hub("stories/", "stories", lambda: view_stories(index)[0])
    yield partial(_pages, index, "sources/", "sources", view_sources)
    yield partial(_search_page, index)
    yield hub("changes/", "changes", lambda: view_changes(index, changes))
    yield hub("about/", "about", lambda: view_about(index, build_info))
    yield hub("data/", "data", lambda: view_data(index))
    if several:
        yield hub("print/", "print_stories", lambda: view_print(index))
    else:
        yield hub("print/", "print", lambda: _print(index))


def _search_page(index: CorpusIndex) -> Iterator[PageToRender]:
    page = hub_page(
        index.catalogue, "search/", "search", SearchPage(), searched=False, needs=("searching",)
    )
    yield _with_filters(index, page)


def hub_page(
    catalogue: Catalogue,
    url: str,
    template: str,
    view: PageView,
    *,
    searched: bool = True,
    needs: tuple[Need, ...] = (),
) -> PageToRender:
    """A hub page of a briefing, or of the front over its volumes, with its title and head."""
    title = catalogue.form(HUB_TITLES[url])
    about = catalogue.form("{page}, every sentence verbatim and traced to its source")
    head = about.format(page=title)
    return PageToRender(url, template, title, head, view, searched=searched, needs=needs)


def numbered(page: PageToRender, number: int, catalogue: Catalogue) -> PageToRender:
    """A part of a hub that is split; each after the first has its number."""
    if number == 1:
        return page
    title = catalogue.form("{page}, page {count}").format(page=page.title, count=number)
    return msgspec.structs.replace(page, url=page_url(page.url, number), title=title)


def _with_filters(index: CorpusIndex, page: PageToRender) -> PageToRender:
    """A hub page with what its list can be filtered by, and what it lacks."""
    filters, lacking = hub_filters(index, page.url), _left_out(index, page.url)
    return msgspec.structs.replace(page, filters=filters, lacking=lacking)


def _left_out(index: CorpusIndex, url: str) -> tuple[str, ...]:
    """What a hub page lacks; the home page names every block that is empty."""
    failed = (f.stage for f in index.corpus.failures)
    if url == "":
        return stage_labels(failed)
    if url == "data/":
        return stage_labels(s for s in failed if s.startswith("pages."))
    return stage_labels(s for s in failed if s in LEFT_OUT.get(url, ()))


def _pages(
    index: CorpusIndex,
    hub: str,
    template: str,
    view: Callable[[CorpusIndex], Sequence[PageView]],
) -> Iterator[PageToRender]:
    """A hub that is split where it is long."""
    for number, shown_here in enumerate(view(index), start=1):
        needs: tuple[Need, ...] = ("filtered",) if hub in FILTERED else ()
        page = hub_page(index.catalogue, hub, template, shown_here, needs=needs)
        yield numbered(_with_filters(index, page), number, index.catalogue)


def _print(index: CorpusIndex) -> PrintPage:
    home = view_home(index)
    most = index.site.settings.limits.rows_per_page
    speech = [q for q in index.corpus.quotations if q.kind in SPEECH][:most]
    return PrintPage(
        home=home,
        quotations=tuple(quotation_card(index, q) for q in speech),
        actors=actor_cards(index, shown_actors(index)[:most]),
        comparison=view_comparison(index) if len(index.documents) > 1 else None,
        cards=source_cards(index)[:most],
        more_cards=len(source_cards(index)[most:]),
    )
