"""Quoted runs of one document with their kind, cue and source words.

Downwards: `inheritance` (the source from a neighbour), `kinds` (speech, term, title, headline),
`attribution` (the source in the run's own sentence, by rules in `labels`, `hints`, `beside`,
`above` and `surface`), `answers` (what a rule answers), `scene` (a paragraph with its runs).
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from generator.extract.quotations.answers import Found
from generator.extract.quotations.attribution import find_source
from generator.extract.quotations.inheritance import Answers, inherit_sources
from generator.extract.quotations.kinds import kind_of
from generator.extract.quotations.scene import Quoted, Scene, set_scenes
from generator.identifiers import content_id, number_repeats
from generator.lexicons import Lexicon
from generator.model.annotations import Quotation, QuotationKind
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
            _attributed(document, set_scenes(document.text, parse, runs, lexicon), lexicon)
        )
    kept = [q for q in found if any(c.isalnum() for c in q.text)]
    ids = number_repeats(content_id("q", q.text) for q in kept)
    return tuple(replace(q, id=i) for q, i in zip(kept, ids, strict=True))


def _attributed(
    document: Document, scenes: Sequence[Scene], lexicon: Lexicon
) -> Iterator[Quotation]:
    own = {
        (s, q): find_source(scene, quoted)
        for s, scene in enumerate(scenes)
        for q, quoted in enumerate(scene.quoted)
    }
    direct: Answers = {key: found for key, (found, _) in own.items()}
    answers = inherit_sources(scenes, direct)
    for (s, q), found in answers.items():
        scene, quoted = scenes[s], scenes[s].quoted[q]
        kind = kind_of(scene, quoted, found, lexicon)
        yield _quotation(document, scene, quoted, kind, found, own[s, q][1])


def _quotation(
    document: Document,
    scene: Scene,
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
        zone=scene.zone,
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
