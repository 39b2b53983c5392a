"""Quotations and statements with their speakers, as coreference says who their sources are."""

from collections.abc import Mapping

from msgspec import Struct

from generator.i18n.catalogue import words_in_data
from generator.model.annotations import AllAnnotations, Quotation, Statement
from generator.model.coreference import Coreference, Reference
from generator.model.corpus import Actors, AttributedQuotation, AttributedStatement
from generator.model.text import Offsets


class Speaker(Struct, frozen=True):
    """Who a source is, in the fields of a row: actors, or the source's own words and why."""

    ids: tuple[str, ...] = ()
    name: str | None = None
    rule: str = ""
    """The rule of coreference that told, by its id."""
    reason: str | None = None
    """Why nobody is named, by its id."""
    rejected: tuple[str, ...] = ()

    @property
    def first(self) -> str | None:
        """The actor that is named first."""
        return self.ids[0] if self.ids else None

    @property
    def unresolved(self) -> str | None:
        """The reason in English words."""
        return _words(self.reason) if self.reason else None

    def why(self, found: str) -> str:
        """Why the words are its words, and why they mean this actor."""
        return "; ".join(part for part in (found, _words(self.rule) if self.rule else "") if part)


def _words(identifier: str) -> str:
    return words_in_data("coreference", identifier)


def resolve_speakers(
    annotations: AllAnnotations, actors: Actors, coreference: Coreference
) -> tuple[tuple[AttributedQuotation, ...], tuple[AttributedStatement, ...]]:
    """The quotations and the statements with their speakers, each by document and offset."""
    names = {actor.id: actor.name for actor in actors}
    said = (q for found in annotations for q in found.quotations)
    told = (s for found in annotations for s in found.statements)
    quotations = [_attributed_quotation(q, _speaker(q, names, coreference)) for q in said]
    statements = [_attributed_statement(s, _speaker(s, names, coreference)) for s in told]
    quotations.sort(key=lambda r: (r.document, r.start, r.end))
    statements.sort(key=lambda r: (r.document, r.start, r.end))
    return tuple(quotations), tuple(statements)


def _speaker(
    report: Quotation | Statement, names: Mapping[str, str], coreference: Coreference
) -> Speaker:
    words = report.antecedent or report.speaker_mention
    if words is None:
        return Speaker()
    meant = coreference.source(report.span.document_id, Offsets(words.start, words.end))
    if isinstance(meant, Reference):
        return Speaker(meant.actors, names[meant.actors[0]], rule=meant.rule)
    return Speaker((), meant.name, reason=meant.reason, rejected=meant.candidates)


def _attributed_quotation(q: Quotation, speaker: Speaker) -> AttributedQuotation:
    return AttributedQuotation(
        id=q.id,
        document=q.span.document_id,
        start=q.span.start,
        end=q.span.end,
        text=q.text,
        kind=q.kind,
        speaker=speaker.first,
        speaker_name=speaker.name,
        speaker_mention=q.speaker_mention,
        cue=q.cue,
        attribution=q.attribution,
        hedge=q.hedge,
        about=(),
        sentence=q.sentence,
        rule=q.rule,
        why=speaker.why(words_in_data("quotations", q.rule)),
        unresolved=speaker.unresolved,
        rejected=(*q.rejected, *speaker.rejected),
        speakers=speaker.ids,
        speaker_rule=speaker.rule,
        unresolved_reason=speaker.reason,
    )


def _attributed_statement(s: Statement, speaker: Speaker) -> AttributedStatement:
    return AttributedStatement(
        id=s.id,
        document=s.span.document_id,
        start=s.span.start,
        end=s.span.end,
        text=s.text,
        speaker=speaker.first,
        speaker_name=speaker.name,
        speaker_mention=s.speaker_mention,
        cue=s.cue,
        hedge=s.hedge,
        sentence=s.sentence,
        rule=s.rule,
        why=speaker.why(words_in_data("statements", s.rule)),
        stance=s.stance,
        unresolved=speaker.unresolved,
        speakers=speaker.ids,
        speaker_rule=speaker.rule,
        unresolved_reason=speaker.reason,
    )
