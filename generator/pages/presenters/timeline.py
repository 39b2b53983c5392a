"""The timeline: its pages, and its last entries for the front page."""

import re
from collections.abc import Sequence

import msgspec

from generator.model.corpus import TimelineEntry
from generator.pages.charts import draw_timeline
from generator.pages.corpus_index import CorpusIndex
from generator.pages.dates import days_of_value
from generator.pages.list_filters import Listed, ListedPages, page_filters, some
from generator.pages.paging import paging, split
from generator.pages.presenters.cards import (
    entry_date,
    timeline_row,
    undated_dates,
    undated_row,
)
from generator.pages.time_buckets import Event
from generator.pages.views import Paging, Timeline, TimelineRow

MONTH = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?!\d))?(?![\dX])")
EVERY_TELLER = 12
"""Most sources whose words an event has on the timeline itself."""
WIDE, WIDE_TICKS = 960, 14
NARROW, NARROW_TICKS = 340, 6


def view_timelines(index: CorpusIndex) -> tuple[Timeline, ...]:
    """The pages of the timeline: the story by date, then the background, then what has no date."""
    pages, listed = _pages(index), timeline_list(index)
    filters = page_filters(index, listed)
    told = [e for e in index.corpus.timeline if not e.background]
    drawn = [Event(index.row_urls[e.id], entry_date(index, e)) for e in told]
    found: list[Timeline] = []
    for number, page in enumerate(pages, start=1):
        last = number == len(pages)
        place = paging(listed.hub, number, len(pages))
        rows = [timeline_row(index, e, most=EVERY_TELLER) for e in page]
        view = _view(index, rows, place, undated=last, drawn=drawn)
        found.append(msgspec.structs.replace(view, filters=filters[number - 1]))
    return tuple(found)


def timeline_list(index: CorpusIndex) -> ListedPages:
    """All entries with what they can be chosen by, as they are split over pages."""
    pages = tuple(tuple(_listed(index, entry) for entry in page) for page in _pages(index))
    return ListedPages("timeline/", "timeline", pages)


def _pages(index: CorpusIndex) -> tuple[tuple[TimelineEntry, ...], ...]:
    entries = sorted(index.corpus.timeline, key=lambda e: e.background)
    return split(entries, index.site.settings.limits.rows_per_page)


def _listed(index: CorpusIndex, entry: TimelineEntry) -> Listed:
    named = (a for a in entry.actors if a in index.actors and index.actors[a].shown)
    return Listed(
        (entry.id,),
        (
            ("story", index.stories_of(m.document for m in entry.members)),
            ("source", tuple(dict.fromkeys(index.letters[m.document] for m in entry.members))),
            ("actor", tuple(named)),
            ("month", some(_month(entry.date))),
            ("day", days_of_value(entry.date)),
            ("confidence", (entry.confidence,)),
        ),
        inferred=entry.confidence != "explicit",
    )


def _month(value: str) -> str:
    """The month that an EDTF value begins in, or its year where no month is known."""
    known = MONTH.match(value.lstrip("./"))
    return known.group() if known else ""


def view_latest(index: CorpusIndex, most: int) -> Timeline:
    """The last entries of the story, and a figure of them."""
    entries = [e for e in index.corpus.timeline if not e.background][-most:]
    rows = [timeline_row(index, e) for e in entries]
    return _view(index, rows, paging("timeline/", 1, 1), undated=False)


def _view(
    index: CorpusIndex,
    entries: Sequence[TimelineRow],
    place: Paging,
    *,
    undated: bool,
    drawn: Sequence[Event] = (),
) -> Timeline:
    """The entries of one page; the figure is of all that are `drawn`, else of these."""
    rows = tuple(e for e in entries if not e.background)
    events = drawn or tuple(Event(row.url, row.when) for row in rows)
    dates = undated_dates(index) if undated else ()
    most = index.site.settings.limits.rows_per_page
    wide = draw_timeline(events, width=WIDE, ticks=WIDE_TICKS, catalogue=index.catalogue)
    narrow = draw_timeline(events, width=NARROW, ticks=NARROW_TICKS, catalogue=index.catalogue)
    return Timeline(
        rows=rows,
        background=tuple(e for e in entries if e.background),
        undated=tuple(undated_row(index, d) for d in dates[:most]),
        paging=place,
        filters=None,
        wide=wide,
        narrow=narrow,
        alike=bool(wide and narrow and wide.caption == narrow.caption),
    )
