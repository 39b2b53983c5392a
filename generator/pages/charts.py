"""Where things stand in the figures: rounded numbers, so that the same data draws the same."""

import math
from collections.abc import Sequence
from datetime import date

from generator.i18n.catalogue import Catalogue
from generator.pages.dates import first_day
from generator.pages.time_buckets import Period
from generator.pages.views import (
    Edge,
    MentionBar,
    MentionsFigure,
    Neighbour,
    NeighbourGraph,
    Point,
    Tick,
    TimelineFigure,
    TimelineRow,
)

MARGIN = 14
DOT = 13
"""Least distance between two dots on one line; nearer ones are stacked."""
BASE = 26
"""Room below the axis for its labels."""
TICK, LABEL = 6, 6
"""Length of a mark on the axis, and how far above the lower edge the labels stand."""
NUMBERED = 12
"""Most bars that have room for their numbers."""
NAME_BELOW, NAME_ABOVE, OWN_NAME_BELOW = 20, 11, 24
"""How far the names stand from the dots of a graph; the actor's own dot is larger."""
ABOVE = 16
"""Room above the longest bar for its number."""
DISC = 8.0
"""Radius of the largest disc in a table's cell."""


def draw_timeline(
    rows: Sequence[TimelineRow], *, width: int, ticks: int, catalogue: Catalogue
) -> TimelineFigure | None:
    """Dots on a line that is true to scale; None where fewer than two days are known."""
    days = [(date.fromisoformat(d), r) for r in rows if (d := first_day(r.when.value))]
    if len({day for day, _ in days}) < 2:
        return None
    first, last = min(d for d, _ in days).toordinal(), max(d for d, _ in days).toordinal()
    scale = (width - 2 * MARGIN) / (last - first)
    placed: list[tuple[float, int, TimelineRow]] = []
    for day, row in sorted(days, key=lambda pair: pair[0]):
        x = round(MARGIN + (day.toordinal() - first) * scale, 1)
        levels = {level for at, level, _ in placed if abs(at - x) < DOT}
        placed.append((x, next(n for n in range(len(placed) + 1) if n not in levels), row))
    height = (max(level for _, level, _ in placed) + 1) * DOT + BASE + 6
    axis = height - BASE
    return TimelineFigure(
        width,
        height,
        tuple(
            Point(x, round(axis - 8 - level * DOT, 1), r.url, r.when, r.when.inferred)
            for x, level, r in placed
        ),
        _ticks(first, last, scale, ticks, catalogue),
        axis,
        axis + TICK,
        height - LABEL,
    )


def _ticks(
    first: int, last: int, scale: float, most: int, catalogue: Catalogue
) -> tuple[Tick, ...]:
    """The first days of months, thinned so that at most `most` labels stand beside each other."""
    start, end = date.fromordinal(first), date.fromordinal(last)
    months = range(start.year * 12 + start.month - 1, end.year * 12 + end.month)
    step = next(s for s in (1, 2, 3, 6, 12, 24, 60, 120, 600, 1200) if len(months) / s <= most)
    found: list[Tick] = []
    for n in months:
        day = date(n // 12, n % 12 + 1, 1)
        if n % step or day.toordinal() < first:
            continue
        text = str(day.year) if step >= 12 else catalogue.month_short(day.month)
        found.append(Tick(round(MARGIN + (day.toordinal() - first) * scale, 1), text))
    return tuple(found)


def place_around(count: int, *, width: int, height: int) -> tuple[tuple[float, float], ...]:
    """Places on an ellipse, the first at the top, clockwise."""
    across, down = width / 2, height / 2
    return tuple(
        (
            round(across + (across - 90) * math.sin(2 * math.pi * i / count), 1),
            round(down - (down - 22) * math.cos(2 * math.pi * i / count), 1),
        )
        for i in range(count)
    )


def draw_graph(
    neighbours: tuple[Neighbour, ...], edges: tuple[Edge, ...], *, width: int, height: int
) -> NeighbourGraph | None:
    """The actor in the middle of their neighbours; None where they have none."""
    if not neighbours:
        return None
    x, y = width / 2, height / 2
    return NeighbourGraph(width, height, x, y, y + OWN_NAME_BELOW, neighbours, edges)


def name_place(y: float, *, height: int) -> float:
    """Where a neighbour's name stands: below its dot in the lower half, above it in the upper."""
    return round(y + NAME_BELOW if y > height / 2 else y - NAME_ABOVE, 1)


def draw_mentions(
    periods: Sequence[Period], counts: Sequence[tuple[int, str]], *, width: int, height: int
) -> MentionsFigure | None:
    """A bar a period, with its count and its address; None for fewer than two periods."""
    if len(periods) < 2:
        return None
    days = [date.fromisoformat(p.day).toordinal() for p in periods]
    base = height - BASE
    scale = (width - 2 * MARGIN) / max(days[-1] - days[0], 1)
    most = max((count for count, _ in counts), default=0) or 1
    thick = round(min(10.0, (width - 2 * MARGIN) / len(periods) * 0.6), 1)
    bars: list[MentionBar] = []
    for day, period, (count, url) in zip(days, periods, counts, strict=True):
        x = round(MARGIN + (day - days[0]) * scale, 1)
        length = round((base - ABOVE) * count / most, 1)
        y = round(base - length, 1)
        bars.append(
            MentionBar(
                x=x,
                left=round(x - thick / 2, 2),
                right=round(x + thick / 2, 2),
                y=y,
                label_y=round(y - 5, 1),
                height=length,
                when=period.when,
                count=count,
                documents=len(period.documents),
                url=url,
            )
        )
    return MentionsFigure(
        width=width,
        height=height,
        base=base,
        thick=thick,
        label_y=height - LABEL,
        numbered=len(bars) <= NUMBERED,
        start=bars[0].when,
        end=bars[-1].when,
        bars=tuple(bars),
    )


def disc_radius(count: int, most: int) -> float:
    """Radius of a disc whose area stands for a count; `most` has the largest one."""
    return round(DISC * math.sqrt(count / most), 1) if most else 0.0
