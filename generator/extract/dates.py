"""Time expressions of one document, with their values as far as the document alone gives them."""

from generator.lexicons import Lexicon
from generator.model.annotations import TimeExpression
from generator.model.text import Document, Parse


def find_time_expressions(
    document: Document, parse: Parse, *, lexicon: Lexicon | None
) -> tuple[TimeExpression, ...]:
    """The time expressions of `document` in reading order; none without a lexicon."""
    return ()
