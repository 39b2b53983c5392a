"""Where a folder holds several stories: the front page, the list of stories, a story's own page."""

from msgspec import Struct

from generator.pages.views.actor_parts import ActorCard
from generator.pages.views.briefing import HomePage, Paging, Scope, TakeawayItem
from generator.pages.views.changes import ChangesPage
from generator.pages.views.filters import Filters
from generator.pages.views.findings import ComparePage
from generator.pages.views.parts import (
    Link,
    Passage,
    QuotationCard,
    TimelineRow,
    When,
    Words,
)
from generator.pages.views.source_parts import SourceCard


class StoryCard(Struct, frozen=True):
    """A story in a list."""

    label: Words
    """The headline that names it, or the title of the document that it is taken from."""
    url: str
    """Its page."""
    source: SourceCard
    """The document that the label is taken from."""
    lead: Passage | None
    """Its leading sentence; None where no sentence of its documents can be one."""
    documents: int
    """How many documents tell it."""
    voices: int
    """How many of them share neither an author nor their text with another."""
    dependent: bool
    """Whether some of them do."""
    start: When | None
    """When its first dated document was published."""
    end: When | None
    """When its last dated document was published."""
    one_day: bool
    """True where both are the same."""
    sources: tuple[SourceCard, ...]
    """Its documents, the newest first; the first of many."""
    quoted: tuple[Link, ...]
    """Who is quoted most in it."""
    loose: bool = False
    """Whether its documents share a subject rather than one event."""


class StoryMonth(Struct, frozen=True):
    """The stories whose newest document is of one month."""

    when: When | None
    """The month; None for stories of which no document has a date."""
    stories: tuple[StoryCard, ...]
    """The newest first."""


class NewsItem(Struct, frozen=True):
    """A story in which something is new since the last build."""

    card: StoryCard
    """The story."""
    note: str
    """Message: that it is new, or that there is more on it."""
    sources: tuple[SourceCard, ...]
    """Documents that a known story did not have, the newest first; the first of many."""


class FollowedCard(Struct, frozen=True):
    """An actor or a topic that the settings follow."""

    link: Link
    """Name and page."""
    stories: tuple[Link, ...]
    """The newest stories that name it."""
    words: QuotationCard | None
    """What an actor said in the newest document that quotes them."""


class SingleLead(Struct, frozen=True):
    """What one document tells that belongs to no story."""

    source: SourceCard
    """The document."""
    lead: Passage
    """Its leading sentence."""


class FrontPage(Struct, frozen=True):
    """What is in the news, where the folder holds several stories."""

    scope: Scope
    """What the site rests on."""
    changes: ChangesPage
    """What is new since the last build, counted."""
    news: tuple[NewsItem, ...]
    """Stories that are new, and stories that moved; empty without an earlier build."""
    said: tuple[QuotationCard, ...]
    """New quotations of those who are followed."""
    followed: tuple[FollowedCard, ...]
    """Whom and what the settings follow, in their order."""
    leads: tuple[StoryCard, ...]
    """The stories that lead: near to the newest document, told by many voices."""
    single: tuple[SingleLead, ...]
    """What documents that stand alone tell, where few stories lead."""
    actors: tuple[ActorCard, ...]
    """Who is quoted or named most in the stories that lead."""
    ahead: tuple[TimelineRow, ...]
    """What is planned for days after the newest document, the next first."""
    months: tuple[StoryMonth, ...]
    """The stories that do not lead, the newest month first; the first of many."""
    alone: tuple[SourceCard, ...]
    """Documents that belong to no story, the newest first; the first of many."""
    stories: int
    """How many stories there are."""
    more_alone: int
    """How many documents stand alone; 0 where all are shown."""


class StoriesPage(Struct, frozen=True):
    """All stories."""

    months: tuple[StoryMonth, ...]
    """By the month of the newest document, the newest first."""
    alone: tuple[SourceCard, ...]
    """Documents that belong to no story, the newest first; the first of many."""
    more_alone: int
    """How many documents stand alone; 0 where all are shown."""
    filters: Filters
    """What the list can be filtered by."""
    paging: Paging
    """Which page of the list this is."""


class MemberLine(Struct, frozen=True):
    """A document of a story, and why it belongs there."""

    source: SourceCard
    """The document."""
    words: tuple[Link, ...]
    """Words that it shares with others of the story, each where it stands first."""


class StoryPage(Struct, frozen=True):
    """One story: the briefing of its documents alone."""

    card: StoryCard
    """Its label and its sources."""
    leads: tuple[Passage, ...]
    """The first sentences of its documents, where no sentence was chosen for its bottom line."""
    briefing: HomePage
    """Bottom line, takeaways, timeline, actors, quotations, sources."""
    comparison: ComparePage
    """What shows when its documents are laid side by side."""
    members: tuple[MemberLine, ...]
    """Its documents, the newest first, and why each belongs to it; the first of many."""
    more_members: str
    """Its whole list among the sources; empty where all are shown."""
    feed: str
    """Its feed."""


class PrintedStory(Struct, frozen=True):
    """A story on paper."""

    card: StoryCard
    """Its label, and how many tell it."""
    bottom_line: tuple[Passage, ...]
    """Its bottom line, else how its documents begin."""
    takeaways: tuple[TakeawayItem, ...]
    """One a topic."""
    quotations: tuple[QuotationCard, ...]
    """A few notable ones."""
    notes: tuple[SourceCard, ...]
    """Its documents; the first of many."""


class PrintStoriesPage(Struct, frozen=True):
    """The stories that lead, each on paper of its own; every story's own page prints as well."""

    stories: tuple[PrintedStory, ...]
    """Those that lead."""
    others: tuple[StoryCard, ...]
    """Other stories, the newest first; the first of many."""


class StoryDifferences(Struct, frozen=True):
    """What differs within one story, counted."""

    card: StoryCard
    """The story."""
    related: int
    """Pairs of related sentences."""
    changed: int
    """Pairs that tell the same matter at two dates."""
    numbers: int
    """Things that are counted differently."""
    reprints: int
    """Groups of documents whose text is the same."""
    nothing: bool
    """Whether none of these was found."""
    example: tuple[Passage, ...]
    """Sentences whose numbers differ: the first such thing; may be empty."""


class CompareStories(Struct, frozen=True):
    """The comparison where there are several stories: each within itself."""

    stories: tuple[StoryDifferences, ...]
    """The newest first."""
    filters: Filters
    """What the list can be filtered by."""
    paging: Paging
    """Which page of the list this is."""
