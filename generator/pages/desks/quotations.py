"""The desk of quotations."""

from generator.pages.desks.cards import SPEECH, quotation_card, source_cards
from generator.pages.lookup import Lookup
from generator.pages.page_views import QuotationsPage


def view_quotations(look: Lookup) -> QuotationsPage:
    """All quotations, speech apart from terms, titles and headline phrases."""
    cards = [quotation_card(look, q) for q in look.corpus.quotations]
    speakers = sorted(
        {q.speaker for q in look.corpus.quotations if q.speaker in look.actors and q.speaker}
    )
    links = look.actor_links(speakers)
    return QuotationsPage(
        speech=tuple(c for c in cards if c.kind_id in SPEECH),
        other=tuple(c for c in cards if c.kind_id not in SPEECH),
        speakers=links,
        speaker_ids=tuple(speakers),
        sources=source_cards(look),
        kinds=tuple(sorted({(c.kind_id, c.kind) for c in cards if c.kind_id in SPEECH})),
    )
