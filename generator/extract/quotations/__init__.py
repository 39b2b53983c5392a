"""Quoted runs of one document with their kind, cue and source words."""

from collections.abc import Sequence

from generator.lexicons import Lexicon
from generator.model.annotations import Quotation
from generator.model.text import Document, Parse, QuotedRun


def find_quotations(
    document: Document, parse: Parse, *, runs: Sequence[QuotedRun], lexicon: Lexicon | None
) -> tuple[Quotation, ...]:
    """The quotations of `document` in reading order; without a lexicon, runs without sources."""
    return ()
