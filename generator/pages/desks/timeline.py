"""The timeline's desk."""

from generator.pages.charts import draw_timeline
from generator.pages.desks.cards import timeline_row, undated_row
from generator.pages.lookup import Lookup
from generator.pages.page_views import Timeline

WIDE, WIDE_TICKS = 960, 14
NARROW, NARROW_TICKS = 340, 6


def view_timeline(look: Lookup) -> Timeline:
    """The entries by date, background apart, and what could not be dated."""
    entries = [timeline_row(look, e) for e in look.corpus.timeline]
    rows = tuple(e for e in entries if not e.background)
    undated = [d for d in look.corpus.dates if d.value is None]
    return Timeline(
        rows=rows,
        background=tuple(e for e in entries if e.background),
        undated=tuple(undated_row(look, d) for d in undated),
        wide=draw_timeline(rows, width=WIDE, ticks=WIDE_TICKS, catalogue=look.catalogue),
        narrow=draw_timeline(rows, width=NARROW, ticks=NARROW_TICKS, catalogue=look.catalogue),
    )
