"""The resolved corpus: what the pages show and what the public data files hold, row by row.

Each struct below is one row of a file of the data contract (``docs/guide/reference/data.md``);
its field names are public. Rows name their document and offsets flat, as readers download them.
Tuples are sorted: by document id and offset unless a docstring says otherwise.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from generator.model.annotations import (
    Attribution,
    DatedClause,
    MentionKind,
    Phrase,
    QuotationKind,
    Stance,
)
from generator.model.coreference import ReferenceRule
from generator.model.failures import Failure
from generator.model.rules import (
    ActionRule,
    AnchorRule,
    HiddenRule,
    MentionRule,
    QuotationRule,
    StatementRule,
    TypeRule,
    UndatedReason,
)
from generator.model.text import Document, Fact, Offsets

ActorType = Literal["person", "organisation", "country", "place", "group"]
Confidence = Literal["explicit", "verified", "inferred", "low"]


class SpanRow(Struct, frozen=True, order=True, gc=False):
    """A stretch of a document, as written in the data files."""

    document: str
    start: int
    end: int


class ActorMention(Struct, frozen=True, gc=False):
    """One place where an actor is named or referred to."""

    document: str
    start: int
    end: int
    text: str
    kind: MentionKind
    sentence: str
    why: str = ""
    """The rule that linked it in words, for references, metonyms and names inside names."""
    rule: MentionRule | ReferenceRule | None = None
    """The same rule by its id."""


class Alias(Struct, frozen=True, gc=False):
    """A form of an actor's name and how often it occurs; most frequent first."""

    text: str
    count: int


class Role(Struct, frozen=True, gc=False):
    """What a source calls an actor, verbatim."""

    text: str
    document: str
    start: int
    end: int
    date: str | None
    """EDTF date of the document that says so, when known."""
    sentence: str = ""


class RelatedActor(Struct, frozen=True, gc=False):
    """Another actor named in the same sentences; most sentences first."""

    actor: str
    sentences: tuple[str, ...]


class Actor(Struct, frozen=True, gc=False):
    """An entity that speaks or acts; `id` is a slug of its name."""

    id: str
    name: str
    type: ActorType
    aliases: tuple[Alias, ...]
    roles: tuple[Role, ...]
    mentions: tuple[ActorMention, ...]
    quotations_by: tuple[str, ...] = ()
    quotations_about: tuple[str, ...] = ()
    statements_by: tuple[str, ...] = ()
    related: tuple[RelatedActor, ...] = ()
    salience: float = 0.0
    shown: bool = True
    why: str = ""
    """Why it is not shown, or how it was put together."""
    rule: HiddenRule | None = None
    """The rule behind `why`."""
    type_rule: TypeRule | None = None
    """What weighed most for its type."""

    @property
    def usual_role(self) -> Role | None:
        """What the sources call it most often; of several as often the first."""
        counts = Counter(role.text.casefold() for role in self.roles)
        return max(self.roles, key=lambda role: counts[role.text.casefold()], default=None)


Actors: TypeAlias = Sequence[Actor]


class AttributedQuotation(Struct, frozen=True, gc=False):
    """A quotation whose source mention was resolved to an actor, or says why not."""

    id: str
    document: str
    start: int
    end: int
    text: str
    kind: QuotationKind
    speaker: str | None
    speaker_name: str | None
    speaker_mention: Phrase | None
    cue: Phrase | None
    attribution: Attribution
    hedge: str | None
    about: tuple[str, ...]
    sentence: str
    rule: QuotationRule
    why: str
    """The rule's words in English, and why the source is this actor."""
    unresolved: str | None
    rejected: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    """All of them where the source names several together; `speaker` is the first."""
    speaker_rule: str = ""
    """Id of the rule of coreference that told the speaker."""
    unresolved_reason: str | None = None
    """Id of the reason why nobody is named."""


class AttributedStatement(Struct, frozen=True, gc=False):
    """Indirect speech whose source mention was resolved to an actor, or says why not."""

    id: str
    document: str
    start: int
    end: int
    text: str
    speaker: str | None
    speaker_name: str | None
    speaker_mention: Phrase | None
    cue: Phrase | None
    hedge: str | None
    sentence: str
    rule: StatementRule
    why: str
    """The rule's words in English, and why the source is this actor."""
    unresolved: str | None
    speakers: tuple[str, ...] = ()
    speaker_rule: str = ""
    unresolved_reason: str | None = None
    stance: Stance = "asserted"
    """What the source does with it; a denial is nothing that the speaker says is so."""


class ActorAction(Struct, frozen=True, gc=False):
    """Who did what to whom; `actor` and `target` are actor ids (`target_text` is verbatim)."""

    id: str
    document: str
    sentence: str
    actor: str
    verb: str
    target: str | None
    target_text: Phrase | None
    modality: str | None
    negated: bool
    start: int
    end: int
    rule: ActionRule
    why: str
    """The rule's words in English."""


class DatedExpression(Struct, frozen=True, gc=False):
    """A time expression with its EDTF `value`; None for a duration or where unresolved."""

    id: str
    document: str
    start: int
    end: int
    text: str
    value: str | None
    timex_value: str | None
    precision: str
    rule: str
    """A rule of `generator.temporal.rules`."""
    why: str
    """The rule's words in English, and what the date is seen from."""
    evidence: tuple[SpanRow, ...]
    confidence: Confidence
    event: Offsets | None
    in_timeline: bool
    sentence: str
    unresolved: str | None = None
    planned: bool = False
    """Told as still to come when the document was written."""
    clause: DatedClause | None = None
    """What the timeline shows of it; None where the date is that of something else."""
    seen_from: tuple[AnchorRule, ...] = ()
    """The rules that told the rest of its date, where its own words do not."""
    unresolved_reason: UndatedReason | None = None


class TimelineMember(Struct, frozen=True, gc=False):
    """One source's words for an entry, and the dated expression in them."""

    date: str
    """Its id; "" where the document's own date is taken."""
    document: str
    start: int
    end: int


class TimelineEntry(Struct, frozen=True, gc=False):
    """One event; entries are sorted by date."""

    id: str
    date: str
    confidence: Confidence
    background: bool
    planned: bool
    actors: tuple[str, ...]
    members: tuple[TimelineMember, ...]
    reported: bool = False
    """Its words give no date: it is that of the report which opens with them."""


class Keyphrase(Struct, frozen=True, gc=False):
    """One document's phrase; best first."""

    text: str
    score: float
    spans: tuple[tuple[int, int], ...]
    key: str = ""
    """Lower-case lemmas joined by spaces; the same phrase in another document has the same key."""


class Topic(Struct, frozen=True, gc=False):
    """A phrase of the corpus with its variants; most important first."""

    id: str
    label: str
    variants: tuple[str, ...]
    documents: tuple[str, ...]
    occurrences: tuple[SpanRow, ...]
    actors: tuple[str, ...]
    related: tuple[str, ...]


class Score(Struct, frozen=True, gc=False):
    """One part of a decision."""

    part: str
    value: float


class Takeaway(Struct, frozen=True, gc=False):
    """A self-contained sentence worth reading first; by section and rank."""

    rank: int
    section: Literal["bottom_line", "takeaway"]
    document: str
    start: int
    end: int
    text: str
    topic: str | None
    sentences: tuple[str, ...]
    why: tuple[Score, ...]
    """Score by part; the parts are listed in the guide."""
    label: str | None = None
    """What the reader must know of it: ``opinion``, ``standfirst``."""


class ComparisonMember(Struct, frozen=True, gc=False):
    """One side of a comparison, with the span that shows it."""

    document: str
    start: int
    end: int
    actor: str | None = None
    topic: str | None = None
    date: str | None = None
    quotations: tuple[str, ...] = ()
    sentence: str | None = None


class Comparison(Struct, frozen=True, gc=False):
    """One thing that shows when documents are laid side by side."""

    id: str
    kind: Literal[
        "only_in",
        "quoted_in",
        "shared_topic",
        "related_sentences",
        "same_author",
        "reprint",
        "number_differs",
        "never_quoted",
        "spelled",
        "changed",
        "restated",
    ]
    documents: tuple[str, ...]
    members: tuple[ComparisonMember, ...]
    actor: str | None = None
    topic: str | None = None
    score: float | None = None
    value: str | None = None
    """The shared value in words of the sources: an author's name, a number."""
    voices: int | None = None
    """Of ``same_author`` and ``reprint``: independent voices left in the whole corpus."""


class StoryLabel(Struct, frozen=True, gc=False):
    """The headline that names a story, verbatim."""

    text: str
    document: str
    start: int
    end: int


class StoryMembership(Struct, frozen=True, gc=False):
    """Why a document belongs to its story."""

    document: str
    rule: str
    words: tuple[SpanRow, ...]
    """Words that the story's documents share, each where it stands first in this one."""


class Story(Struct, frozen=True, gc=False):
    """The documents that tell of one event and its sequel; two of them at least."""

    id: str
    """Made of the earliest document's id, so that it stays when the story grows."""
    label: StoryLabel | None
    documents: tuple[str, ...]
    """The earliest first."""
    actors: tuple[str, ...]
    """Those of two documents or more, those of most documents first."""
    topics: tuple[str, ...]
    start: str | None
    """When the earliest and the latest of the dated documents were published, in EDTF."""
    end: str | None
    cosine: float
    """How alike two of its documents are on average, from 0 to 1."""
    why: tuple[StoryMembership, ...]
    name: str | None = None
    """What an editor calls it."""
    pinned: bool = False
    """Whether an editor wants it to lead."""
    loose: bool = False
    """Whether its documents share the subject of many others, and hardly an event of their own."""


class Correction(Struct, frozen=True, gc=False):
    """One line of the editor's file, and whether it still applies."""

    action: str
    target: tuple[str, ...]
    value: str | None
    why: str
    line: int
    applied: bool


class DocumentRow(Struct, frozen=True, gc=False):
    """A document as published: what was read, plus its keyphrases."""

    document: Document
    keyphrases: tuple[Keyphrase, ...]
    lexicon_language: str | None
    warnings: tuple[str, ...]
    failures: tuple[Failure, ...] = ()
    """Stages that ended in an unexpected error on this document."""
    copy_of: str | None = None
    """The document whose text this one has, word for word or nearly so."""


class SkippedSeed(Struct, frozen=True, gc=False):
    """A file or folder below the seeds folder that could not be read, and why."""

    path: str
    reason: str


class Corpus(Struct, frozen=True, gc=False):
    """Everything that is known, resolved: the one value that the pages are made from."""

    documents: tuple[DocumentRow, ...]
    skipped: tuple[SkippedSeed, ...]
    actors: tuple[Actor, ...]
    """Most salient first."""
    quotations: tuple[AttributedQuotation, ...]
    statements: tuple[AttributedStatement, ...]
    actions: tuple[ActorAction, ...]
    dates: tuple[DatedExpression, ...]
    timeline: tuple[TimelineEntry, ...]
    topics: tuple[Topic, ...]
    takeaways: tuple[Takeaway, ...]
    comparison: tuple[Comparison, ...]
    corrections: tuple[Correction, ...] = ()
    stories: tuple[Story, ...] = ()
    """By id; a document that is in none stands alone."""
    published: tuple[tuple[str, Fact], ...] = ()
    """Publication dates that had to be inferred, by document id."""
    warnings: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    """Blocks of the corpus that ended in an unexpected error and are empty."""
