"""The page of quotations, and the table of who is quoted where."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from generator.model.annotations import SPEECH
from generator.model.corpus import AttributedQuotation
from generator.pages.charts import disc_radius
from generator.pages.corpus_index import CorpusIndex
from generator.pages.list_filters import Listed, ListedPages, page_filters, some
from generator.pages.paging import paging, split
from generator.pages.presenters.cards import COLUMNS, quotation_card
from generator.pages.search_facets import publication_month
from generator.pages.views import Link, QuotationsPage, QuotedCell, QuotedRow


def view_quotations(index: CorpusIndex) -> tuple[QuotationsPage, ...]:
    """The pages of quotations: speech first, then terms, titles and headline phrases."""
    pages = _pages(index)
    listed = quotation_list(index)
    return tuple(
        QuotationsPage(
            speech=tuple(quotation_card(index, *g) for g in page if g[0].kind in SPEECH),
            other=tuple(quotation_card(index, *g) for g in page if g[0].kind not in SPEECH),
            filters=page_filters(index, listed, number),
            paging=paging(listed.hub, number, len(pages)),
        )
        for number, page in enumerate(pages, start=1)
    )


def quotation_list(index: CorpusIndex) -> ListedPages:
    """All quotations with what they can be chosen by, as they are split over pages."""
    pages = tuple(tuple(_listed(index, group) for group in page) for page in _pages(index))
    return ListedPages("quotations/", "quotations", pages)


def _pages(index: CorpusIndex) -> tuple[tuple[tuple[AttributedQuotation, ...], ...], ...]:
    """Each page's quotations, those of one kind and speaker in one sentence together."""
    rows = index.site.settings.limits.rows_per_page
    pages = split(sorted(index.corpus.quotations, key=lambda q: q.kind not in SPEECH), rows)
    return tuple(_grouped(page) for page in pages)


def _grouped(
    quotations: Sequence[AttributedQuotation],
) -> tuple[tuple[AttributedQuotation, ...], ...]:
    groups: defaultdict[tuple[str, ...], list[AttributedQuotation]] = defaultdict(list)
    for q in quotations:
        groups[q.document, q.sentence or q.id, "+".join(q.speakers) or q.id, q.kind].append(q)
    return tuple(map(tuple, groups.values()))


def _listed(index: CorpusIndex, group: Sequence[AttributedQuotation]) -> Listed:
    first = group[0]
    dated = index.date_of(first.document)
    return Listed(
        tuple(q.id for q in group),
        (
            ("speaker", tuple(s for s in first.speakers if s in index.actors)),
            ("source", (index.letters[first.document],)),
            ("kind", (first.kind,)),
            ("month", some(publication_month(index, first.document))),
        ),
        inferred=dated is None or dated[0].how == "inferred",
    )


def quoted_rows(index: CorpusIndex, rows: int) -> tuple[QuotedRow, ...]:
    """Who is quoted in which document, most quoted first."""
    found: list[tuple[Link, Counter[str]]] = []
    for actor in index.corpus.actors:
        known = [index.quotations[q] for q in actor.quotations_by if q in index.quotations]
        link = index.actor_link(actor.id)
        if known and link:
            found.append((link, Counter(q.document for q in known)))
    chosen = sorted(found, key=lambda row: -row[1].total())[:rows]
    most = max((counts.total() for _, counts in chosen), default=0)
    largest = max((max(counts.values()) for _, counts in chosen), default=0)
    return tuple(
        QuotedRow(
            link,
            _cells(index, counts, largest),
            counts.total(),
            len(counts),
            round(100 * counts.total() / most),
        )
        for link, counts in chosen
    )


def _cells(index: CorpusIndex, counts: Counter[str], largest: int) -> tuple[QuotedCell, ...]:
    if len(index.documents) > COLUMNS:
        return ()
    return tuple(
        QuotedCell(
            counts[d],
            disc_radius(counts[d], largest),
            f"{index.addresses.source(d)}#quotations",
        )
        for d in index.documents
    )
