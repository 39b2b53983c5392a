"""Values of time expressions that need the corpus, and the documents' own dates."""

from collections.abc import Sequence

from msgspec import Struct

from generator.model.annotations import Annotations
from generator.model.corpus import DatedExpression
from generator.model.text import Document, Fact


class Dating(Struct, frozen=True):
    """Dated expressions by document and offset, and the inferred `published` of documents by id."""

    dates: tuple[DatedExpression, ...]
    published: tuple[tuple[str, Fact], ...]


def resolve_dates(documents: Sequence[Document], annotations: Sequence[Annotations]) -> Dating:
    """Give each time expression its value, or say why it has none."""
    return Dating((), ())
