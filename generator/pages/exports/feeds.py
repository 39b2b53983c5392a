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

from generator.model.identifiers import number_repeats
from generator.model.visible_text import shown
from generator.pages.corpus_index import CorpusIndex
from generator.pages.dates import first_day, is_day
from generator.pages.links import absolute

ATOM = "http://www.w3.org/2005/Atom"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
"""RSS' own field for an author must hold a mail address; this one may hold a name."""
NO_CHARACTERS = re.compile("[\ufffe\uffff]")
"""What XML forbids and `shown` leaves."""


class Item(Struct, frozen=True):
    """A document as a feed tells it."""

    id: str
    url: str
    title: str
    day: str
    summary: str
    authors: tuple[str, ...]
    language: str


def atom_feed(index: CorpusIndex) -> str:
    """The documents as an Atom feed, newest first."""
    ET.register_namespace("", ATOM)
    items = _newest_first(index)
    feed = ET.Element(f"{{{ATOM}}}feed")
    _child(feed, "title", index.site.name)
    _child(feed, "id", index.site.url or f"urn:briefing:{_tag(index.site.name)}")
    _child(feed, "updated", f"{items[0].day if items else '1970-01-01'}T00:00:00Z")
    _child(ET.SubElement(feed, f"{{{ATOM}}}author"), "name", index.site.name)
    _link(feed, _absolute(index, ""), "alternate")
    _link(feed, _absolute(index, "data/feed.xml"), "self")
    for item in items:
        entry = ET.SubElement(feed, f"{{{ATOM}}}entry")
        _child(entry, "title", item.title)
        _child(entry, "id", item.id)
        _child(entry, "updated", f"{item.day}T00:00:00Z")
        _child(entry, "summary", item.summary)
        _link(entry, item.url, "alternate")
        for author in item.authors:
            _child(ET.SubElement(entry, f"{{{ATOM}}}author"), "name", author)
    return _written(feed)


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
        _add(entry, "link", item.url)
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
        **({"home_page_url": _absolute(index, "")} if index.site.url else {}),
        **({"feed_url": _absolute(index, "data/feed.json")} if index.site.url else {}),
        "items": [
            {
                "id": item.id,
                "url": item.url,
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
        dated = index.date_of(document.id)
        day = first_day(dated[0].value) if dated else None
        if dated is None or day is None or not is_day(day):
            continue
        points = [t for t in index.corpus.takeaways if t.document == document.id]
        words = [index.words(t.document, t.start, t.end).text for t in points]
        note = index.catalogue.form("Date inferred: {date}.").format(date=dated[1].text)
        said = [*words, *([note] if dated[0].how == "inferred" else [])]
        meta = document.metadata
        name = meta.title.value if meta.title else index.opening(document.id).text + "…"
        yield Item(
            id=identifier,
            url=_absolute(index, index.addresses.source(document.id)),
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
