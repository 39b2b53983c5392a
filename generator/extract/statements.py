"""Indirect speech of one document: content clauses of reporting verbs and of *according to*."""

from collections.abc import Sequence

from generator.lexicons import Lexicon
from generator.model.annotations import Quotation, Statement
from generator.model.text import Document, Parse


def find_statements(
    document: Document,
    parse: Parse,
    *,
    quotations: Sequence[Quotation],
    lexicon: Lexicon | None,
) -> tuple[Statement, ...]:
    """The statements of `document` in reading order; none without a lexicon."""
    return ()
