"""The timeline as an iCalendar file (RFC 5545): whole days, as many as its dates are vague."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.model.build_info import BuildInfo
from generator.model.corpus import TimelineEntry
from generator.model.visible_text import shown
from generator.pages.corpus_index import CorpusIndex
from generator.pages.dates import FIRST_MONTHS, first_day, is_day, last_day
from generator.pages.exports.bibliography import source_fields
from generator.pages.links import absolute

BREAK = r"\n"
"""A line's end inside a text."""
LONGEST = 74
"""Octets of a line before it is folded; with the space of a folded line it may have 75."""
STAMP = 12
"""Characters of the digest of the rules that say which build made the file."""
MONTHS = 12
SEASONS, QUARTERS, HALVES = range(21, 25), range(33, 37), range(40, 42)
"""Parts of a year by their number in EDTF (level 2)."""


def render_calendar(index: CorpusIndex, build_info: BuildInfo) -> str:
    """Every timeline entry whose date a calendar can hold; an interval from first day to last."""
    maker = f"{build_info.generator_version} {build_info.rules[:STAMP]}".strip()
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//briefing-site {maker}//timeline//EN"]
    lines.append(f"NAME:{_plain(index.site.name)}")
    for entry in index.corpus.timeline:
        lines.extend(_event(index, entry))
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(index: CorpusIndex, entry: TimelineEntry) -> Iterator[str]:
    start = (first_day(entry.date) or "").zfill(len("2025-05-19"))
    after = _after(last_day(entry.date) or start)
    if not is_day(start) or after is None:
        return
    member = entry.members[0]
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.id}@briefing"
    yield f"DTSTAMP:{start.replace('-', '')}T000000Z"
    yield f"DTSTART;VALUE=DATE:{start.replace('-', '')}"
    yield f"DTEND;VALUE=DATE:{after.isoformat().replace('-', '')}"
    yield f"SUMMARY:{_plain(index.words(member.document, member.start, member.end).text)}"
    source = source_fields(index, member.document)
    told = (source["title"], source.get("publisher", ""), source.get("url", ""))
    lines = (f"{entry.date} ({entry.confidence})", *filter(None, told))
    yield f"DESCRIPTION:{BREAK.join(map(_plain, lines))}"
    if index.site.url:  # an address in a calendar has no page that it could be relative to
        yield f"URL:{absolute(index.site.url, index.row_urls[entry.id])}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _after(end: str) -> date | None:
    """The day after a date that may be a year, a part of one or a month; None for no real day."""
    year, month, day = (*(int(p) for p in re.findall(r"\d+", end)[:3]), 0, 0)[:3]
    try:
        if day:
            return date(year, month, day) + timedelta(days=1)
        last = _last_month(month)
        return date(year + last // MONTHS, last % MONTHS + 1, 1)
    except (ValueError, OverflowError):
        return None


def _last_month(part: int) -> int:
    """The last month of a month or a part of a year, counted from January; 12 for a whole year."""
    lengths = ((SEASONS, 3), (QUARTERS, 3), (HALVES, 6))
    for numbers, months in lengths:
        if part in numbers:
            return FIRST_MONTHS[part] + months - 1
    return part or MONTHS


def _plain(text: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", shown(text).strip())


def _folded(line: str) -> Iterator[str]:
    current, size = "", 0
    for character in [line] if len(line.encode()) <= LONGEST else line:
        size += len(character.encode())
        if size > LONGEST:
            yield current
            current, size = " ", 1 + len(character.encode())
        current += character
    yield current
