"""Puts quotations and statements beside the actors that they are by and about."""

from collections.abc import Collection, Mapping, Sequence

from msgspec.structs import replace

from generator.model.annotations import SPEECH
from generator.model.corpus import (
    Actor,
    ActorMention,
    Actors,
    AttributedQuotation,
    AttributedStatement,
)
from generator.model.grouping import grouped
from generator.model.text import Documents


def resolve_actor_quotations(
    documents: Documents,
    actors: Actors,
    quotations: Sequence[AttributedQuotation],
    statements: Sequence[AttributedStatement],
) -> tuple[tuple[Actor, ...], tuple[AttributedQuotation, ...]]:
    """The same actors and quotations, knowing of each other: `about`, `quotations_by` and so on."""
    named = grouped(((m.document, m.sentence), (m, a.id)) for a in actors for m in a.mentions)
    starts = {(d.id, s.id): s.start for d in documents for s in d.sentences}
    linked = tuple(
        replace(q, about=_about(q, named.get((q.document, q.sentence), ()), starts))
        for q in quotations
    )
    spoken = [q for q in linked if q.kind in SPEECH]
    by = grouped((who, q.id) for q in spoken for who in q.speakers)
    told = grouped((who, s.id) for s in statements for who in s.speakers)
    about = grouped((actor, q.id) for q in linked for actor in q.about)
    written = {d.id: frozenset(f.value.casefold() for f in d.metadata.authors) for d in documents}
    heard = by.keys() - {a.id for a in actors if _only_own(a, spoken, written)}
    knowing = tuple(
        replace(
            _shown_if_heard(a, heard),
            quotations_by=tuple(by.get(a.id, ())),
            quotations_about=tuple(about.get(a.id, ())),
            statements_by=tuple(told.get(a.id, ())),
        )
        for a in actors
    )
    return knowing, linked


def _only_own(
    actor: Actor,
    quotations: Sequence[AttributedQuotation],
    written: Mapping[str, frozenset[str]],
) -> bool:
    """Whether only documents of the actor's own quote them."""
    if actor.rule != "author":
        return False
    names = {actor.name.casefold(), *(alias.text.casefold() for alias in actor.aliases)}
    mine = [q for q in quotations if actor.id in q.speakers]
    return all(names & written.get(q.document, frozenset()) for q in mine)


def _shown_if_heard(actor: Actor, heard: Collection[str]) -> Actor:
    """An author whom another's document quotes is a participant there."""
    quoted = actor.rule == "author" and actor.id in heard
    return replace(actor, shown=True, why="", rule=None) if quoted else actor


def _about(
    quotation: AttributedQuotation,
    mentions: Sequence[tuple[ActorMention, str]],
    starts: Mapping[tuple[str, str], int],
) -> tuple[str, ...]:
    """Actors named in the quotation, and for a fragment in the clause that it completes.

    That clause runs from the cue (or the sentence's start) to the quotation: *he blamed X for “…”*.
    """
    if quotation.kind not in SPEECH:
        return ()
    begin = quotation.start
    if quotation.kind == "reported_fragment":
        cue = quotation.cue
        begin = starts.get((quotation.document, quotation.sentence), quotation.start)
        begin = cue.end if cue and begin <= cue.end <= quotation.start else begin
    source = quotation.speaker_mention
    inside = {
        actor
        for m, actor in mentions
        if begin <= m.start < quotation.end
        and actor not in quotation.speakers
        and not (source and source.start <= m.start < source.end)
    }
    return tuple(sorted(inside))
