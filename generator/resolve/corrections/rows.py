"""Corrections of single rows: who said a quotation, what a date means."""

from msgspec.structs import replace

from generator.i18n.catalogue import words_in_data
from generator.model.corpus import AttributedQuotation, Corpus, Correction
from generator.resolve.corrections.actors import recount


def reattribute(corpus: Corpus, correction: Correction) -> Corpus | None:
    """Give a quotation to another speaker, or to nobody."""
    target = correction.target[0]
    actor = next((a for a in corpus.actors if a.id == correction.value), None)
    known = any(q.id == target for q in corpus.quotations)
    if not known or (correction.value and actor is None):
        return None

    def change(row: AttributedQuotation) -> AttributedQuotation:
        return replace(
            row,
            speaker=actor.id if actor else None,
            speakers=(actor.id,) if actor else (),
            speaker_name=actor.name if actor else None,
            speaker_rule="",
            attribution="explicit" if actor else "none",
            unresolved=None if actor else words_in_data("coreference", "editor"),
            unresolved_reason=None if actor else "editor",
            rule="editor",
            why=f"by the editor: {correction.why}",
        )

    rows = tuple(change(q) if q.id == target else q for q in corpus.quotations)
    return recount(replace(corpus, quotations=rows))


def date(corpus: Corpus, correction: Correction) -> Corpus | None:
    """Give a time expression another value, on the timeline too."""
    target, value = correction.target[0], correction.value or ""
    if not any(d.id == target for d in corpus.dates):
        return None
    dates = tuple(
        replace(
            d,
            value=value,
            rule="editor",
            why=f"by the editor: {correction.why}",
            seen_from=(),
            confidence="verified",
            unresolved=None,
            unresolved_reason=None,
        )
        if d.id == target
        else d
        for d in corpus.dates
    )
    timeline = (
        replace(e, date=value) if any(m.date == target for m in e.members) else e
        for e in corpus.timeline
    )
    return replace(
        corpus, dates=dates, timeline=tuple(sorted(timeline, key=lambda e: (e.date, e.id)))
    )
