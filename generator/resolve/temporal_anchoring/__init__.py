"""Values of time expressions that need the corpus, and the documents' own dates."""

from msgspec import Struct
from msgspec.structs import replace

from generator.model.annotations import AllAnnotations
from generator.model.corpus import DatedExpression
from generator.model.text import Documents, Fact
from generator.resolve.temporal_anchoring.expressions import resolve_expressions
from generator.resolve.temporal_anchoring.orders import orders_of_numbers
from generator.resolve.temporal_anchoring.publication import (
    infer_publication,
    own_day,
    stated_publication,
)
from generator.resolve.temporal_anchoring.related import find_related
from generator.resolve.temporal_anchoring.years import (
    YearAnchor,
    anchor_from_file,
    anchor_from_publication,
)


class Dating(Struct, frozen=True):
    """Dated expressions by document and offset, and the inferred `published` of documents by id."""

    dates: tuple[DatedExpression, ...]
    published: tuple[tuple[str, Fact], ...]


def resolve_dates(documents: Documents, annotations: AllAnnotations) -> Dating:
    """Give each time expression its value, or say why it has none."""
    anchors = _year_anchors(documents, annotations)
    orders = orders_of_numbers(documents, annotations)
    dates: list[DatedExpression] = []
    published: list[tuple[str, Fact]] = []
    for document, found in zip(documents, annotations, strict=True):
        years = anchors[document.id]
        publication = stated_publication(document)
        if publication is None:
            own = own_day(found.time_expressions, orders[document.id])
            publication = own or infer_publication(found.time_expressions, years)
            if publication and publication.fact:
                published.append((document.id, publication.fact))
        dates += resolve_expressions(
            document, found.time_expressions, publication, years, orders[document.id]
        )
    return Dating(tuple(dates), tuple(published))


def _year_anchors(
    documents: Documents, annotations: AllAnnotations
) -> dict[str, tuple[YearAnchor, ...]]:
    """What each document's dates without a year are seen from.

    The first that there is: its own date, the full dates in its text, the dated documents on the
    same event.
    """
    own: dict[str, YearAnchor] = {}
    for document, found in zip(documents, annotations, strict=True):
        anchor = anchor_from_publication(document) or anchor_from_file(found.time_expressions)
        if anchor:
            own[document.id] = anchor
    undated = [d.id for d in documents if d.id not in own]
    related = find_related(documents, annotations, undated, frozenset(own))
    borrowed = {
        name: tuple(
            replace(own[r.document], rule=r.rule, from_publication=False, sure=True) for r in found
        )
        for name, found in related.items()
    }
    return {d.id: (own[d.id],) if d.id in own else borrowed.get(d.id, ()) for d in documents}
