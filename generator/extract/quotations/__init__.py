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
from generator.model.annotations import Quotation
from generator.model.identifiers import content_id, number_repeats
from generator.model.reading_order import InOrder
from generator.model.rules import QuotationRule, Rule
from generator.model.text import Document, Parse, QuotedRun, Sentence, Span

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
        found = [_bare(document, run) for run in runs if run.depth == 0]
    else:
        paragraphs = read_paragraphs(document.text, parse, runs, lexicon)
        found = list(_attributed(document, paragraphs, lexicon, without))
    kept = [q for q in found if any(c.isalnum() for c in q.text)]
    ids = number_repeats(content_id("q", q.text) for q in kept)
    sentences = InOrder(document.sentences, lambda s: s.start)
    return tuple(
        replace(q, id=i, sentence=_sentence(sentences, q.span.start))
        for q, i in zip(kept, ids, strict=True)
    )


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
    run = quoted.run
    said = decision if unspoken is None else None
    found = said.found if said else None
    return Quotation(
        id="",
        span=Span(document.id, run.start, run.end),
        text=document.text[run.start : run.end],
        kind=unspoken or spoken_kind(paragraph, quoted),
        speaker_mention=found.source if found else None,
        cue=found.cue if found else None,
        attribution=said.certainty if said else "none",
        hedge=found.hedge if found else None,
        sentence="",
        rule=unspoken or (said.rule if said else "no_source"),
        rejected=lost,
        zone=paragraph.zone,
        antecedent=found.antecedent if found else None,
    )


def _bare(document: Document, run: QuotedRun) -> Quotation:
    return Quotation(
        id="",
        span=Span(document.id, run.start, run.end),
        text=document.text[run.start : run.end],
        kind="reported_fragment",
        speaker_mention=None,
        cue=None,
        attribution="none",
        hedge=None,
        sentence="",
        rule="no_word_lists",
    )


def _sentence(sentences: InOrder[Sentence], offset: int) -> str:
    """The sentence in which a run starts."""
    sentence = sentences.last_from(offset)
    return sentence.id if sentence else ""


__all__ = ["TABLES", "find_quotations", "with_turns"]
