"""Source mentions of quotations and statements to actors: who said it."""

from collections.abc import Sequence

from generator.model.annotations import Annotations
from generator.model.corpus import Actor, AttributedQuotation, AttributedStatement
from generator.model.text import Document


def resolve_quotations(
    documents: Sequence[Document], annotations: Sequence[Annotations], actors: Sequence[Actor]
) -> tuple[AttributedQuotation, ...]:
    """The quotations with their speakers, by document and offset."""
    return ()


def resolve_statements(
    documents: Sequence[Document], annotations: Sequence[Annotations], actors: Sequence[Actor]
) -> tuple[AttributedStatement, ...]:
    """The statements with their speakers, by document and offset."""
    return ()
