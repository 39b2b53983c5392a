"""The answer to *who says this*: a source with its cue, the rule that found it, how sure it is."""

from collections.abc import Callable

from msgspec import Struct

from generator.extract.quotations.paragraph import Paragraph, Quoted
from generator.extract.reported_speech import ReportingClause, Source
from generator.model.annotations import Attribution, Phrase
from generator.model.rules import QuotationRule, Rule

WEAK = frozenset({"mind", "manner"})
"""How verbs report that need more than a subject to make its words speech."""


class Found(Struct, frozen=True):
    """A source with its cue."""

    source: Phrase
    cue: Phrase | None
    hedge: str | None = None
    antecedent: Phrase | None = None


class Decision(Struct, frozen=True):
    """What was found for a run, and the rule that found it."""

    rule: QuotationRule
    certainty: Attribution
    found: Found


SourceRule = Rule[QuotationRule, Attribution, Callable[[Paragraph, Quoted], Found | None]]


def from_report(paragraph: Paragraph, report: ReportingClause) -> Found | None:
    """The answer that a reporting clause gives; None where it has no source."""
    if report.source is None:
        return None
    relative = report.source.relative
    return Found(
        source=paragraph.phrase(report.source) if relative is None else paragraph.word(relative),
        antecedent=None if relative is None else paragraph.phrase(report.source),
        cue=paragraph.word(report.verb),
        hedge=report.hedge,
    )


def overlaps(source: Source, quoted: Quoted) -> bool:
    """Whether a source's words touch the run's own; then it is none."""
    return source.first <= quoted.last and quoted.first <= source.last
