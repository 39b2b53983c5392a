"""What the extract wing finds in one document alone; everything points at the text.

Nothing here knows the corpus: an actor, a resolved date, a named speaker are in
`generator.model.corpus`.
"""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from generator.model.failures import Failure
from generator.model.rules import ActionRule, QuotationRule, StatementRule
from generator.model.text import Offsets, Span, ZoneKind

QuotationKind = Literal["direct_speech", "reported_fragment", "term", "title", "headline_phrase"]
SPEECH: frozenset[QuotationKind] = frozenset({"direct_speech", "reported_fragment"})
"""Kinds of quotations that somebody said."""
Attribution = Literal["explicit", "inherited", "implied", "none"]
Stance = Literal["asserted", "denied", "asked", "offered", "conditional"]
"""What the source of a statement does with what is told."""
Unfitness = Literal[
    "question",
    "no_end_mark",
    "no_finite_verb",
    "label",
    "no_main_clause",
    "not_known",
    "no_subject",
    "order",
]
"""Why a sentence tells a reader nothing by itself."""
MentionKind = Literal["name", "metonym", "adjective", "nominal", "pronoun"]
Eventuality = Literal["event", "state", "outlook"]
ClauseTense = Literal["", "present", "perfect"]
Gender = Literal["feminine", "masculine", "neuter", "unknown"]
Number = Literal["singular", "plural", "unknown"]


class Phrase(Struct, frozen=True, gc=False):
    """A few words of the document, verbatim, and where they stand."""

    start: int
    end: int
    text: str


class Grammar(Struct, frozen=True, gc=False):
    """How a mention stands in its sentence, as far as resolving needs it."""

    dep: str
    """Dependency label of the mention's head word."""
    governor: str
    """Lemma of the word that governs the mention ("" for none)."""
    governor_pos: str
    preposition: str
    """The preposition it hangs on, lower case ("" for none)."""
    possessive: bool
    """True for ``Putin's``, ``his``."""
    agent_verb: str
    """Lemma of the verb that the mention is the subject of, conjuncts included ("" for none)."""


class Mention(Struct, frozen=True, gc=False):
    """A span that refers to somebody or something that may become an actor."""

    span: Span
    text: str
    kind: MentionKind
    label: str
    """The language model's guess for the name: PERSON, ORG, GPE, LOC, NORP, FAC, … or ""."""
    title: Phrase | None
    """Honorific or role standing directly before the name: ``Mr``, ``US Secretary of State``."""
    apposition: Phrase | None
    """Apposition or copula complement that says what the mention is, verbatim."""
    grammar: Grammar
    zone: ZoneKind
    quoted: bool
    """Inside quotation marks: said by a speaker, not by the author."""
    sentence: str
    gender: Gender = "unknown"
    number: Number = "unknown"
    weak: bool = False
    """A capital that only the corpus can tell from an ordinary word's; it may overlap others."""
    role_phrases: tuple[Phrase, ...] = ()
    """What the words beside the name, or its verb, say that it is, verbatim, read word by word."""


class Quotation(Struct, frozen=True, gc=False):
    """A run of text between quotation marks, with the source words as far as the document tells.

    `speaker_mention` are the words that name the source (``he``, ``the minister``, a name); who
    that is, is resolved later.
    """

    id: str
    span: Span
    """Between the marks, marks excluded."""
    text: str
    kind: QuotationKind
    speaker_mention: Phrase | None
    cue: Phrase | None
    attribution: Attribution
    hedge: str | None
    sentence: str
    rule: QuotationRule
    """The rule that decided; its words are in the catalogue."""
    rejected: tuple[str, ...] = ()
    """Candidates that lost, each with the reason, for ``briefing explain``."""
    paragraph: int = 0
    zone: ZoneKind = "body"
    antecedent: Phrase | None = None
    """The words that a relative pronoun goes back to, where the source is *who* or *which*."""


class Statement(Struct, frozen=True, gc=False):
    """Indirect speech: the content clause of a reporting verb or of *according to*."""

    id: str
    span: Span
    text: str
    speaker_mention: Phrase | None
    cue: Phrase | None
    hedge: str | None
    sentence: str
    rule: StatementRule
    """The rule that found it; its words are in the catalogue."""
    stance: Stance = "asserted"
    antecedent: Phrase | None = None
    """The words that a relative pronoun goes back to, where the source is *who* or *which*."""


class Action(Struct, frozen=True, gc=False):
    """Who does what to whom: a named subject, its verb and object; the clause is verbatim."""

    id: str
    span: Span
    """The clause."""
    agent: Offsets
    """The subject's name; equals the span of a `Mention`."""
    verb: str
    """Lemma."""
    target: Phrase | None
    modality: str | None
    """The modal or attitude word, verbatim (``may``, ``threatened to``)."""
    negated: bool
    sentence: str
    rule: ActionRule
    """The rule that tied the name to the verb; its words are in the catalogue."""


class DatedClause(Struct, frozen=True, gc=False):
    """The finite clause with its subject that a date tells of, as it can be read alone."""

    start: int
    end: int
    pronouns: tuple[Offsets, ...] = ()
    """Its pronouns, and a bare *the company*, whose owner stands outside: whoever shows it names
    them."""
    tense: ClauseTense = ""
    """Of its verb, where that tells how things are, or are by now, and not what happened."""
    relays: bool = False
    """Whether its verb only says what is told with a date of its own."""


class TimeExpression(Struct, frozen=True, gc=False):
    """Words that name a date, a time or a duration, before the year is known for certain."""

    id: str
    span: Span
    text: str
    kind: Literal["date", "time", "duration", "set"]
    value: str | None
    """EDTF where the words alone give it; None where an anchor is needed or for a duration."""
    timex_value: str | None
    """TIMEX3 value as far as the document and its own date give it."""
    precision: str
    rule: str
    evidence: tuple[Span, ...]
    sentence: str
    zone: ZoneKind
    anchor: str
    """What the corpus must supply: "" nothing, ``year``, ``published``, ``event`` (see dating)."""
    pattern: str = ""
    """A normalised form for the dating stage, such as ``XXXX-05-19`` or ``published+P1D``."""
    clause: DatedClause | None = None
    """What the timeline shows of the date; None where the date is that of something else."""


TimeExpressions: TypeAlias = Sequence[TimeExpression]
"""Those of a document, in reading order."""


class Candidate(Struct, frozen=True, gc=False):
    """A phrase that may become a keyphrase, with the features of its ranking."""

    text: str
    """The fullest form as written."""
    key: str
    """Lower-case lemmas joined by spaces; equal keys are one phrase."""
    spans: tuple[Offsets, ...]
    features: bytes
    """A row of numbers; see `generator.model.features`."""


class ContextDependence(Struct, frozen=True, gc=False):
    """Whether one sentence can stand alone, and what it brings to a reader."""

    sentence: str
    start: int
    end: int
    paragraph: int
    zone: ZoneKind
    words: int
    connective: str
    """The connective that it opens with, as written ("" for none)."""
    leans: bool
    """Whether its sense hangs on another sentence."""
    unfit: Unfitness | None
    """Why it can be no takeaway; None where it can."""
    cues: tuple[str, ...]
    """``change``, ``consequence``, ``judgement``, ``outlook``: what its words promise."""
    quoted: float
    """Share of its characters that are a masked quotation."""
    eventuality: Eventuality = "event"
    """What its main clause tells: what happened, how things are or usually go, what may come."""
    predicate: str = ""
    """Lemma of the verb of that clause ("" where it has none)."""
    negated: bool = False
    """Whether that verb is denied."""
    first_person: bool = False
    """Whether it says *I* or *we* outside of quotation marks, whose owner it does not name."""
    bare_subject: bool = False
    """Whether the subject of that verb is a definite noun with nothing that says which."""
    conditional: bool = False
    """Whether what it tells holds on a condition only: *would grow if the tax fell*."""
    given: int = 0
    """How many nouns it has with nothing but an article: *the vote*."""
    names: int = 0
    """How many of its words are parts of names."""


class Count(Struct, frozen=True, gc=False):
    """A number with the things that are counted: from its first character to their last."""

    start: int
    end: int
    number: str
    """In one form for all ways of writing it (``12``, ``1.5 million``)."""
    what: str
    """Lemma of the things, ``$`` for an amount of money, ``percent``."""
    governor: str
    """Lemma of the verb or noun that they depend on (``kill``)."""
    of: str = ""
    """Lemma of what a share or an amount is of, or the name of what killed or hurt so many, where
    the clause says it."""


class Annotations(Struct, frozen=True, gc=False):
    """All that was found in one document; each tuple in reading order."""

    document_id: str
    lexicon_language: str | None
    """The language whose word lists were used; None where there are none for this document."""
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    statements: tuple[Statement, ...] = ()
    actions: tuple[Action, ...] = ()
    time_expressions: tuple[TimeExpression, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    context_dependences: tuple[ContextDependence, ...] = ()
    counts: tuple[Count, ...] = ()
    warnings: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    """Stages that ended in an unexpected error; annotations with any are not kept."""


AllAnnotations: TypeAlias = Sequence[Annotations]
"""Those of a corpus, one a document."""
