"""All that a template can see: frozen views, each field described, links already made.

Links are addresses below the site's root; templates put ``root`` before them. Source words come as
`Words`, which the macro ``words`` wraps so that the proof finds them.
"""

from typing import Literal

from msgspec import Struct

Tone = Literal["", "quotation", "statement", "denial", "actor", "date"]


class Words(Struct, frozen=True):
    """Words that are not the tool's: a source's, with the place they stand at, or an editor's."""

    text: str
    """The words, verbatim."""
    src: str = ""
    """``document:start-end``; empty for an editor's words."""
    editor: str = ""
    """Where the editor wrote them; empty for a source's words."""
    label: str = ""
    """Type of a label of the catalogue's (``territory``); empty for words of others."""
    language: str = ""
    """Language of the words (BCP 47); empty where it is the interface's."""


class Link(Struct, frozen=True):
    """A name that leads to its page."""

    words: Words
    """The name."""
    url: str
    """Its page; empty where it has none."""


class When(Struct, frozen=True):
    """A date as precise as its source."""

    text: str
    """For the reader; ``[2025]`` marks an inferred year."""
    value: str
    """EDTF."""
    inferred: bool
    """True where some part of it is not written beside it."""


class Part(Struct, frozen=True):
    """A run of a passage that is shown in one way."""

    text: str
    """The words, verbatim."""
    tone: Tone = ""
    """What the run is: a quotation, an actor's name, a date, or plain ("")."""
    url: str = ""
    """Where the run leads; empty for nowhere."""


class SourceLabel(Struct, frozen=True):
    """How a source is named beside its words, in one form on every page."""

    text: str
    """A letter where there are few sources, else publisher and day, or a short title."""
    letter: bool
    """Whether it is a letter."""
    headline: str
    """The document's title, for who rests on the label; empty where it has none."""
    beside: str = ""
    """What is left of the label beside that title, or beside the first words of who has none."""


class Citation(Struct, frozen=True):
    """The chip after a statement: its proof."""

    label: SourceLabel
    """The document's label."""
    paragraph: int
    """Number of the paragraph in the document."""
    url: str
    """The sentence on its source's page."""
    title: Words | None
    """The document's title; None where it has none."""
    opening: Words
    """The document's first words, for a document without a title."""
    before: Words | None
    """The sentence before, when it stands in the same paragraph."""
    sentence: Words
    """The sentence itself."""
    after: Words | None
    """The sentence after, when it stands in the same paragraph."""


class Passage(Struct, frozen=True):
    """Words of a source with their proof."""

    src: str
    """``document:start-end`` of the whole passage."""
    language: str
    """Language of the words."""
    parts: tuple[Part, ...]
    """The runs that make up the passage, in order, nothing left out."""
    citation: Citation
    """The proof."""


class Share(Struct, frozen=True):
    """A count for one document."""

    label: SourceLabel
    """The document's label."""
    url: str
    """Where the counted things are."""
    count: int
    """How many."""


class QuotationCard(Struct, frozen=True):
    """A quotation inside its whole sentence."""

    id: str
    """Anchor on the page of quotations."""
    others: tuple[str, ...]
    """Anchors of further quotations of the same speaker in the sentence."""
    kind: str
    """Message of its kind: direct speech, reported fragment, term, title, headline phrase."""
    passage: Passage
    """The whole sentence, the quotation marked in it."""
    also: tuple[Citation, ...]
    """Where other documents have the same words of the same speaker; the first of many."""
    copies: int
    """How many such documents there are."""
    everywhere: bool
    """Whether these places are so many that they are folded."""
    nobody: str
    """Message in the speaker's place: that it is not known, or that it is no speech."""
    speakers: tuple[Link, ...]
    """Who said it; several where the source names them together, none where it is not known."""
    speaker_mention: Words | None
    """The words that name the source, as written."""
    cue: Words | None
    """The reporting verb, as written."""
    attribution: str
    """Message of how the source is known; empty where there is none."""
    unresolved: str
    """Why the speaker is not known; empty where known."""
    about: tuple[Link, ...]
    """Actors that the quoted words are about."""
    when: When | None
    """The document's date."""


class OtherPlaces(Struct, frozen=True):
    """Where the same words stand as well."""

    also: tuple[Citation, ...]
    """The places; of many the first."""
    copies: int
    """How many they are."""
    everywhere: bool
    """Whether these are many."""


class ToldPassage(Struct, frozen=True):
    """A passage, and where its words stand as well."""

    passage: Passage
    """The words."""
    elsewhere: OtherPlaces
    """The other places."""


class StatementCard(Struct, frozen=True):
    """Indirect speech, inside its whole sentence."""

    id: str
    """Anchor."""
    passage: Passage
    """The whole sentence."""
    stance: str
    """Message of what the source does with it; empty where it says that it is so."""
    elsewhere: OtherPlaces
    """Where the same words stand as well."""


class Owner(Struct, frozen=True):
    """A pronoun and the actor that it means."""

    words: Words
    """The pronoun, as written."""
    actor: Link
    """Who is meant."""


class TimelineRow(Struct, frozen=True):
    """An event, with each source that tells it."""

    id: str
    """Anchor on the timeline."""
    url: str
    """Its place on the timeline."""
    when: When
    """Its date."""
    background: bool
    """Older than the story."""
    planned: bool
    """Not yet happened when the source was written."""
    confidence: str
    """Message of how sure the date is."""
    passages: tuple[ToldPassage, ...]
    """The event in each source's words; of many sources the first."""
    more: int
    """How many sources more tell it in words of their own."""
    owners: tuple[Owner, ...]
    """Whom its pronouns mean, where its own words do not say."""
    reported: bool
    """Its date is that of the report which opens with these words."""
    expression: Words | None
    """The first words that give the date."""
    why: str
    """The rule that gave the date, in the catalogue's words; may be empty."""
    evidence: tuple[Passage, ...]
    """Passages that the rule rests on."""


class UndatedRow(Struct, frozen=True):
    """A time expression that has no date."""

    words: Words
    """As written."""
    why: str
    """Why it has none; may be empty."""
    passage: Passage
    """Its sentence."""


class TopicCard(Struct, frozen=True):
    """A topic in a list."""

    link: Link
    """Label and page."""
    count: int
    """How often it occurs."""
    shares: tuple[Share, ...]
    """Occurrences by document."""
    width: int
    """Length of its bar, 0 to 100."""
