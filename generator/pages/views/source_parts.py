"""The parts of a source: its card, its facts, its paragraphs and who uses them."""

from msgspec import Struct

from generator.pages.views.parts import Citation, Part, SourceLabel, When, Words


class FactLine(Struct, frozen=True):
    """One thing known about a document, and how."""

    label: str
    """Message of what it is."""
    words: Words | None
    """The value in a source's or an editor's words."""
    when: When | None
    """The value where it is a date."""
    term: str
    """The value where it is a message."""
    how: str
    """Message of how it is known."""
    why: str
    """The rule; may be empty."""
    citation: Citation | None
    """The evidence; None where no sentence holds it."""
    evidence: Words | None
    """The evidence's own words."""


class SourceName(Struct, frozen=True):
    """A document above what is shown of it; nothing here changes with the rest of its text."""

    label: SourceLabel
    """Its label."""
    url: str
    """Its page."""
    title: Words | None
    """Its title; None where it has none."""
    opening: Words
    """Its first words."""


class SourceCard(Struct, frozen=True):
    """A document in a list."""

    label: SourceLabel
    """Its label."""
    url: str
    """Its page."""
    title: Words | None
    """Its title; None where it has none."""
    opening: Words
    """Its first words."""
    authors: tuple[Words, ...]
    """Who wrote it."""
    publisher: Words | None
    """Who published it."""
    when: When | None
    """When it was published."""
    when_how: str
    """Message of how the date is known; empty without one."""
    genre: Words | None
    """What kind of text it says it is."""
    language: str
    """Its language (BCP 47)."""
    words: int
    """Its words, boilerplate left out."""
    quotations: int
    """Quotations in it."""
    path: str
    """Its file below the seeds folder."""
    sha256: str
    """Digest of the file."""
    address: str
    """Where it was published, http or https only; may be empty."""


class SourceParagraph(Struct, frozen=True):
    """A paragraph of a source's text, or a run of lines that are no part of it."""

    number: int
    """Its number in the document."""
    zone: str
    """What it is for: ``body``, ``subhead``, ``caption``, …"""
    heading: bool
    """Whether it is a heading."""
    label: str
    """Message of what it is, where a reader must be told; empty for running text."""
    sentences: tuple["ShownSentence", ...]
    """The sentences that are published."""
    lines: tuple["AsideLine", ...]
    """Lines that were set aside, shown folded; empty for a paragraph of the text."""


class AsideLine(Struct, frozen=True):
    """A line that was set aside, and why."""

    words: Words
    """The line."""
    why: str
    """The rule, in the catalogue's words; may be empty."""


class ShownSentence(Struct, frozen=True):
    """A sentence on its source's page."""

    id: str
    """Its permanent anchor."""
    src: str
    """``document:start-end``."""
    parts: tuple[Part, ...]
    """Its runs."""


class Use(Struct, frozen=True):
    """A page that uses a sentence."""

    term: str
    """Message of what page it is; empty where `words` names it."""
    words: Words | None
    """The page's name in source words."""
    url: str
    """The place on that page."""
    section: str
    """Message of the section in which it stands there; empty where the place says it all."""
