"""The pages of quotations, topics, sources, and their comparison."""

from msgspec import Struct

from generator.pages.views.actors import NameForm
from generator.pages.views.briefing import Paging, PairList, Scope, TakeawayItem
from generator.pages.views.figures import QuotedTable
from generator.pages.views.filters import Filters
from generator.pages.views.parts import (
    Link,
    Passage,
    QuotationCard,
    TimelineRow,
    TopicCard,
    When,
    Words,
)
from generator.pages.views.source_parts import (
    FactLine,
    SourceCard,
    SourceName,
    SourceParagraph,
    Use,
)


class QuotationsPage(Struct, frozen=True):
    """All quotations."""

    speech: tuple[QuotationCard, ...]
    """Said by somebody."""
    other: tuple[QuotationCard, ...]
    """Terms, titles and headline phrases: not speech."""
    filters: Filters
    """What they can be filtered by."""
    paging: Paging
    """Which page of the list this is."""


class TopicsPage(Struct, frozen=True):
    """All topics."""

    cards: tuple[TopicCard, ...]
    """Most important first."""
    filters: Filters
    """What the list can be filtered by."""
    paging: Paging
    """Which page of the list this is."""


class ConcordanceGroup(Struct, frozen=True):
    """A topic's sentences in one document."""

    source: SourceName
    """The document."""
    passages: tuple[Passage, ...]
    """The sentences, the topic's words marked."""


class TopicPage(Struct, frozen=True):
    """One topic."""

    card: TopicCard
    """Label and counts."""
    variants: tuple[NameForm, ...]
    """Forms as written, most frequent first, where there is more than one."""
    concordance: tuple[ConcordanceGroup, ...]
    """Every sentence with it, by document."""
    actors: tuple[Link, ...]
    """Actors named beside it."""
    related: tuple[Link, ...]
    """Topics that stand in the same sentences."""
    feed: str
    """Its feed."""


class DatedLink(Struct, frozen=True):
    """A date that leads to where a source gives it."""

    when: When
    """The date."""
    url: str
    """Its sentence; empty where it is not published."""


class OnlyIn(Struct, frozen=True):
    """What only one document has."""

    source: SourceCard
    """The document."""
    actors: tuple[Link, ...]
    """Actors that it alone names."""
    places: tuple[Link, ...]
    """Places that it alone names, as written there."""
    topics: tuple[Link, ...]
    """Topics and phrases that it alone has, most important first."""
    dates: tuple[DatedLink, ...]
    """Dates that it alone gives."""
    count: int
    """How many of all these there are; the first of each kind are shown."""


class Spelling(Struct, frozen=True):
    """One way in which a name is spelled."""

    words: Words
    """The word, as written."""
    sources: tuple[SourceCard, ...]
    """The documents that spell it so."""


class SpelledRow(Struct, frozen=True):
    """An actor whose name is spelled in more than one way."""

    link: Link
    """The actor."""
    spellings: tuple[Spelling, ...]
    """The ways."""


class ComparePage(Struct, frozen=True):
    """What shows when the documents are laid side by side."""

    scope: Scope
    """What they are, for the notice of independence."""
    reprints: tuple[tuple[SourceCard, ...], ...]
    """Documents whose text is the same; the first of many, and the first groups of many."""
    reprinted: int
    """How many such texts there are."""
    many_reprints: bool
    """Whether they are so many that they are folded."""
    comparable: bool
    """Whether there are two documents to compare."""
    quoted: QuotedTable
    """Who is quoted where."""
    only_in: tuple[OnlyIn, ...]
    """By document."""
    many: bool
    """Whether so many documents have something of their own that each is folded."""
    pairs: PairList
    """Related sentences side by side."""
    changed: PairList
    """The same matter at two dates, the earlier first."""
    numbers: tuple[tuple[Passage, ...], ...]
    """Sentences that give different numbers for the same thing, the numbers marked."""
    shared: tuple[TopicCard, ...]
    """Topics in more than one document; the most frequent of many."""
    shared_phrases: tuple[Link, ...]
    """Phrases in more than one document that are no topic's; the first of many."""
    never_quoted: tuple[Link, ...]
    """Named, neither quoted nor paraphrased; the first of many."""
    more_never_quoted: int
    """How many more of them there are."""
    paraphrased: tuple[Link, ...]
    """Named and paraphrased, but never quoted; the first of many."""
    more_paraphrased: int
    """How many more of them there are."""
    spelled: tuple[SpelledRow, ...]
    """Names that are spelled in more than one way; the first of many."""


class SourcesPage(Struct, frozen=True):
    """All sources."""

    cards: tuple[SourceCard, ...]
    """By letter."""
    filters: Filters
    """What they can be filtered by."""
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
    paragraphs: tuple[SourceParagraph, ...]
    """The text, as far as the settings publish it."""
    used: tuple["UsedSentence", ...]
    """Sentences that other pages use, in reading order."""
    story: Link | None
    """The story that it tells; None where it tells none."""
    before: SourceName | None
    """The document of that story before it; None for the first."""
    after: SourceName | None
    """The document of that story after it; None for the last."""
    extent: str
    """Message of how much of the text is published; empty where all of it is."""
    read: bool
    """False where there are no word lists for its language, so that only quoted runs are shown."""
