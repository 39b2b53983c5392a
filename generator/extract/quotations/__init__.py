"""Quoted runs of one document with their kind, cue and source words.

Three tables of rules: `kinds` (what is no speech: terms, titles, headline phrases), `rules` (the
source in the run's own sentence) and `carry_over` (the source from a neighbour).
"""

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from generator.extract.quotations.answers import Decision
from generator.extract.quotations.carry_over import FLOATING, Answers, carry_over_sources
from generator.extract.quotations.kinds import NO_SPEECH, NotSpeech, spoken_kind, unspoken_kind
from generator.extract.quotations.paragraph import Paragraph, Quoted, read_paragraphs
from generator.extract.quotations.rules import RULES, find_source
from generator.extract.quotations.turns import with_turns
from generator.language.lexicons import Lexicon
from generator.model.annotations import Quotation, QuotationKind
from generator.model.identifiers import content_id, with_ids
from generator.model.reading_order import SentenceFinder
from generator.model.rules import QuotationRule, Rule
from generator.model.text import Document, Parse, QuotedRun, Span
from generator.model.visible_text import text_at

TABLES: tuple[tuple[Rule[QuotationRule, str, object], ...], ...] = (
    NO_SPEECH,
    RULES,
    FLOATING,
)
"""The rules of the stage: what is no speech, the source in the sentence, the source beside it."""


def find_quotations(
    document: Document,
    parse: Parse,
    *,
    runs: Sequence[QuotedRun],
    lexicon: Lexicon | None,
    without: Collection[str] = (),
) -> tuple[Quotation, ...]:
    """The quotations of `document` in reading order; without a lexicon, runs without sources.

    One quotation an outermost run; a run inside another is part of what that one's speaker says.
    `without` are ids of rules to leave out, to see what they are worth.
    """
    if lexicon is None:
        found = [
            _row(document, run, "reported_fragment", "no_word_lists")
            for run in runs
            if run.depth == 0
        ]
    else:
        paragraphs = read_paragraphs(document.text, parse, runs, lexicon)
        found = list(_attributed(document, paragraphs, lexicon, without))
    find = SentenceFinder(document.sentences)
    kept = [
        replace(q, sentence=find.id_from(q.span.start))
        for q in found
        if any(c.isalnum() for c in q.text)
    ]
    return with_ids(kept, (content_id("q", q.text) for q in kept))


def _attributed(
    document: Document, paragraphs: Sequence[Paragraph], lexicon: Lexicon, without: Collection[str]
) -> Iterator[Quotation]:
    own = {
        (s, q): find_source(paragraph, quoted, without)
        for s, paragraph in enumerate(paragraphs)
        for q, quoted in enumerate(paragraph.quoted)
    }
    direct: Answers = {key: decision for key, (decision, _) in own.items()}
    answers = carry_over_sources(paragraphs, direct, without)
    for (s, q), decision in answers.items():
        paragraph, quoted = paragraphs[s], paragraphs[s].quoted[q]
        unspoken = unspoken_kind(paragraph, quoted, decision, lexicon, without)
        yield _quotation(document, paragraph, quoted, unspoken, decision, own[s, q][1])


def _quotation(
    document: Document,
    paragraph: Paragraph,
    quoted: Quoted,
    unspoken: NotSpeech | None,
    decision: Decision | None,
    lost: tuple[str, ...],
) -> Quotation:
    row = _row(
        document,
        quoted.run,
        unspoken or spoken_kind(paragraph, quoted),
        unspoken or "no_source",
    )
    row = replace(row, rejected=lost, zone=paragraph.zone)
    if unspoken is not None or decision is None:
        return row
    found = decision.found
    return replace(
        row,
        speaker_mention=found.source,
        cue=found.cue,
        attribution=decision.certainty,
        hedge=found.hedge,
        rule=decision.rule,
        antecedent=found.antecedent,
    )


def _row(document: Document, run: QuotedRun, kind: QuotationKind, rule: QuotationRule) -> Quotation:
    """A run without a source."""
    return Quotation(
        id="",
        span=Span(document.id, run.start, run.end),
        text=text_at(document, run.start, run.end),
        kind=kind,
        speaker_mention=None,
        cue=None,
        attribution="none",
        hedge=None,
        sentence="",
        rule=rule,
    )


__all__ = ["TABLES", "find_quotations", "with_turns"]
