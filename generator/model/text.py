r"""Documents, their zones and sentences, and the parse of their words.

All offsets in this project are characters (Unicode code points) of a document's reading text, end
excluded. The reading text of a ``.txt`` or ``.md`` seed is the decoded file without a byte order
mark, with ``\r\n`` and ``\r`` turned into ``\n`` and nothing else changed.
"""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from generator.model.failures import Failure
from generator.model.rules import FactRule, ZoneRule

ZoneKind = Literal[
    "headline",
    "standfirst",
    "caption",
    "credit",
    "subhead",
    "dateline",
    "body",
    "bio",
    "boilerplate",
    "front_matter",
    "speaker_label",
    "procedure",
]
"""What a stretch of a document is for; see `generator.read.zones`."""

How = Literal["stated", "inferred", "editor"]
"""How a fact about a document is known: it says so, a rule concluded it, or an editor wrote it."""


class Offsets(Struct, frozen=True, order=True, gc=False):
    """A stretch of one document's reading text; the document is known from where it stands."""

    start: int
    end: int


class Span(Struct, frozen=True, order=True, gc=False):
    """A stretch of one named document's reading text."""

    document_id: str
    start: int
    end: int


class Zone(Struct, frozen=True, gc=False):
    """A stretch with one purpose; zones do not overlap and cover all that is not white."""

    start: int
    end: int
    kind: ZoneKind
    rule: ZoneRule
    """What decided; its words stand in the catalogue."""
    paragraph: int
    """1-based number of the paragraph or line that the zone lies in; zones of one line share it."""


class Fact(Struct, frozen=True, gc=False):
    """One value about a document, with where it was found."""

    value: str
    how: How
    evidence: Offsets | None
    rule: FactRule
    """Where it was found, or what it was inferred from; its words stand in the catalogue."""


class Metadata(Struct, frozen=True, gc=False):
    """What is known about a document as a publication."""

    title: Fact | None = None
    authors: tuple[Fact, ...] = ()
    publisher: Fact | None = None
    published: Fact | None = None
    """Value in EDTF: ``2025-05-19``, ``2025-05``, an interval ``2025-04-23/2025-04-26``."""
    genre: Fact | None = None
    licence: Fact | None = None
    url: Fact | None = None
    tags: tuple[Fact, ...] = ()
    """What an editor filed the document under, in the editor's words."""
    series: Fact | None = None


class Sentence(Struct, frozen=True, gc=False):
    """One sentence (or one heading line); never reaches over a zone's end."""

    id: str
    """``s-`` + slug of its first words + short hash of its words; survives edits elsewhere."""
    start: int
    end: int
    paragraph: int
    zone: ZoneKind


class Original(Struct, frozen=True, gc=False):
    """The file that a reading text was made of; `pages` are their stretches of that text."""

    media_type: str
    sha256: str
    pages: tuple[Offsets, ...] = ()


class Turn(Struct, frozen=True, gc=False):
    """What one speaker says in a record of turns, up to the next speaker's label."""

    label: Offsets
    """The words that name the speaker before the turn, without title and what stands behind."""
    named: Offsets | None
    """Where the record gives the full name of whom the label means, None where the label does."""
    person: bool
    """False where nothing but a part in the conversation is known, such as *Operator*."""
    role: Offsets | None
    """What the record says that the speaker is, at the label or in its list."""
    said: tuple[Offsets, ...]
    """The paragraphs."""


class Document(Struct, frozen=True, gc=False):
    """A read seed: its reading text and what the reader of files can say of it."""

    id: str
    path: str
    """Path below the seeds folder, with ``/``."""
    media_type: str
    sha256: str
    text_sha256: str
    text: str
    language: str
    """BCP 47 primary language, ``en`` for English, ``und`` where it could not be told."""
    metadata: Metadata
    zones: tuple[Zone, ...]
    sentences: tuple[Sentence, ...]
    warnings: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    """Stages of reading that ended in an unexpected error."""
    original: Original | None = None
    """The file of another format that the text was made of; None for plain text and Markdown."""
    turns: tuple[Turn, ...] = ()
    """Who speaks where, in a record of turns."""
    markup: tuple[Offsets, ...] = ()
    """Stretches of a Markdown text that are marks and no words: on no page, in reading order."""


Documents: TypeAlias = Sequence[Document]
"""Those of a corpus."""


class QuotedRun(Struct, frozen=True, order=True, gc=False):
    """A run between a pair of quotation marks, or what is left of one whose mark is missing."""

    start: int
    end: int
    """`start` and `end` exclude the marks; `outer_start` and `outer_end` include them."""
    outer_start: int
    outer_end: int
    mark: str
    """The opening mark: ``“``, ``"``, ``‘``, ``'``, ``«``, ``„``, ``\'\'``, …"""
    depth: int = 0
    """0 for an outermost run, 1 for a run inside it, and so on."""
    continues: bool = False
    """True where the run goes on from the paragraph before with a re-opened mark."""
    repaired: bool = False
    """True where one of its marks is missing and the rule supplied an end."""


class Segment(Struct, frozen=True, gc=False):
    """A stretch of text that is parsed by itself, commonly one paragraph.

    `holes` are stretches (long quotations) that the parser sees as one placeholder word, so that
    what is said does not blur who says it; their words are parsed as segments of their own.
    """

    start: int
    end: int
    zone: ZoneKind
    holes: tuple[Offsets, ...] = ()
    in_hole: bool = False
    """True for a segment that is the words of another segment's hole."""


class Token(Struct, frozen=True, gc=False):
    """One word or mark of a parse.

    `head` is the index (in the same parsed segment) of the syntactic head; the root's own index
    for a root. `dep` is one of `generator.language.relations`, `tag` one of
    `generator.language.word_forms`, `pos` a Universal part of speech. `entity` is the language
    model's guess (OntoNotes: PERSON, ORG, GPE, NORP, …) or "". A hole's token has `pos` "X",
    `text` = `lemma` = the placeholder, and the hole's offsets.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    entity_begins: bool
    sentence_begins: bool
    hole: bool = False


Tokens: TypeAlias = Sequence[Token]


class ParsedSegment(Struct, frozen=True):
    """A segment's tokens, in reading order; indices start at 0 in each segment."""

    segment: Segment
    tokens: tuple[Token, ...]


class Parse(Struct, frozen=True):
    """The parse of one document, in reading order; a hole's words after what surrounds them."""

    document_id: str
    segments: tuple[ParsedSegment, ...]
