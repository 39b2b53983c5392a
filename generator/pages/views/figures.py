"""What the figures are drawn from: rounded places, and the numbers that stand behind them."""

from msgspec import Struct

from generator.pages.views.parts import Link, When, Words
from generator.pages.views.source_parts import SourceCard


class Point(Struct, frozen=True):
    """A dot of the timeline figure."""

    x: float
    """Its place across the figure."""
    y: float
    """Its place down the figure."""
    url: str
    """The entry."""
    when: When
    """The entry's date."""
    inferred: bool
    """Drawn hollow."""


class Tick(Struct, frozen=True):
    """A mark on the timeline figure's axis."""

    x: float
    """Its place across the figure."""
    text: str
    """A month or a year."""


class TimelineBar(Struct, frozen=True):
    """The events of a stretch of time, counted."""

    x: float
    """Its left edge."""
    y: float
    """Its upper end."""
    width: float
    """How wide it is drawn."""
    height: float
    """Its length down to the axis."""
    url: str
    """The first of its events."""
    when: When
    """The stretch: a day, the seven days of a week, a month, a year or more."""
    count: int
    """How many events begin in it."""


class TimelineFigure(Struct, frozen=True):
    """Events on one line, true to scale; no taller than a part of a screen."""

    width: int
    """Width of the drawing."""
    height: int
    """Height of the drawing."""
    points: tuple[Point, ...]
    """The events, where they have room to stand apart."""
    bars: tuple[TimelineBar, ...]
    """The events counted, where they do not; empty where there are points."""
    caption: str
    """Message that says what a mark of it stands for."""
    ticks: tuple[Tick, ...]
    """The marks on the axis."""
    axis: int
    """Place of the axis down the figure."""
    tick_end: int
    """Lower end of its marks."""
    label_y: int
    """Place of its labels down the figure."""


class MentionBar(Struct, frozen=True):
    """How often an actor is mentioned in the documents of one day, month or year."""

    x: float
    """Its place across the figure."""
    left: float
    """Its left edge."""
    right: float
    """Its right edge."""
    y: float
    """Its upper end."""
    label_y: float
    """Place of its number down the figure."""
    height: float
    """Its length down to the axis."""
    when: When
    """The date of the documents."""
    count: int
    """Mentions in them."""
    documents: int
    """How many documents have this date."""
    url: str
    """The document, or the list of mentions where there are several."""


class MentionsFigure(Struct, frozen=True):
    """An actor's mentions over time, true to scale."""

    width: int
    """Width of the drawing."""
    height: int
    """Height of the drawing."""
    base: float
    """Where its axis lies."""
    thick: float
    """Width of a bar."""
    label_y: int
    """Place of the labels of the axis down the figure."""
    numbered: bool
    """Whether the bars are few enough to have their numbers."""
    start: When
    """The first bar's date."""
    end: When
    """The last bar's date."""
    bars: tuple[MentionBar, ...]
    """One a date, the earliest first; a date without mentions has a bar of no length."""


class Edge(Struct, frozen=True):
    """A line between two neighbours of an actor that are named together as well."""

    x1: float
    """One end across."""
    y1: float
    """One end down."""
    x2: float
    """The other end across."""
    y2: float
    """The other end down."""


class QuotedCell(Struct, frozen=True):
    """An actor's quotations in one document, or in those of one publisher."""

    count: int
    """How many."""
    radius: float
    """Radius of the disc whose area stands for the number; 0 for none."""
    url: str
    """The quotations on the source's page, or the publisher's on the page of quotations."""


class QuotedRow(Struct, frozen=True):
    """How often an actor is quoted in each document."""

    link: Link
    """The actor."""
    cells: tuple[QuotedCell, ...]
    """One a column of its table."""
    elsewhere: int
    """Quotations in documents of none of the columns."""
    total: int
    """Quotations in all documents."""
    documents: int
    """Documents that quote the actor."""
    width: int
    """Length of the bar for the total, 0 to 100."""


class QuotedTable(Struct, frozen=True):
    """Who is quoted where: the most quoted, by document where these are few, else by publisher."""

    sources: tuple[SourceCard, ...]
    """The columns, where the documents can stand side by side."""
    publishers: tuple[Words, ...]
    """The columns, where they cannot: who quotes most; none where fewer than two are known."""
    elsewhere: bool
    """Whether some are quoted in documents of none of the columns: a column of its own."""
    rows: tuple[QuotedRow, ...]
    """The most quoted first."""
    more: int
    """How many are quoted in all; 0 where all are shown."""
