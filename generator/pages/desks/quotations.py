"""The desk of quotations."""

from collections import Counter
from collections.abc import Sequence

from generator.model.corpus import AttributedQuotation
from generator.pages.charts import disc_radius
from generator.pages.desks.cards import COLUMNS, quotation_card, source_cards
from generator.pages.labels import SPEECH
from generator.pages.links import source_url
from generator.pages.lookup import Lookup
from generator.pages.paging import paging, split
from generator.pages.views import Link, Paging, QuotationsPage, QuotedCell, QuotedRow


def view_quotations(look: Lookup) -> tuple[QuotationsPage, ...]:
    """The pages of quotations: speech first, then terms, titles and headline phrases."""
    rows = look.site.settings.limits.rows_per_page
    pages = split(sorted(look.corpus.quotations, key=lambda q: q.kind not in SPEECH), rows)
    return tuple(
        _view(look, page, paging("quotations/", number, len(pages)))
        for number, page in enumerate(pages, start=1)
    )


def _view(look: Lookup, quotations: Sequence[AttributedQuotation], place: Paging) -> QuotationsPage:
    cards = [quotation_card(look, q) for q in quotations]
    speakers = sorted({q.speaker for q in quotations if q.speaker in look.actors and q.speaker})
    links = look.actor_links(speakers)
    return QuotationsPage(
        speech=tuple(c for c in cards if c.kind_id in SPEECH),
        other=tuple(c for c in cards if c.kind_id not in SPEECH),
        speakers=links,
        speaker_ids=tuple(speakers),
        sources=source_cards(look),
        kinds=tuple(sorted({(c.kind_id, c.kind) for c in cards if c.kind_id in SPEECH})),
        paging=place,
    )


def quoted_rows(look: Lookup, rows: int) -> tuple[QuotedRow, ...]:
    """Who is quoted in which document, most quoted first."""
    found: list[tuple[Link, Counter[str]]] = []
    for actor in look.corpus.actors:
        known = [look.quotations[q] for q in actor.quotations_by if q in look.quotations]
        link = look.actor_link(actor.id)
        if known and link:
            found.append((link, Counter(q.document for q in known)))
    chosen = sorted(found, key=lambda row: -row[1].total())[:rows]
    most = max((counts.total() for _, counts in chosen), default=0)
    largest = max((max(counts.values()) for _, counts in chosen), default=0)
    return tuple(
        QuotedRow(
            link,
            _cells(look, counts, largest),
            counts.total(),
            len(counts),
            round(100 * counts.total() / most),
        )
        for link, counts in chosen
    )


def _cells(look: Lookup, counts: Counter[str], largest: int) -> tuple[QuotedCell, ...]:
    if len(look.documents) > COLUMNS:
        return ()
    return tuple(
        QuotedCell(
            counts[d],
            disc_radius(counts[d], largest),
            f"{source_url(d)}#quotations",
            look.letters[d],
        )
        for d in look.documents
    )
