"""The pages of actors."""

from msgspec import Struct

from generator.pages.views.actor_parts import ActorCard, RoleLine
from generator.pages.views.briefing import Paging
from generator.pages.views.figures import Edge, MentionsFigure
from generator.pages.views.filters import Filters
from generator.pages.views.parts import (
    Link,
    Passage,
    QuotationCard,
    SourceLabel,
    StatementCard,
    TimelineRow,
    When,
    Words,
)
from generator.pages.views.source_parts import SourceCard, SourceName


class ActorGroup(Struct, frozen=True):
    """Actors of one type."""

    heading: str
    """Message of the type, in the plural."""
    anchor: str
    """Anchor of the group."""
    cards: tuple[ActorCard, ...]
    """Those of whom more is told than one name, most salient first."""
    passing: tuple[ActorCard, ...]
    """Those who are named once and nothing more."""


class ActorsPage(Struct, frozen=True):
    """All actors."""

    groups: tuple[ActorGroup, ...]
    """By type."""
    paging: Paging
    """Which page of the list this is."""
    letters: tuple[SourceCard, ...]
    """The sources, for the column heads."""
    filters: Filters
    """What they can be filtered by."""


class Neighbour(Struct, frozen=True):
    """An actor named in the same sentences."""

    id: str
    """The actor's id."""
    link: Link
    """Name and page."""
    count: int
    """In how many sentences."""
    passages: tuple[Passage, ...]
    """Those sentences, the first few."""
    x: float
    """Place across the small graph."""
    y: float
    """Place down the small graph."""
    weight: float
    """Width of the line that leads to it."""
    label_y: float
    """Place of its name down the graph."""


class NeighbourGraph(Struct, frozen=True):
    """The small graph of an actor's neighbours."""

    width: int
    """Width of the drawing."""
    height: int
    """Height of the drawing."""
    x: float
    """Place of the actor across."""
    y: float
    """Place of the actor down."""
    label_y: float
    """Place of the actor's name down."""
    neighbours: tuple[Neighbour, ...]
    """Who they appear with, most often first."""
    edges: tuple[Edge, ...]
    """Which of those appear with each other."""


class NameForm(Struct, frozen=True):
    """A form of an actor's name."""

    words: Words
    """As written."""
    count: int
    """How often."""


class MentionLine(Struct, frozen=True):
    """A place where an actor is named."""

    words: Words
    """As written."""
    kind: str
    """Message of how it refers; empty where it is the name."""
    label: SourceLabel
    """The document's label."""
    paragraph: int
    """Number of the paragraph."""
    url: str
    """The sentence on its source's page."""


class MentionGroup(Struct, frozen=True):
    """An actor's mentions in one document."""

    source: SourceName
    """The document."""
    lines: tuple[MentionLine, ...]
    """In reading order."""


class SpokenRow(Struct, frozen=True):
    """What an actor said in the documents of one month and one story, counted."""

    when: When | None
    """The month in which these documents were published; None where it is not known."""
    story: Link | None
    """The story; None where it has no page."""
    count: int
    """How many quotations."""
    url: str
    """These quotations on the page of quotations."""


class ActorPage(Struct, frozen=True):
    """One actor."""

    card: ActorCard
    """Name, type, counts."""
    roles: tuple[RoleLine, ...]
    """What the sources call them."""
    aliases: tuple[NameForm, ...]
    """Forms of the name, most frequent first."""
    quotations: tuple[QuotationCard, ...]
    """What they said, quoted."""
    statements: tuple[StatementCard, ...]
    """What they said, in the source's own words; nothing that they deny."""
    denials: tuple[StatementCard, ...]
    """What they deny or reject, in the source's own words."""
    restated: tuple[tuple[Passage, ...], ...]
    """Two statements of theirs on one matter, weeks apart, the earlier first; not judged."""
    about: tuple[QuotationCard, ...]
    """What others say about them."""
    actions: tuple[Passage, ...]
    """What they did; the sentence, the clause marked."""
    timeline: tuple[TimelineRow, ...]
    """Entries that name them."""
    graph: NeighbourGraph | None
    """Who they appear with; None where it is nobody."""
    over_time: MentionsFigure | None
    """Mentions over time; None where fewer than two dates of documents are known."""
    spoken: tuple[SpokenRow, ...]
    """What they said by month and story, the newest first; empty where it is one of each."""
    by_story: bool
    """Whether the sources tell several stories, so that those rows name one."""
    mentions: tuple[MentionGroup, ...]
    """Every mention, by document."""
    cut: int
    """How many quotations are shown where there are more; 0 where all are."""
    feed: str
    """Its feed; empty for who is only named, once."""
