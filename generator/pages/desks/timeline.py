"""The timeline's desk."""

from collections.abc import Sequence

from generator.pages.charts import draw_timeline
from generator.pages.desks.cards import (
    COLUMNS,
    source_cards,
    timeline_row,
    undated_dates,
    undated_row,
)
from generator.pages.lookup import Lookup
from generator.pages.paging import paging, split
from generator.pages.views import Paging, Timeline, TimelineRow

WIDE, WIDE_TICKS = 960, 14
NARROW, NARROW_TICKS = 340, 6


def view_timelines(look: Lookup) -> tuple[Timeline, ...]:
    """The pages of the timeline: the story by date, then the background, then what has no date."""
    rows = look.site.settings.limits.rows_per_page
    entries = sorted(look.corpus.timeline, key=lambda e: e.background)
    pages = split(entries, rows)
    found: list[Timeline] = []
    for number, page in enumerate(pages, start=1):
        last = number == len(pages)
        place = paging("timeline/", number, len(pages))
        found.append(_view(look, [timeline_row(look, e) for e in page], place, undated=last))
    return tuple(found)


def view_latest(look: Lookup, most: int) -> Timeline:
    """The last entries of the story, and a figure of them."""
    entries = [e for e in look.corpus.timeline if not e.background][-most:]
    rows = [timeline_row(look, e) for e in entries]
    return _view(look, rows, paging("timeline/", 1, 1), undated=False)


def _view(
    look: Lookup, entries: Sequence[TimelineRow], place: Paging, *, undated: bool
) -> Timeline:
    rows = tuple(e for e in entries if not e.background)
    dates = undated_dates(look) if undated else ()
    most = look.site.settings.limits.rows_per_page
    return Timeline(
        rows=rows,
        background=tuple(e for e in entries if e.background),
        undated=tuple(undated_row(look, d) for d in dates[:most]),
        paging=place,
        sources=source_cards(look) if len(look.documents) <= COLUMNS else (),
        confidences=tuple(sorted({(r.confidence_id, r.confidence) for r in rows})),
        wide=draw_timeline(rows, width=WIDE, ticks=WIDE_TICKS, catalogue=look.catalogue),
        narrow=draw_timeline(rows, width=NARROW, ticks=NARROW_TICKS, catalogue=look.catalogue),
    )
