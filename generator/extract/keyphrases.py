"""Phrases of one document that may become keyphrases, with the features of their ranking."""

from generator.lexicons import Lexicon
from generator.model.annotations import Candidate
from generator.model.text import Document, Parse


def find_candidates(
    document: Document, parse: Parse, *, lexicon: Lexicon | None
) -> tuple[Candidate, ...]:
    """The candidate phrases of `document`, in order of first occurrence."""
    return ()
