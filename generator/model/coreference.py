"""Whom a pronoun, a description or the words of a source mean: actors, or why nobody.

Nothing that reads these asks again who is meant: there is one answer for each stretch of text.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from generator.model.annotations import MentionKind
from generator.model.text import Offsets

ReferenceRule = Literal[
    "names",
    "names_several",
    "family_name",
    "beside_name",
    "subject_before",
    "owner_before",
    "subject_of_sentence_before",
    "subject_of_paragraph_before",
    "only_one_in_paragraph",
    "only_one_in_paragraph_before",
    "called_so",
    "kind_of_body",
    "speaks_for",
    "author_of_document",
    "speaker_of_turn",
    "joined_subject",
    "as_many_as_counted",
]
"""The rule that resolved; its words for the reader stand in the catalogue (``coreference.…``)."""
UnresolvedReason = Literal[
    "first_person",
    "no_actor",
    "several_named",
    "nobody_before",
    "several_fit",
    "several_called_so",
    "somebody_else",
    "perhaps_a_thing",
    "a_document",
    "editor",
]
"""Why nobody is named; its words for the reader stand in the catalogue (``coreference.…``)."""


class Reference(Struct, frozen=True, gc=False):
    """A stretch of text that means actors."""

    actors: tuple[str, ...]
    """Their ids, in reading order; more than one only where all are meant."""
    rule: ReferenceRule


class Unresolved(Struct, frozen=True, gc=False):
    """A stretch of text that refers to somebody who cannot be told for certain."""

    reason: UnresolvedReason
    name: str | None = None
    """What a reader may see as the name: a description as written, never a pronoun."""
    candidates: tuple[str, ...] = ()
    """The names between which nothing decides."""


Resolution = Reference | Unresolved
NO_ACTOR = Unresolved("no_actor")


class Place(Struct, frozen=True, order=True, gc=False):
    """Where in the corpus words refer."""

    document: str
    start: int
    end: int


class Referring(Struct, frozen=True, gc=False):
    """Words that refer without naming, and whom they mean."""

    span: Offsets
    text: str
    kind: MentionKind
    sentence: str
    meant: Resolution


class Coreference(Struct, frozen=True, gc=False):
    """All answers of a corpus: the one place that says who is meant."""

    references: Mapping[str, tuple[Referring, ...]]
    """By document: pronouns and descriptions, in reading order."""
    sources: Mapping[Place, Resolution]
    """Who the words are that name the source of a quotation or statement."""

    def source(self, document: str, words: Offsets) -> Resolution:
        """Who the words of a source are."""
        return self.sources.get(Place(document, words.start, words.end), NO_ACTOR)
