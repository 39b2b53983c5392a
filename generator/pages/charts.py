"""Where things stand in the figures: rounded numbers, so that the same data draws the same."""

import itertools
import math
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from generator.i18n.catalogue import Catalogue
from generator.pages.dates import first_day, is_day, short_day, view_date
from generator.pages.labels import FIGURE_MARKS
from generator.pages.time_buckets import Event, Period, count_by_step
from generator.pages.views import (
    Edge,
    MentionBar,
    MentionsFigure,
    Neighbour,
    NeighbourGraph,
    Point,
    Tick,
    TimelineBar,
    TimelineFigure,
)

MARGIN = 14
DOT = 13
"""Least distance between two dots on one line; nearer ones are stacked."""
MOST_LEVELS = 8
"""Most dots on each other; a figure of more would fill a screen."""
MONTHS_APART = (1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 2400, 6000, 12_000, 24_000, 60_000)
"""From one label of the axis to the next; the last suits every calendar of four-digit years."""
BAR, BARS, WIDEST = 5, 120, 24
"""Least room of a bar, length of the longest, and the most that one is wide."""
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
    events: Sequence[Event], *, width: int, ticks: int, catalogue: Catalogue
) -> TimelineFigure | None:
    """Dots on a line that is true to scale, or bars where dots would be stacked too high.

    None where fewer than two days are known.
    """
    days = sorted(
        ((date.fromisoformat(d), e) for e in events if is_day(d := first_day(e.when.value) or "")),
        key=lambda pair: pair[0],
    )
    if len({day for day, _ in days}) < 2:
        return None
    scale = Scale(days[0][0], days[-1][0], width)
    return _dots(days, scale, ticks, catalogue) or _bars(days, scale, ticks, catalogue)


class Scale(Struct, frozen=True):
    """Days on the width of a figure."""

    first: date
    last: date
    width: int

    def place(self, day: date) -> float:
        """How far across a day stands."""
        share = (day - self.first).days / ((self.last - self.first).days or 1)
        return round(MARGIN + min(share, 1.0) * (self.width - 2 * MARGIN), 1)


def _dots(
    days: Sequence[tuple[date, Event]], scale: Scale, ticks: int, catalogue: Catalogue
) -> TimelineFigure | None:
    """A dot an event; None where more than `MOST_LEVELS` would stand on each other."""
    placed: list[tuple[float, int, Event]] = []
    for day, event in days:
        x = scale.place(day)
        near = itertools.takewhile(lambda p, x=x: x - p[0] < DOT, reversed(placed))  # type: ignore[misc]  # a default binds x
        levels = {level for _, level, _ in near}
        free = next((n for n in range(MOST_LEVELS) if n not in levels), None)
        if free is None:
            return None
        placed.append((x, free, event))
    height = (max(level for _, level, _ in placed) + 1) * DOT + BASE + 6
    axis = height - BASE
    points = tuple(
        Point(x, round(axis - 8 - level * DOT, 1), e.url, e.when, e.when.inferred)
        for x, level, e in placed
    )
    return _figure(
        scale, height, points, (), FIGURE_MARKS["event"], _ticks(scale, ticks, catalogue)
    )


def _bars(
    days: Sequence[tuple[date, Event]], scale: Scale, ticks: int, catalogue: Catalogue
) -> TimelineFigure:
    """The events counted by the shortest stretch of time whose bars can stand apart."""
    step, counted = count_by_step(days, most=(scale.width - 2 * MARGIN) // BAR)
    scale = Scale(counted[0].first, counted[-1].last, scale.width)
    most, height = max(len(stretch.events) for stretch in counted), BARS + BASE
    bars: list[TimelineBar] = []
    for stretch in counted:
        left = scale.place(stretch.first)
        length = round(BARS * 0.95 * len(stretch.events) / most + 1, 1)
        wide = max(scale.place(stretch.last) - left - 1, BAR - 2)
        first = stretch.events[0]
        bars.append(
            TimelineBar(
                left,
                round(BARS - length, 1),
                round(min(wide, WIDEST), 1),
                length,
                first.url,
                view_date(stretch.value, inferred=False, catalogue=catalogue),
                len(stretch.events),
            )
        )
    return _figure(
        scale, height, (), tuple(bars), FIGURE_MARKS[step], _ticks(scale, ticks, catalogue)
    )


def _figure(
    scale: Scale,
    height: int,
    points: tuple[Point, ...],
    bars: tuple[TimelineBar, ...],
    caption: str,
    ticks: tuple[Tick, ...],
) -> TimelineFigure:
    axis = height - BASE
    return TimelineFigure(
        scale.width,
        height,
        points,
        bars,
        caption,
        ticks,
        axis,
        axis + TICK,
        height - LABEL,
    )


def _ticks(scale: Scale, most: int, catalogue: Catalogue) -> tuple[Tick, ...]:
    """The first days of months, thinned so that at most `most` labels stand beside each other.

    Where the time is too short for any, its first and its last day. A January tells its year where
    another year comes before or behind it.
    """
    start, end = scale.first, scale.last
    months = range(start.year * 12 + start.month - 1, end.year * 12 + end.month)
    step = next(s for s in MONTHS_APART if len(months) / s <= most)
    years = start.year < end.year
    found: list[Tick] = []
    for n in range(-(-months.start // step) * step, months.stop, step):
        day = date(n // 12, n % 12 + 1, 1)
        if day < start:
            continue
        yearly = step >= 12 or (years and day.month == 1)
        text = str(day.year) if yearly else catalogue.month_short(day.month)
        found.append(Tick(scale.place(day), text))
    return tuple(found) or tuple(
        Tick(scale.place(day), short_day(day.isoformat(), catalogue, with_year=False))
        for day in (start, end)
    )


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
    lowest = max(y + OWN_NAME_BELOW, *(n.label_y for n in neighbours))
    height = min(height, round(lowest) + LABEL)
    return NeighbourGraph(width, height, x, y, y + OWN_NAME_BELOW, neighbours, edges)


def name_place(y: float, *, height: int) -> float:
    """Where a neighbour's name stands: below its dot in the lower half, above it in the upper."""
    return round(y + NAME_BELOW if y > height / 2 else y - NAME_ABOVE, 1)


def draw_mentions(
    periods: Sequence[Period], counts: Sequence[tuple[int, str]], *, width: int, height: int
) -> MentionsFigure | None:
    """A bar a period, with its count and its address; None for fewer than two, or no count."""
    most = max((count for count, _ in counts), default=0)
    if len(periods) < 2 or not most:
        return None
    days = [date.fromisoformat(p.day).toordinal() for p in periods]
    base = height - BASE
    scale = (width - 2 * MARGIN) / max(days[-1] - days[0], 1)
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
