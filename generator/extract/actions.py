"""Who does what to whom in one document: a named subject, its verb, its object."""

from collections.abc import Sequence

from generator.lexicons import Lexicon
from generator.model.annotations import Action, Mention
from generator.model.text import Document, Parse


def find_actions(
    document: Document, parse: Parse, *, mentions: Sequence[Mention], lexicon: Lexicon | None
) -> tuple[Action, ...]:
    """The actions of `document` in reading order; none without a lexicon."""
    return ()
