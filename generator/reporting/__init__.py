"""Reporting clauses: which verbs of a sentence tell that somebody said something, and who.

Both the quotation and the statement stage stand on this, and stages do not know each other, so it
lies below them. Everything is read off the dependency parse of one segment; nothing is decided
here about what was said. Downwards: `clauses` (verbs and their subjects), `phrases` (how far a
source's words reach), `vocabulary` (what the word lists say).
"""

from collections.abc import Iterator, Sequence

from generator.model.text import Token
from generator.reporting.clauses import Report, Reporting
from generator.reporting.phrases import Source
from generator.reporting.vocabulary import Strength, Vocabulary

__all__ = ["Report", "Reporting", "Source", "Strength", "Vocabulary", "sentence_ranges"]


def sentence_ranges(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The token ranges of a segment's sentences, end excluded."""
    starts = [t.index for t in tokens if t.sentence_begins or t.index == 0]
    for at, start in enumerate(starts):
        yield start, starts[at + 1] if at + 1 < len(starts) else len(tokens)
