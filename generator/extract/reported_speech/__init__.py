"""Reporting clauses: which verbs of a sentence tell that somebody said something, and who.

Both the quotation and the statement stage stand on this, and stages do not know each other, so it
lies below them. Everything is read off the dependency parse of one segment; nothing is decided
here about what was said. Downwards: `cues` (verbs and their subjects), `source_spans` (how far a
source's words reach), `cue_lexicon` (what the word lists say), `factuality`
(what is told as a fact), `stance` (what a source does with what is told).
"""

from collections.abc import Iterator

from generator.extract.reported_speech.cue_lexicon import Vocabulary
from generator.extract.reported_speech.cues import ReportingClause, ReportingClauses
from generator.extract.reported_speech.factuality import Assertions, Factuality
from generator.extract.reported_speech.source_spans import Source
from generator.extract.reported_speech.stance import Stances
from generator.language.speech_verbs import Strength
from generator.model.text import Tokens

__all__ = [
    "Assertions",
    "Factuality",
    "ReportingClause",
    "ReportingClauses",
    "Source",
    "Stances",
    "Strength",
    "Vocabulary",
    "sentence_ranges",
]


def sentence_ranges(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The token ranges of a segment's sentences, end excluded."""
    starts = [t.index for t in tokens if t.sentence_begins or t.index == 0]
    for at, start in enumerate(starts):
        yield start, starts[at + 1] if at + 1 < len(starts) else len(tokens)
