"""The answer to *who says this*: a source with its cue, and how sure it is."""

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from generator.extract.quotations.paragraph import Paragraph, Quoted
from generator.extract.reported_speech import ReportingClause, Source
from generator.model.annotations import Phrase

Certainty = Literal["explicit", "inherited", "implied"]
WEAK = frozenset({"mind", "manner"})
"""How verbs report that need more than a subject to make its words speech."""
PERSONAL = frozenset({"he", "she", "they", "i", "we"})


class Found(Struct, frozen=True):
    """A source with its cue and the rule that found it."""

    source: Phrase
    cue: Phrase | None
    why: str
    certainty: Certainty = "explicit"
    hedge: str | None = None
    antecedent: Phrase | None = None


Rule = Callable[[Paragraph, Quoted], "Found | None"]


def from_report(
    paragraph: Paragraph, report: ReportingClause, why: str, certainty: Certainty = "explicit"
) -> Found | None:
    """The answer that a reporting clause gives; None where it has no source."""
    if report.source is None:
        return None
    relative = report.source.relative
    return Found(
        source=paragraph.phrase(report.source) if relative is None else paragraph.word(relative),
        antecedent=None if relative is None else paragraph.phrase(report.source),
        cue=paragraph.word(report.verb),
        why=why,
        certainty=certainty,
        hedge=report.hedge,
    )


def overlaps(source: Source, quoted: Quoted) -> bool:
    """Whether a source's words touch the run's own; then it is none."""
    return source.first <= quoted.last and quoted.first <= source.last
