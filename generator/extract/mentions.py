"""Mentions of one document: names, adjectives, descriptions and pronouns that may mean an actor."""

from collections.abc import Sequence

from generator.lexicons import Lexicon
from generator.model.annotations import Mention
from generator.model.text import Document, Parse, QuotedRun


def find_mentions(
    document: Document, parse: Parse, *, runs: Sequence[QuotedRun], lexicon: Lexicon | None
) -> tuple[Mention, ...]:
    """The mentions of `document` in reading order."""
    return ()
