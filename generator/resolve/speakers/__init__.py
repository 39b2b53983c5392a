"""Source mentions of quotations and statements to actors: who said it.

Downwards: `sources` (which actor the words of a source name), `antecedents` (who spoke and who was
spoken of before, for pronouns and descriptions). A source is resolved only when one candidate is
left; otherwise the row says why not.
"""

from collections.abc import Iterable, Iterator, Sequence

from generator.i18n.catalogue import words_in_data
from generator.model.annotations import Annotations, Quotation, Statement
from generator.model.corpus import Actor, AttributedQuotation, AttributedStatement
from generator.model.text import Document
from generator.resolve.speakers.antecedents import Memory
from generator.resolve.speakers.sources import Cast, Speaker, cast_by_document

Report = Quotation | Statement


def resolve_quotations(
    documents: Sequence[Document], annotations: Sequence[Annotations], actors: Sequence[Actor]
) -> tuple[AttributedQuotation, ...]:
    """The quotations with their speakers, by document and offset."""
    rows = [
        _attributed_quotation(report, speaker, cast)
        for report, speaker, cast in _resolved(documents, annotations, actors)
        if isinstance(report, Quotation)
    ]
    return tuple(sorted(rows, key=lambda r: (r.document, r.start, r.end)))


def resolve_statements(
    documents: Sequence[Document], annotations: Sequence[Annotations], actors: Sequence[Actor]
) -> tuple[AttributedStatement, ...]:
    """The statements with their speakers, by document and offset."""
    rows = [
        _attributed_statement(report, speaker)
        for report, speaker, _ in _resolved(documents, annotations, actors)
        if isinstance(report, Statement)
    ]
    return tuple(sorted(rows, key=lambda r: (r.document, r.start, r.end)))


def _resolved(
    documents: Sequence[Document], annotations: Sequence[Annotations], actors: Sequence[Actor]
) -> Iterator[tuple[Report, Speaker, Cast]]:
    casts = cast_by_document(annotations, actors)
    for document, found in zip(documents, annotations, strict=True):
        cast = casts[document.id]
        memory = Memory(document, cast)
        for report in _in_order((*found.quotations, *found.statements)):
            yield report, _speaker_of(report, cast, memory), cast


def _in_order(reports: Iterable[Report]) -> list[Report]:
    """By where the source is named, so that a speaker is remembered before he is meant again."""
    return sorted(reports, key=lambda r: (_mentioned_at(r), r.span.start, r.span.end))


def _mentioned_at(report: Report) -> int:
    mention = report.speaker_mention
    return mention.start if mention else report.span.start


def _speaker_of(report: Report, cast: Cast, memory: Memory) -> Speaker:
    mention = report.antecedent or report.speaker_mention
    if mention is None:
        return Speaker(None, None, None)
    speaker = cast.named(mention)
    if speaker.actor is None and speaker.refers:
        speaker = memory.meant(mention)
    if speaker.actor is not None:
        memory.spoke(mention, speaker.actor)
    return speaker


def _attributed_quotation(
    quotation: Quotation, speaker: Speaker, cast: Cast
) -> AttributedQuotation:
    q = quotation
    return AttributedQuotation(
        id=q.id,
        document=q.span.document_id,
        start=q.span.start,
        end=q.span.end,
        text=q.text,
        kind=q.kind,
        speaker=speaker.actor.id if speaker.actor else None,
        speaker_name=speaker.name,
        speaker_mention=q.speaker_mention,
        cue=q.cue,
        attribution=q.attribution,
        hedge=q.hedge,
        about=cast.actors_inside(q.span.start, q.span.end),
        sentence=q.sentence,
        rule=q.rule,
        why="; ".join(w for w in (words_in_data("quotations", q.rule), speaker.why) if w),
        unresolved=speaker.unresolved,
        rejected=(*q.rejected, *speaker.rejected),
    )


def _attributed_statement(statement: Statement, speaker: Speaker) -> AttributedStatement:
    s = statement
    return AttributedStatement(
        id=s.id,
        document=s.span.document_id,
        start=s.span.start,
        end=s.span.end,
        text=s.text,
        speaker=speaker.actor.id if speaker.actor else None,
        speaker_name=speaker.name,
        speaker_mention=s.speaker_mention,
        cue=s.cue,
        hedge=s.hedge,
        sentence=s.sentence,
        rule=s.rule,
        why="; ".join(w for w in (words_in_data("statements", s.rule), speaker.why) if w),
        unresolved=speaker.unresolved,
    )
