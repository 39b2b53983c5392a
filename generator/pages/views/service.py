"""The pages about the briefing itself: method, data, changes, print."""

from msgspec import Struct

from generator.pages.views.actor_parts import ActorCard
from generator.pages.views.actors import ActorPage, ActorsPage
from generator.pages.views.briefing import HomePage, Timeline
from generator.pages.views.changes import ChangesPage
from generator.pages.views.findings import (
    ComparePage,
    QuotationsPage,
    SourcePage,
    SourcesPage,
    TopicPage,
    TopicsPage,
)
from generator.pages.views.parts import QuotationCard, TimelineRow, UndatedRow, Words
from generator.pages.views.source_parts import SourceCard
from generator.pages.views.stories import (
    CompareStories,
    FrontPage,
    PrintStoriesPage,
    StoriesPage,
    StoryPage,
)
from generator.pages.views.volumes import NamePage, NamesPage, VolumesPage


class QualityCount(Struct, frozen=True):
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


class FailedStage(Struct, frozen=True):
    """A stage that ended in an unexpected error; what it would have found is missing."""

    path: str
    """The document's file, below the seeds folder; empty for a block of the whole corpus."""
    what: str
    """Message of what is missing; empty where there is none."""
    error: str
    """Class of the error."""
    digest: str
    """Digest of the error, for a report."""


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
    why: Words
    """The editor's reason."""
    applied: bool
    """Whether it still applies."""


class Measure(Struct, frozen=True):
    """How well the rules do on marked texts."""

    label: str
    """Message of what was measured."""
    share: str
    """The share of right answers, as in ``95.6 %``."""


class Version(Struct, frozen=True):
    """Something that the briefing was made with."""

    label: str
    """Message."""
    name: str
    """Name or version; may be empty."""
    sha256: str
    """Digest; may be empty."""


class AboutPage(Struct, frozen=True):
    """Method and quality."""

    counts: tuple[QualityCount, ...]
    """What was found."""
    lacking: tuple[QualityCount, ...]
    """What was inferred, left open or set aside."""
    unresolved: tuple[QuotationCard, ...]
    """Quotations without a known speaker that are speech."""
    undated: tuple[UndatedRow, ...]
    """Time expressions without a date."""
    inferred: tuple[TimelineRow, ...]
    """Entries whose year was inferred."""
    aside: tuple[SetAside, ...]
    """Lines set aside, by document."""
    failed: tuple[FailedStage, ...]
    """What unexpected errors left out."""
    skipped: tuple[Skipped, ...]
    """Files that could not be read."""
    corrections: tuple[CorrectionLine, ...]
    """The editor's corrections."""
    sources: tuple[SourceCard, ...]
    """The documents with their digests."""
    more_sources: int
    """How many sources there are in all; 0 where all are shown."""
    measures: tuple[Measure, ...]
    """Figures on marked texts; none where they do not come with the tool."""
    versions: tuple[Version, ...]
    """The generator, its rules and the language model."""
    aside_note: str
    """Message in place of the lines set aside; empty where there are some to show."""


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


class SearchPage(Struct, frozen=True):
    """The page on which a reader searches."""

    over_volumes: bool = False
    """Whether it is that of the front over volumes, which has no lists of topics and sources."""


class PrintPage(Struct, frozen=True):
    """The whole briefing on one page."""

    home: HomePage
    """The home page's blocks."""
    quotations: tuple[QuotationCard, ...]
    """All quotations that are speech."""
    actors: tuple[ActorCard, ...]
    """All actors."""
    comparison: ComparePage | None
    """What shows when the documents are laid side by side; None where there is one alone."""
    cards: tuple[SourceCard, ...]
    """The sources as numbered notes; the first of many."""
    more_cards: int
    """How many more sources there are."""


class WithdrawnPage(Struct, frozen=True):
    """A notice in the place of a source that was withdrawn."""

    day: Words
    """When, in the editor's words."""
    why: Words
    """Why, in the editor's words."""


PageView = (
    HomePage
    | ActorsPage
    | ActorPage
    | Timeline
    | QuotationsPage
    | TopicsPage
    | TopicPage
    | ComparePage
    | FrontPage
    | PrintStoriesPage
    | StoriesPage
    | StoryPage
    | CompareStories
    | SourcesPage
    | WithdrawnPage
    | SourcePage
    | AboutPage
    | DataPage
    | ChangesPage
    | SearchPage
    | PrintPage
    | VolumesPage
    | NamesPage
    | NamePage
)
