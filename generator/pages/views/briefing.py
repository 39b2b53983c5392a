"""The home page and the timeline: what a reader sees first."""

from msgspec import Struct

from generator.pages.views.actor_parts import ActorCard
from generator.pages.views.changes import ChangesPage
from generator.pages.views.figures import QuotedTable, TimelineFigure
from generator.pages.views.filters import Filters
from generator.pages.views.parts import (
    Citation,
    Link,
    Passage,
    QuotationCard,
    TimelineRow,
    TopicCard,
    UndatedRow,
    When,
    Words,
)
from generator.pages.views.source_parts import SourceCard


class Scope(Struct, frozen=True):
    """What the briefing rests on."""

    documents: int
    """Documents read."""
    authors: int
    """Different authors named."""
    publishers: int
    """Different publishers named."""
    start: When | None
    """Earliest day on which a document can have been published."""
    end: When | None
    """Latest such day."""
    open: bool
    """True where the latest date is only a lower bound."""
    one_day: bool
    """True where the earliest and the latest day are the same."""
    sentences: int
    """Sentences of the documents' bodies."""
    voices: int
    """Documents that do not share an author or their text with another: independent voices."""
    one_author: Words | None
    """The author, where there are several documents and all have the same one."""
    dependent: bool
    """True where some of several documents share an author or their text with another."""
    alone: bool
    """True where there is only one document."""
    undated: int
    """Documents that do not state when they were published."""
    opinion: int
    """Documents that are opinion or commentary."""


class Paging(Struct, frozen=True):
    """Where a page stands among the pages of a long list."""

    number: int
    """Its number, from 1."""
    pages: int
    """How many there are."""
    several: bool
    """Whether there is more than one."""
    before: str
    """The page before; may be empty (the site's root) where `has_before` is true."""
    after: str
    """The page after; empty on the last one."""
    has_before: bool
    """Whether there is a page before."""


class TakeawayItem(Struct, frozen=True):
    """A takeaway."""

    passage: Passage
    """The sentence or the two that belong together."""
    topic: Link | None
    """The topic it stands for."""
    note: str
    """Message of what the reader must know of it, such as opinion; may be empty."""


class Timeline(Struct, frozen=True):
    """The entries, drawn and listed."""

    rows: tuple[TimelineRow, ...]
    """Entries of the story."""
    background: tuple[TimelineRow, ...]
    """Older entries."""
    undated: tuple[UndatedRow, ...]
    """Time expressions without a date."""
    paging: Paging
    """Which page of the timeline this is."""
    filters: Filters | None
    """What they can be filtered by; None on other pages than the timeline's own."""
    wide: TimelineFigure | None
    """The figure for wide screens; None where there is too little to draw."""
    narrow: TimelineFigure | None
    """The figure for phones."""
    alike: bool
    """Whether a mark stands for the same in both figures."""


class Pair(Struct, frozen=True):
    """Two sentences that stand near each other in what they name; related, not agreeing."""

    one: Passage
    """The first document's sentence."""
    other: Passage
    """The second document's sentence."""
    actors: tuple[Link, ...]
    """Actors that both name."""


class PairList(Struct, frozen=True):
    """Pairs of sentences, under one head where all have the same two sources."""

    one: Citation | None
    """The source of every first sentence; None where each pair names its own."""
    other: Citation | None
    """The source of every second sentence; None where each pair names its own."""
    pairs: tuple[Pair, ...]
    """The pairs."""


class HomePage(Struct, frozen=True):
    """The briefing."""

    scope: Scope
    """What it rests on."""
    changes: ChangesPage
    """What is new since the last build."""
    bottom_line: tuple[TakeawayItem, ...]
    """At most three sentences."""
    takeaways: tuple[TakeawayItem, ...]
    """One a topic."""
    timeline: Timeline
    """Latest entries and the figure."""
    latest: tuple[TimelineRow, ...]
    """The last few of these entries, the newest first."""
    actors: tuple[ActorCard, ...]
    """The most salient actors."""
    quotations: tuple[QuotationCard, ...]
    """Notable quotations."""
    quoted: QuotedTable
    """Who is quoted where: the most quoted."""
    topics: tuple[TopicCard, ...]
    """The first topics."""
    sources: tuple[SourceCard, ...]
    """All sources, or the first of many."""
    more_actors: int
    """How many actors there are in all."""
    more_quotations: int
    """How many quotations there are in all."""
    more_entries: int
    """How many timeline entries there are in all."""
    more_topics: int
    """How many topics there are in all; 0 where all are shown."""
    more_sources: int
    """How many sources there are in all; 0 where all are shown."""
