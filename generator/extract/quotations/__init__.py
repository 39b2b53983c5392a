"""Quoted runs of one document with their kind, cue and source words.

Downwards: `inheritance` (the source from a neighbour), `kinds` (speech, term, title, headline),
`attribution` (the source in the run's own sentence, by rules in `labels`, `hints`, `beside`,
`above` and `surface`), `answers` (what a rule answers), `paragraph` (a paragraph with its runs).
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from generator.extract.quotations.answers import Found
from generator.extract.quotations.carry_over import Answers, carry_over_sources
from generator.extract.quotations.kinds import kind_of
from generator.extract.quotations.paragraph import Paragraph, Quoted, read_paragraphs
from generator.extract.quotations.rules import find_source
from generator.language.lexicons import Lexicon
from generator.model.annotations import Quotation, QuotationKind
from generator.model.identifiers import content_id, number_repeats
from generator.model.text import Document, Parse, QuotedRun, Span

NEVER_SPEECH = frozenset({"term", "title", "headline_phrase"})


def find_quotations(
    document: Document, parse: Parse, *, runs: Sequence[QuotedRun], lexicon: Lexicon | None
) -> tuple[Quotation, ...]:
    """The quotations of `document` in reading order; without a lexicon, runs without sources.

    One quotation an outermost run; a run inside another is part of what that one's speaker says.
    """
    if lexicon is None:
        found = [_bare(document, run) for run in runs if run.depth == 0]
    else:
        found = list(
            _attributed(document, read_paragraphs(document.text, parse, runs, lexicon), lexicon)
        )
    kept = [q for q in found if any(c.isalnum() for c in q.text)]
    ids = number_repeats(content_id("q", q.text) for q in kept)
    return tuple(replace(q, id=i) for q, i in zip(kept, ids, strict=True))


def _attributed(
    document: Document, paragraphs: Sequence[Paragraph], lexicon: Lexicon
) -> Iterator[Quotation]:
    own = {
        (s, q): find_source(paragraph, quoted)
        for s, paragraph in enumerate(paragraphs)
        for q, quoted in enumerate(paragraph.quoted)
    }
    direct: Answers = {key: found for key, (found, _) in own.items()}
    answers = carry_over_sources(paragraphs, direct)
    for (s, q), found in answers.items():
        paragraph, quoted = paragraphs[s], paragraphs[s].quoted[q]
        kind = kind_of(paragraph, quoted, found, lexicon)
        yield _quotation(document, paragraph, quoted, kind, found, own[s, q][1])


def _quotation(
    document: Document,
    paragraph: Paragraph,
    quoted: Quoted,
    kind: QuotationKind,
    found: Found | None,
    lost: tuple[str, ...],
) -> Quotation:
    run = quoted.run
    said = found if kind not in NEVER_SPEECH else None
    silent = f"{kind.replace('_', ' ')}: not speech" if kind in NEVER_SPEECH else "no source found"
    return Quotation(
        id="",
        span=Span(document.id, run.start, run.end),
        text=document.text[run.start : run.end],
        kind=kind,
        speaker_mention=said.source if said else None,
        cue=said.cue if said else None,
        attribution=said.certainty if said else "none",
        hedge=said.hedge if said else None,
        sentence=_sentence(document, run),
        why=said.why if said else silent,
        rejected=lost,
        zone=paragraph.zone,
        antecedent=said.antecedent if said else None,
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
        sentence=_sentence(document, run),
        why="no word lists for this language",
    )


def _sentence(document: Document, run: QuotedRun) -> str:
    """The sentence in which the run starts."""
    starts = [s for s in document.sentences if s.start <= run.start]
    return starts[-1].id if starts else ""
