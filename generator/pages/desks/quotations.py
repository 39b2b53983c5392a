"""The desk of quotations."""

from collections.abc import Sequence

from generator.model.corpus import AttributedQuotation
from generator.pages.desks.cards import quotation_card, source_cards
from generator.pages.labels import SPEECH
from generator.pages.lookup import Lookup
from generator.pages.paging import paging, split
from generator.pages.views import Paging, QuotationsPage


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
