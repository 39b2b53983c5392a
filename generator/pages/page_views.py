"""What each page's template sees as ``page``: one view a template."""

from msgspec import Struct

from generator.pages.views import (
    ActorCard,
    FactLine,
    Link,
    Paragraph,
    Passage,
    QuotationCard,
    RoleLine,
    SourceCard,
    StatementCard,
    TimelineRow,
    TopicCard,
    UndatedRow,
    Use,
    When,
    Words,
)


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
    sentences: int
    """Sentences of the documents' bodies."""
    voices: int
    """Documents that do not share an author or their text with another: independent voices."""
    one_author: Words | None
    """The author, where all documents have the same one."""
    undated: int
    """Documents that do not state when they were published."""
    untitled: int
    """Documents without a title."""
    opinion: int
    """Documents that are opinion or commentary."""


class Paging(Struct, frozen=True):
    """Where a page stands among the pages of a long list."""

    number: int
    """Its number, from 1."""
    pages: int
    """How many there are."""
    before: str
    """The page before; may be empty (the site's root) where `has_before` is true."""
    after: str
    """The page after; empty on the last one."""
    has_before: bool
    """Whether there is a page before."""


class TakeawayItem(Struct, frozen=True):
    """A takeaway."""

    rank: int
    """Its number."""
    passage: Passage
    """The sentence or the two that belong together."""
    topic: Link | None
    """The topic it stands for."""
    note: str
    """Message of what the reader must know of it, such as opinion; may be empty."""


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


class TimelineFigure(Struct, frozen=True):
    """Events on one line, true to scale."""

    width: int
    """Width of the drawing."""
    height: int
    """Height of the drawing."""
    points: tuple[Point, ...]
    """The events."""
    ticks: tuple[Tick, ...]
    """The axis."""


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
    sources: tuple[SourceCard, ...]
    """The sources, for the filter; none where there are many."""
    confidences: tuple[tuple[str, str], ...]
    """Confidences that occur, as id and message, for the filter."""
    wide: TimelineFigure | None
    """The figure for wide screens; None where there is too little to draw."""
    narrow: TimelineFigure | None
    """The figure for phones."""


class Pair(Struct, frozen=True):
    """Two sentences that stand near each other in what they name; related, not agreeing."""

    one: Passage
    """The first document's sentence."""
    other: Passage
    """The second document's sentence."""
    actors: tuple[Link, ...]
    """Actors that both name."""


class HomePage(Struct, frozen=True):
    """The briefing."""

    scope: Scope
    """What it rests on."""
    changes: "ChangesPage"
    """What is new since the last build."""
    bottom_line: tuple[TakeawayItem, ...]
    """At most three sentences."""
    takeaways: tuple[TakeawayItem, ...]
    """One a topic."""
    timeline: Timeline
    """Latest entries and the figure."""
    actors: tuple[ActorCard, ...]
    """The most salient actors."""
    quotations: tuple[QuotationCard, ...]
    """Notable quotations."""
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
    """How many topics there are in all."""
    more_sources: int
    """How many sources there are in all."""


class ActorGroup(Struct, frozen=True):
    """Actors of one type."""

    heading: str
    """Message of the type, in the plural."""
    anchor: str
    """Anchor of the group."""
    cards: tuple[ActorCard, ...]
    """Most salient first."""


class ActorsPage(Struct, frozen=True):
    """All actors."""

    groups: tuple[ActorGroup, ...]
    """By type."""
    count: int
    """How many."""
    paging: Paging
    """Which page of the list this is."""
    letters: tuple[SourceCard, ...]
    """The sources, for the column heads."""


class Neighbour(Struct, frozen=True):
    """An actor named in the same sentences."""

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


class Alias(Struct, frozen=True):
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
    """Message of how it refers."""
    label: str
    """The document's letter."""
    paragraph: int
    """Number of the paragraph."""
    url: str
    """The sentence on its source's page."""


class MentionGroup(Struct, frozen=True):
    """An actor's mentions in one document."""

    source: SourceCard
    """The document."""
    lines: tuple[MentionLine, ...]
    """In reading order."""


class ActorPage(Struct, frozen=True):
    """One actor."""

    card: ActorCard
    """Name, type, counts."""
    roles: tuple[RoleLine, ...]
    """What the sources call them."""
    aliases: tuple[Alias, ...]
    """Forms of the name, most frequent first."""
    quotations: tuple[QuotationCard, ...]
    """What they said, quoted."""
    statements: tuple[StatementCard, ...]
    """What they said, in the source's own words."""
    about: tuple[QuotationCard, ...]
    """What others say about them."""
    actions: tuple[Passage, ...]
    """What they did; the sentence, the clause marked."""
    timeline: tuple[TimelineRow, ...]
    """Entries that name them."""
    neighbours: tuple[Neighbour, ...]
    """Who they appear with, most often first."""
    mentions: tuple[MentionGroup, ...]
    """Every mention, by document."""
    most: int
    """Most rows of a list on this page; what is longer was cut there and says so."""


class QuotationsPage(Struct, frozen=True):
    """All quotations."""

    speech: tuple[QuotationCard, ...]
    """Said by somebody."""
    other: tuple[QuotationCard, ...]
    """Terms, titles and headline phrases: not speech."""
    speakers: tuple[Link, ...]
    """Who is quoted, for the filter."""
    speaker_ids: tuple[str, ...]
    """Their ids, in the same order."""
    sources: tuple[SourceCard, ...]
    """The sources, for the filter."""
    kinds: tuple[tuple[str, str], ...]
    """Kinds that occur, as id and message, for the filter."""
    paging: Paging
    """Which page of the list this is."""


class TopicsPage(Struct, frozen=True):
    """All topics."""

    cards: tuple[TopicCard, ...]
    """Most important first."""
    letters: tuple[SourceCard, ...]
    """The sources, for the column heads."""


class ConcordanceGroup(Struct, frozen=True):
    """A topic's sentences in one document."""

    source: SourceCard
    """The document."""
    passages: tuple[Passage, ...]
    """The sentences, the topic's words marked."""


class TopicPage(Struct, frozen=True):
    """One topic."""

    card: TopicCard
    """Label and counts."""
    variants: tuple[Alias, ...]
    """Forms as written, most frequent first."""
    concordance: tuple[ConcordanceGroup, ...]
    """Every sentence with it, by document."""
    actors: tuple[Link, ...]
    """Actors named beside it."""
    related: tuple[Link, ...]
    """Topics that stand in the same sentences."""


class OnlyIn(Struct, frozen=True):
    """What only one document has."""

    source: SourceCard
    """The document."""
    actors: tuple[Link, ...]
    """Actors that it alone names."""
    topics: tuple[Link, ...]
    """Topics that it alone has."""
    dates: tuple[Link, ...]
    """Dates that it alone gives, as written there."""


class QuotedRow(Struct, frozen=True):
    """How often an actor is quoted in each document."""

    link: Link
    """The actor."""
    counts: tuple[int, ...]
    """One number a document, in the order of the sources, where there are few."""
    total: int
    """Quotations in all documents."""
    documents: int
    """Documents that quote the actor."""


class ComparePage(Struct, frozen=True):
    """What shows when the documents are laid side by side."""

    scope: Scope
    """What they are, for the notice of independence."""
    reprints: tuple[tuple[SourceCard, ...], ...]
    """Documents whose text is the same."""
    sources: tuple[SourceCard, ...]
    """The documents, where they are few enough to stand side by side."""
    documents: int
    """How many documents there are."""
    quoted: tuple[QuotedRow, ...]
    """Who is quoted where."""
    only_in: tuple[OnlyIn, ...]
    """By document."""
    pairs: tuple[Pair, ...]
    """Related sentences side by side."""
    changed: tuple[Pair, ...]
    """The same matter at two dates, the earlier first."""
    numbers: tuple[Pair, ...]
    """Sentences that give different numbers for the same thing."""
    shared: tuple[TopicCard, ...]
    """Topics in more than one document."""
    never_quoted: tuple[ActorCard, ...]
    """Named but never quoted."""


class SourcesPage(Struct, frozen=True):
    """All sources."""

    cards: tuple[SourceCard, ...]
    """By letter."""
    paging: Paging
    """Which page of the list this is."""


class KeyphraseLine(Struct, frozen=True):
    """A keyphrase of one document."""

    words: Words
    """As written."""
    url: str
    """Its first place in the text."""
    count: int
    """How often it occurs."""
    width: int
    """Length of its bar, 0 to 100."""


class UsedSentence(Struct, frozen=True):
    """A sentence and the pages that use it."""

    words: Words
    """The sentence."""
    url: str
    """Its place on this page; empty where it is not published here."""
    paragraph: int
    """Its paragraph."""
    uses: tuple[Use, ...]
    """The pages."""


class SourcePage(Struct, frozen=True):
    """One source."""

    card: SourceCard
    """Title, authors and so on."""
    facts: tuple[FactLine, ...]
    """What is known about it, each with its evidence."""
    points: tuple[TakeawayItem, ...]
    """Takeaways that come from it."""
    quotations: tuple[QuotationCard, ...]
    """Quotations in it."""
    actors: tuple[tuple[Link, int], ...]
    """Actors named in it, and how often."""
    dates: tuple[TimelineRow, ...]
    """Timeline entries that it tells."""
    keyphrases: tuple[KeyphraseLine, ...]
    """Best first."""
    paragraphs: tuple[Paragraph, ...]
    """The text, as far as the settings publish it."""
    used: tuple["UsedSentence", ...]
    """Sentences that other pages use, in reading order."""
    extent: str
    """How much of the text is published: full, cited or none."""


class Count(Struct, frozen=True):
    """A number of the quality report."""

    label: str
    """Message."""
    count: int
    """The number."""
    url: str
    """Where the counted things are; may be empty."""


class SetAside(Struct, frozen=True):
    """What was left out of one document."""

    source: SourceCard
    """The document."""
    passages: tuple[Words, ...]
    """The lines."""


class Skipped(Struct, frozen=True):
    """A file that could not be read."""

    path: str
    """Below the seeds folder."""
    reason: str
    """In the catalogue's words; empty where it has none for it."""


class CorrectionLine(Struct, frozen=True):
    """A line of the editor's file."""

    words: Words
    """What it asks for."""
    applied: bool
    """Whether it still applies."""


class AboutPage(Struct, frozen=True):
    """Method and quality."""

    counts: tuple[Count, ...]
    """What was found."""
    unresolved: tuple[QuotationCard, ...]
    """Quotations without a known speaker that are speech."""
    undated: tuple[UndatedRow, ...]
    """Time expressions without a date."""
    inferred: tuple[TimelineRow, ...]
    """Entries whose year was inferred."""
    aside: tuple[SetAside, ...]
    """Lines set aside, by document."""
    skipped: tuple[Skipped, ...]
    """Files that could not be read."""
    corrections: tuple[CorrectionLine, ...]
    """The editor's corrections."""
    sources: tuple[SourceCard, ...]
    """The documents with their digests."""
    version: str
    """Version of the generator."""
    extent: str
    """How much of the sources' text is published."""


class Download(Struct, frozen=True):
    """A file to take away."""

    url: str
    """Where it is."""
    name: str
    """File name."""
    label: str
    """Message of what it holds."""


class DownloadGroup(Struct, frozen=True):
    """Files of one kind."""

    heading: str
    """Message."""
    anchor: str
    """Anchor."""
    files: tuple[Download, ...]
    """The files."""


class DataPage(Struct, frozen=True):
    """Downloads."""

    groups: tuple[DownloadGroup, ...]
    """By kind."""


class ChangeLine(Struct, frozen=True):
    """A row that is new, gone or different."""

    change: str
    """Message of what became of it."""
    change_id: str
    """added, removed or changed."""
    why: str
    """Message of what brought it about."""
    id: str
    """The row's id in the data files."""
    words: Words | None
    """Its words; None for a row that is gone, whose words no source of this build can prove."""
    url: str
    """Its place; may be empty."""


class ChangeGroup(Struct, frozen=True):
    """The changes of one kind of row."""

    heading: str
    """Message."""
    anchor: str
    """Anchor."""
    count: int
    """How many rows changed."""
    lines: tuple[ChangeLine, ...]
    """Those rows, the first of many."""


class ChangesPage(Struct, frozen=True):
    """What changed since an earlier build."""

    compared: bool
    """False where there was no earlier build to compare with."""
    seeds_added: tuple[str, ...]
    """Paths of seeds that are new."""
    seeds_removed: tuple[str, ...]
    """Paths of seeds that are gone."""
    seeds_edited: tuple[str, ...]
    """Paths of seeds whose bytes changed."""
    rules_changed: bool
    """Whether the rules or the language model changed."""
    groups: tuple[ChangeGroup, ...]
    """The changes by kind of row."""


class PlainPage(Struct, frozen=True):
    """A page that needs nothing but its template."""

    scope: Scope
    """What the briefing rests on."""


class PrintPage(Struct, frozen=True):
    """The whole briefing on one page."""

    home: HomePage
    """The home page's blocks."""
    quotations: tuple[QuotationCard, ...]
    """All quotations that are speech."""
    actors: tuple[ActorCard, ...]
    """All actors."""
    cards: tuple[SourceCard, ...]
    """The sources as numbered notes."""


PageView = (
    HomePage
    | ActorsPage
    | ActorPage
    | Timeline
    | QuotationsPage
    | TopicsPage
    | TopicPage
    | ComparePage
    | SourcesPage
    | SourcePage
    | AboutPage
    | DataPage
    | ChangesPage
    | PlainPage
    | PrintPage
)
