"""News feeds (Atom, RSS 2.0, JSON Feed); every date is a source's, never today.

A document that does not state when it was published takes the first day of the interval that was
inferred for it, and its summary says so; one without any date is in no feed.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from xml.etree import ElementTree as ET

from msgspec import Struct
from msgspec.structs import replace

from generator.model.identifiers import number_repeats
from generator.model.visible_text import shown
from generator.pages.corpus_index import CorpusIndex
from generator.pages.dates import first_day, is_day
from generator.pages.links import absolute, feed_of

ATOM = "http://www.w3.org/2005/Atom"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
"""RSS' own field for an author must hold a mail address; this one may hold a name."""
NO_CHARACTERS = re.compile("[\ufffe\uffff]")
"""What XML forbids and `shown` leaves."""


class Item(Struct, frozen=True):
    """A document as a feed tells it."""

    id: str
    url: str
    """Its page, below the site's root."""
    title: str
    day: str
    summary: str
    authors: tuple[str, ...]
    language: str


class FeedSubject(Struct, frozen=True):
    """What one feed tells of: the whole site, or the subject of one page."""

    title: str
    page: str
    """The page that it belongs to; empty for the site."""
    items: list[Item]
    """The newest first."""


def site_feed(index: CorpusIndex) -> FeedSubject:
    """All documents, newest first."""
    return FeedSubject(index.site.name, "", _newest_first(index))


def atom_feed(index: CorpusIndex, told: FeedSubject) -> str:
    """An Atom feed."""
    ET.register_namespace("", ATOM)
    path = feed_of(told.page) if told.page else "data/feed.xml"
    up = "../" * path.count("/")
    feed = ET.Element(f"{{{ATOM}}}feed")
    _child(feed, "title", told.title)
    _child(feed, "id", _feed_id(index, told.page))
    _child(feed, "updated", f"{told.items[0].day if told.items else '1970-01-01'}T00:00:00Z")
    _child(ET.SubElement(feed, f"{{{ATOM}}}author"), "name", index.site.name)
    _link(feed, absolute(index.site.url, told.page, up), "alternate")
    _link(feed, absolute(index.site.url, path, up), "self")
    for item in told.items:
        entry = ET.SubElement(feed, f"{{{ATOM}}}entry")
        _child(entry, "title", item.title)
        _child(entry, "id", item.id)
        _child(entry, "updated", f"{item.day}T00:00:00Z")
        _child(entry, "summary", item.summary)
        _link(entry, absolute(index.site.url, item.url, up), "alternate")
        for author in item.authors:
            _child(ET.SubElement(entry, f"{{{ATOM}}}author"), "name", author)
    return _written(feed)


def _feed_id(index: CorpusIndex, page: str) -> str:
    """The address of what a feed tells of, or a name where the site's is not known."""
    if index.site.url:
        return absolute(index.site.url, page) if page else index.site.url
    site = f"urn:briefing:{_tag(index.site.name)}"
    return f"{site}:{page.strip('/')}" if page else site


def rss_feed(index: CorpusIndex) -> str:
    """The documents as RSS 2.0, newest first."""
    ET.register_namespace("atom", ATOM)
    ET.register_namespace("dc", DUBLIN_CORE)
    feed = ET.Element("rss", {"version": "2.0"})
    channel = ET.SubElement(feed, "channel")
    about = index.catalogue.form("{page}, every sentence verbatim and traced to its source")
    _add(channel, "title", index.site.name)
    _add(channel, "link", _absolute(index, ""))
    _add(channel, "description", about.format(page=index.site.name))
    _link(channel, _absolute(index, "data/feed.rss"), "self")
    for item in _newest_first(index):
        entry = ET.SubElement(channel, "item")
        _add(entry, "title", item.title)
        _add(entry, "link", _absolute(index, item.url))
        _add(entry, "description", item.summary or item.title)
        for author in item.authors:
            _add(entry, f"{{{DUBLIN_CORE}}}creator", author)
        _add(entry, "pubDate", format_datetime(_midnight(item.day), usegmt=True))
        ET.SubElement(entry, "guid", {"isPermaLink": "false"}).text = item.id
    return _written(feed)


def json_feed(index: CorpusIndex) -> str:
    """The documents as a JSON Feed 1.1, newest first."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": index.site.name,
        "home_page_url": _absolute(index, ""),
        "feed_url": _absolute(index, "data/feed.json"),
        "items": [
            {
                "id": item.id,
                "url": _absolute(index, item.url),
                "title": item.title,
                "content_text": item.summary,
                "date_published": f"{item.day}T00:00:00Z",
                "authors": [{"name": a} for a in item.authors],
                "language": item.language,
            }
            for item in _newest_first(index)
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _newest_first(index: CorpusIndex) -> list[Item]:
    return sorted(_items(index), key=lambda i: (i.day, i.id), reverse=True)


def _items(index: CorpusIndex) -> Iterator[Item]:
    documents = index.documents.values()
    ids = number_repeats(f"urn:sha256:{d.text_sha256}" for d in documents)
    for identifier, document in zip(ids, documents, strict=True):
        item = document_item(index, document.id)
        if item:
            yield replace(item, id=identifier)


def document_item(index: CorpusIndex, identifier: str) -> Item | None:
    """A document as an entry; None where its day is not known."""
    document, dated = index.documents[identifier], index.date_of(identifier)
    day = first_day(dated[0].value) if dated else None
    if dated is None or day is None or not is_day(day):
        return None
    points = index.takeaways_in.get(document.id, [])
    words = [index.words(t.document, t.start, t.end).text for t in points]
    note = index.catalogue.form("Date inferred: {date}.").format(date=dated[1].text)
    said = [*words, *([note] if dated[0].how == "inferred" else [])]
    meta = document.metadata
    name = meta.title.value if meta.title else index.opening(document.id).text + "…"
    return Item(
        id=f"urn:briefing:{document.id}:{document.text_sha256}",
        url=index.addresses.source(document.id),
        title=shown(name).strip(),
        day=day,
        summary="\n".join(dict.fromkeys(said)),
        authors=tuple(shown(f.value).strip() for f in meta.authors),
        language=document.language,
    )


def _absolute(index: CorpusIndex, path: str) -> str:
    return absolute(index.site.url, path)


def _midnight(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=UTC)


def _child(parent: ET.Element, name: str, text: str) -> None:
    _add(parent, f"{{{ATOM}}}{name}", text)


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = NO_CHARACTERS.sub("\ufffd", shown(text)).strip()


def _written(feed: ET.Element) -> str:
    ET.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, "unicode") + "\n"


def _link(parent: ET.Element, address: str, relation: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}link", {"href": address, "rel": relation})


def _tag(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "site"
