"""Every page of the site: its address, its template, its head and its view."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec
from msgspec import Struct

from generator.model.build_info import BuildInfo
from generator.model.changes import Changes
from generator.model.corpus import AttributedQuotation
from generator.model.visible_text import shown
from generator.pages.corpus_index import CorpusIndex
from generator.pages.dates import first_day
from generator.pages.labels import HUB_TITLES, LEFT_OUT, SPEECH
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
from generator.pages.presenters.home import view_home, view_scope
from generator.pages.presenters.quotations import view_quotations
from generator.pages.presenters.sources import view_source, view_sources
from generator.pages.presenters.timeline import view_timelines
from generator.pages.presenters.topics import view_topic, view_topics
from generator.pages.search_facets import actor_filters, hub_filters, source_filters, topic_filters
from generator.pages.views import PageView, PlainPage, PrintPage

FILTERED = frozenset({"timeline/", "actors/", "quotations/"})
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
    lacking: tuple[str, ...] = ()
    """Messages of what an unexpected error left out of this page."""


def list_pages(
    look: CorpusIndex, build_info: BuildInfo, changes: Changes | None
) -> Iterator[PageToRender]:
    """Every page, hub pages first."""
    yield from _hubs(look, build_info, changes)
    for actor in shown_actors(look):
        link = look.actor_link(actor.id)
        name = link.words.text if link else actor.id
        about = look.catalogue.form("What the sources say about {name}").format(name=name)
        url = look.addresses.actor(actor.id)
        filters = actor_filters(look, actor)
        kind = SCHEMA_TYPES.get(actor.type, "Thing")
        yield PageToRender(
            url,
            "actor",
            name,
            about,
            view_actor(look, actor),
            filters=filters,
            linked=linked_data({"@type": kind, "name": name}),
        )
    for topic in look.corpus.topics:
        label = look.topic_link(topic).words.text
        about = look.catalogue.form("Where the sources speak of {name}").format(name=label)
        url = look.addresses.topic(topic.id)
        filters = topic_filters(look, topic)
        yield PageToRender(url, "topic", label, about, view_topic(look, topic), filters=filters)
    for row in look.corpus.documents:
        title = source_title(look, row.document.id)
        about = look.catalogue.form("The source, its facts and its text: {name}").format(name=title)
        url = look.addresses.source(row.document.id)
        dated = look.date_of(row.document.id)
        yield PageToRender(
            url,
            "source",
            title,
            about,
            view_source(look, row),
            filters=source_filters(look, row.document.id),
            linked=_article(look, row.document.id, title),
            date=first_day(dated[0].value) if dated else None,
            lacking=stage_labels(f.stage for f in row.failures),
        )


def _article(look: CorpusIndex, document: str, title: str) -> str:
    """A source as JSON-LD; a date only where the source states it."""
    doc = look.documents[document]
    meta, dated = doc.metadata, look.date_of(document)
    day = first_day(dated[0].value) if dated and dated[0].how != "inferred" else None
    authors = [{"@type": "Person", "name": shown(f.value).strip()} for f in meta.authors]
    facts: dict[str, object] = {"@type": "Article", "headline": title, "inLanguage": doc.language}
    if authors:
        facts["author"] = authors
    if meta.publisher:
        name = shown(meta.publisher.value).strip()
        facts["publisher"] = {"@type": "Organization", "name": name}
    quotations = [_quotation(look, q) for q in look.quotations_in.get(document, [])]
    said = [q for q in quotations if q]
    if said:
        facts["hasPart"] = said
    return linked_data({**facts, "datePublished": day} if day else facts)


def _quotation(look: CorpusIndex, quotation: AttributedQuotation) -> dict[str, object] | None:
    """Words that somebody said as JSON-LD, with the speaker where one is known."""
    if quotation.kind not in SPEECH:
        return None
    words = look.words(quotation.document, quotation.start, quotation.end).text
    link = look.actor_link(quotation.speaker) if quotation.speaker else None
    actor = look.actors.get(quotation.speaker or "")
    if link is None or actor is None:
        return {"@type": "Quotation", "text": words}
    speaker = {"@type": SCHEMA_TYPES.get(actor.type, "Thing"), "name": link.words.text}
    return {"@type": "Quotation", "text": words, "spokenByCharacter": speaker}


def linked_data(facts: Mapping[str, object]) -> str:
    """JSON-LD in which no character can end a script element or begin markup."""
    text = json.dumps({"@context": "https://schema.org", **facts}, ensure_ascii=False)
    return text.translate({ord(c): f"\\u{ord(c):04x}" for c in "<>&'\u2028\u2029"})


def source_title(look: CorpusIndex, document: str) -> str:
    """A document's title, or its first words where it has none, as plain text."""
    title = look.title(document)
    if title:
        return title.text
    opening = look.opening(document).text
    return look.catalogue.form("Untitled ({opening}…)").format(opening=opening)


def _hubs(
    look: CorpusIndex, build_info: BuildInfo, changes: Changes | None
) -> Iterator[PageToRender]:
    plain = PlainPage(view_scope(look))
    yield _hub(look, "", "home", view_home(look, changes))
    yield from _pages(look, "timeline/", "timeline", view_timelines(look))
    yield from _pages(look, "actors/", "actors", view_actors(look))
    yield from _pages(look, "quotations/", "quotations", view_quotations(look))
    yield _hub(look, "topics/", "topics", view_topics(look))
    yield _hub(look, "compare/", "compare", view_comparison(look))
    yield from _pages(look, "sources/", "sources", view_sources(look))
    yield _hub(look, "search/", "search", plain, searched=False, needs=("searching",))
    yield _hub(look, "changes/", "changes", view_changes(look, changes))
    yield _hub(look, "about/", "about", view_about(look, build_info))
    yield _hub(look, "data/", "data", view_data(look))
    yield _hub(look, "print/", "print", _print(look), searched=False)


def _hub(
    look: CorpusIndex,
    url: str,
    template: str,
    view: PageView,
    *,
    searched: bool = True,
    needs: tuple[Need, ...] = (),
) -> PageToRender:
    title = look.catalogue.form(HUB_TITLES[url])
    about = look.catalogue.form("{page}, every sentence verbatim and traced to its source").format(
        page=title
    )
    return PageToRender(
        url,
        template,
        title,
        about,
        view,
        searched=searched,
        needs=needs,
        filters=hub_filters(look, url),
        lacking=_left_out(look, url),
    )


def _left_out(look: CorpusIndex, url: str) -> tuple[str, ...]:
    """What a hub page lacks; the home page names every block that is empty."""
    failed = (f.stage for f in look.corpus.failures)
    if url == "":
        return stage_labels(failed)
    if url == "data/":
        return stage_labels(s for s in failed if s.startswith("pages."))
    return stage_labels(s for s in failed if s in LEFT_OUT.get(url, ()))


def _pages(
    look: CorpusIndex, hub: str, template: str, views: Sequence[PageView]
) -> Iterator[PageToRender]:
    """A hub that is split where it is long; each page after the first has its number."""
    for number, view in enumerate(views, start=1):
        needs: tuple[Need, ...] = ("filtered",) if hub in FILTERED else ()
        page = _hub(look, hub, template, view, needs=needs)
        if number > 1:
            form = look.catalogue.form("{page}, page {count}")
            title = form.format(page=page.title, count=number)
            page = msgspec.structs.replace(page, url=page_url(hub, number), title=title)
        yield page


def _print(look: CorpusIndex) -> PrintPage:
    home = view_home(look)
    most = look.site.settings.limits.rows_per_page
    speech = [q for q in look.corpus.quotations if q.kind in SPEECH][:most]
    return PrintPage(
        home=home,
        quotations=tuple(quotation_card(look, q) for q in speech),
        actors=actor_cards(look, shown_actors(look)[:most]),
        cards=source_cards(look),
    )
