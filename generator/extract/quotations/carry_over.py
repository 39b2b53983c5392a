"""Quotations whose own sentence names no source: they go on with one that stands near.

Only neighbours count: the run before or behind in the paragraph, a re-opened mark, and the source
at the end of the paragraph before when this one is nothing but speech.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from generator.extract.quotations.adjacent_clause import begins_sentence, ends_open, report_after
from generator.extract.quotations.answers import Decision, Found, from_report
from generator.extract.quotations.governing_clause import outermost
from generator.extract.quotations.paragraph import Paragraph, Quoted
from generator.extract.quotations.transcript_labels import name_line, signature
from generator.extract.reported_speech import ReportingClause
from generator.language import relations
from generator.language.weights import load_count
from generator.model.annotations import Attribution
from generator.model.rules import QuotationRule, Rule

FLOATING_WORDS = load_count("quotations.floating")
"""A sentence with at most this many words outside of its marks is nothing but speech."""

Answers = dict[tuple[int, int], Decision | None]
"""What was found for each run, by the index of its paragraph and its own index there."""


@dataclass(frozen=True)
class RunPosition:
    """A run among its neighbours."""

    paragraphs: Sequence[Paragraph]
    out: Mapping[tuple[int, int], Decision | None]
    """What is known so far, in reading order."""
    s: int
    q: int

    @property
    def paragraph(self) -> Paragraph:
        """The run's paragraph."""
        return self.paragraphs[self.s]

    @property
    def quoted(self) -> Quoted:
        """The run."""
        return self.paragraph.quoted[self.q]


NeighbourRule = Rule[QuotationRule, Attribution, Callable[[RunPosition], Found | None]]


def carry_over_sources(
    paragraphs: Sequence[Paragraph], answers: Answers, without: Collection[str]
) -> Answers:
    """The answers with the sources that floating quotations take from their neighbours."""
    out = dict(answers)
    for s, paragraph in enumerate(paragraphs):
        for q, quoted in enumerate(paragraph.quoted):
            if out[s, q] is None and floats(paragraph, quoted):
                out[s, q] = _first(RunPosition(paragraphs, out, s, q), without)
    return out


def _first(place: RunPosition, without: Collection[str]) -> Decision | None:
    for rule in FLOATING:
        found = rule.find(place) if rule.id not in without else None
        if found is not None:
            return Decision(rule.id, rule.certainty, found)
    return None


def floats(paragraph: Paragraph, quoted: Quoted) -> bool:
    """Whether the sentence is nothing but the run, or the run is most of it and begins it."""
    first, end = quoted.sentence
    outside = paragraph.plain(first, end)
    return len(outside) <= FLOATING_WORDS or begins_sentence(paragraph, quoted)


def reopened_mark(place: RunPosition) -> Found | None:
    """A paragraph that opens with a mark where the one before closed none."""
    if not place.quoted.run.continues:
        return None
    last = max((k for k in place.out if k < (place.s, place.q)), default=None)
    decision = place.out[last] if last else None
    return decision.found if decision else None


def sentence_between(place: RunPosition) -> Found | None:
    """*“…,” he said. His sister shook her head. “…”*: a sentence between has its own subject."""
    paragraph, start = place.paragraph, place.quoted.sentence[0]
    before = next((s for s in reversed(paragraph.sentences) if s[1] <= start), (0, 0))
    said = (q for at, q in enumerate(paragraph.quoted) if place.out[place.s, at] is not None)
    if any(q.first < before[1] and before[0] <= q.last for q in said):
        return None
    report = _last_report(paragraph.reports_in(before))
    found = from_report(paragraph, outermost(paragraph, report)) if report else None
    return found or _subject_of_last(paragraph, before)


def after_quotation(place: RunPosition) -> Found | None:
    """*“…,” he said. “…”*: the same one goes on."""
    paragraph = place.paragraph
    for at in reversed(range(place.q)):
        other = paragraph.quoted[at]
        report = report_after(paragraph, other)
        found = from_report(paragraph, report) if report and ends_open(paragraph, other) else None
        known = place.out[place.s, at]
        if found is not None or known is not None:
            return found or (known.found if known else None)
    return None


def _last_report(reports: Sequence[ReportingClause]) -> ReportingClause | None:
    spoken = (r for r in reversed(reports) if r.strength in {"clause", "speech"})
    return next((r for r in spoken if r.source is not None), None)


def signed_behind(place: RunPosition) -> Found | None:
    """A line of its own behind the quotation, with a dash and a name, or a name and an office."""
    paragraphs, s = place.paragraphs, place.s
    last = place.q == len(paragraphs[s].quoted) - 1 and s + 1 < len(paragraphs)
    if not last or paragraphs[s + 1].quoted:
        return None
    behind = paragraphs[s + 1]
    return signature(behind, behind.parsed.segment.start) or name_line(behind)


def paragraph_before(place: RunPosition) -> Found | None:
    """The source of the last run, or of the last reporting clause, of the paragraph before."""
    if place.s == 0:
        return None
    before = place.paragraphs[place.s - 1]
    decision = place.out[place.s - 1, len(before.quoted) - 1] if before.quoted else None
    if decision is not None:
        return decision.found
    report = _last_report(before.reports)
    if report is not None:
        return from_report(before, outermost(before, report))
    return _subject_of_last(before, before.sentences[-1]) if before.sentences else None


def _subject_of_last(paragraph: Paragraph, sentence: tuple[int, int]) -> Found | None:
    """The person that the sentence before is about, when a quotation follows it alone."""
    words = paragraph.reporting.words
    for token in paragraph.tokens[sentence[0] : sentence[1]]:
        if token.dep == relations.ROOT and token.pos in {"VERB", "AUX"}:
            source = paragraph.reporting.source_of(token)
            head = paragraph.tokens[source.head] if source else None
            if source and head and (head.entity == "PERSON" or words.is_known_person(head)):
                return Found(paragraph.phrase(source), None)
    return None


FLOATING: tuple[NeighbourRule, ...] = (
    NeighbourRule(
        "reopened_mark", "“We go. ⏎ “We never stop,” she said.", "inherited", reopened_mark
    ),
    NeighbourRule(
        "sentence_between",
        "“I am tired,” he said. Ana shook her head. “You are not.”",
        "inherited",
        sentence_between,
    ),
    NeighbourRule("after_quotation", "“We go,” she said. “Now.”", "inherited", after_quotation),
    NeighbourRule("signed_behind", "“The best.” ⏎ — Arun Pillai", "explicit", signed_behind),
    NeighbourRule(
        "paragraph_before", "The mayor spoke of hope. ⏎ “We go.”", "inherited", paragraph_before
    ),
)
"""Rules for a run that is all or most of its sentence."""
