"""News feeds and a calendar; every date is a source's, never today.

A document that does not state when it was published takes the first day of the interval that was
inferred for it, and its summary says so; one without any date is in no feed.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from xml.etree import ElementTree as ET

from msgspec import Struct

from generator.model.corpus import TimelineEntry
from generator.pages.dates import first_day, last_day
from generator.pages.links import source_url
from generator.pages.lookup import Lookup
from generator.reading import shown

ATOM = "http://www.w3.org/2005/Atom"
MONTHS = 12
LONGEST = 74
"""Octets of a calendar's line before it is folded (RFC 5545)."""


class Item(Struct, frozen=True):
    """A document as a feed tells it."""

    id: str
    url: str
    title: str
    day: str
    summary: str
    authors: tuple[str, ...]
    language: str


def atom_feed(look: Lookup) -> str:
    """The documents as an Atom feed, newest first."""
    ET.register_namespace("", ATOM)
    items = sorted(_items(look), key=lambda i: (i.day, i.id), reverse=True)
    feed = ET.Element(f"{{{ATOM}}}feed")
    _child(feed, "title", look.site.name)
    _child(feed, "id", look.site.url or f"urn:briefing:{_tag(look.site.name)}")
    _child(feed, "updated", f"{items[0].day if items else '1970-01-01'}T00:00:00Z")
    _link(feed, _absolute(look, ""), "alternate")
    for item in items:
        entry = ET.SubElement(feed, f"{{{ATOM}}}entry")
        _child(entry, "title", item.title)
        _child(entry, "id", item.id)
        _child(entry, "updated", f"{item.day}T00:00:00Z")
        _child(entry, "summary", item.summary)
        _link(entry, item.url, "alternate")
        for author in item.authors:
            _child(ET.SubElement(entry, f"{{{ATOM}}}author"), "name", author)
    ET.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, "unicode") + "\n"


def json_feed(look: Lookup) -> str:
    """The documents as a JSON Feed 1.1, newest first."""
    items = sorted(_items(look), key=lambda i: (i.day, i.id), reverse=True)
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": look.site.name,
        **({"home_page_url": look.site.url} if look.site.url else {}),
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
            for item in items
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def calendar(look: Lookup) -> str:
    """The timeline as an iCalendar file: whole days, an interval from its first day to its last."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//briefing-site//timeline//EN"]
    for entry in look.corpus.timeline:
        lines.extend(_event(look, entry))
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _items(look: Lookup) -> Iterator[Item]:
    for document in look.documents.values():
        dated = look.date_of(document.id)
        day = first_day(dated[0].value) if dated else None
        if dated is None or day is None:
            continue
        points = [t for t in look.corpus.takeaways if t.document == document.id]
        words = [look.words(t.document, t.start, t.end).text for t in points]
        note = look.catalogue.form("Date inferred: {date}.").format(date=dated[1].text)
        said = [*words, *([note] if dated[0].how == "inferred" else [])]
        meta = document.metadata
        name = meta.title.value if meta.title else look.opening(document.id).text + "…"
        yield Item(
            id=f"urn:sha256:{document.text_sha256}",
            url=_absolute(look, source_url(document.id)),
            title=shown(name).strip(),
            day=day,
            summary="\n".join(dict.fromkeys(said)),
            authors=tuple(shown(f.value).strip() for f in meta.authors),
            language=document.language,
        )


def _event(look: Lookup, entry: TimelineEntry) -> Iterator[str]:
    start = first_day(entry.date)
    if start is None:
        return
    after = _after(last_day(entry.date) or start)
    member = entry.members[0]
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.id}@briefing"
    yield f"DTSTAMP:{start.replace('-', '')}T000000Z"
    yield f"DTSTART;VALUE=DATE:{start.replace('-', '')}"
    yield f"DTEND;VALUE=DATE:{after.isoformat().replace('-', '')}"
    yield f"SUMMARY:{_plain(look.words(member.document, member.start, member.end).text)}"
    yield f"DESCRIPTION:{_plain(f'{entry.date} ({entry.confidence})')}"
    yield f"URL:{_absolute(look, look.row_urls[entry.id])}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _after(end: str) -> date:
    """The day after a date that may be a year or a month: a calendar's events end before a day."""
    year, month, day = (*(int(p) for p in re.findall(r"\d+", end)[:3]), 0, 0)[:3]
    if 1 <= month <= MONTHS and day:
        return date(year, month, day) + timedelta(days=1)
    if 1 <= month < MONTHS:
        return date(year, month + 1, 1)
    return date(year + 1, 1, 1)


def _absolute(look: Lookup, path: str) -> str:
    base = look.site.url.rstrip("/")
    return f"{base}/{path}" if base else f"../{path}"


def _child(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = shown(text).strip()


def _link(parent: ET.Element, address: str, relation: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}link", {"href": address, "rel": relation})


def _tag(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "site"


def _plain(text: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", shown(text).strip())


def _folded(line: str) -> Iterator[str]:
    current = ""
    for character in line:
        if len((current + character).encode()) > LONGEST:
            yield current
            current = " "
        current += character
    yield current
