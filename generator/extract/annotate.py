"""The door of the extract wing: one document in, its annotations out."""

from collections.abc import Sequence

from generator.extract.actions import find_actions
from generator.extract.context_dependence import find_context_dependences
from generator.extract.indirect_speech import find_statements
from generator.extract.keyphrases import find_candidates
from generator.extract.mentions import find_mentions
from generator.extract.quantities import find_counts
from generator.extract.quotations import find_quotations
from generator.extract.time_expressions import find_time_expressions
from generator.language.lexicons import Lexicon, load_lexicon
from generator.language.pipeline import LanguageModel
from generator.language.quotation_marks import find_quoted_runs
from generator.model.annotations import Annotations
from generator.model.text import Document, Offsets, Parse, QuotedRun, Segment
from generator.model.visible_text import parsed_text

READ_ZONES = frozenset({"headline", "standfirst", "caption", "subhead", "dateline", "body", "bio"})
"""Zones whose words are parsed; which of them a stage uses is the stage's own matter."""
MASK_WORDS = 4
"""A quotation of at least this many words is parsed apart from what surrounds it."""

NO_LEXICON = (
    "there are no word lists for its language ({language}); "
    "its quotations are shown without speakers, and nothing else was looked for"
)


def find_annotations(document: Document, *, model: LanguageModel) -> Annotations:
    """Run every stage on one document; the stages know nothing of each other.

    A language without word lists is not parsed: the model would guess, and the page would show it.
    """
    lexicon = load_lexicon(document.language)
    runs = find_quoted_runs(document.text, paragraphs_of(document))
    if lexicon is None:
        return _without_lexicon(document, runs)
    parse = parse_document(document, runs, model=model)
    return annotations_of(document, parse, runs, lexicon)


def _without_lexicon(document: Document, runs: Sequence[QuotedRun]) -> Annotations:
    """The quoted runs alone, and a warning."""
    nothing = Parse(document.id, ())
    return Annotations(
        document_id=document.id,
        lexicon_language=None,
        quotations=find_quotations(document, nothing, runs=runs, lexicon=None),
        warnings=(NO_LEXICON.format(language=document.language),),
    )


def paragraphs_of(document: Document) -> tuple[Offsets, ...]:
    """The stretches that are read, one a zone."""
    return tuple(Offsets(z.start, z.end) for z in document.zones if z.kind in READ_ZONES)


def parse_document(document: Document, runs: Sequence[QuotedRun], *, model: LanguageModel) -> Parse:
    """Parse each paragraph with its long quotations masked, and each masked quotation by itself."""
    segments = _segments(document, runs)
    return model.parse(document.id, parsed_text(document), segments, document.sentences)


def annotations_of(
    document: Document, parse: Parse, runs: Sequence[QuotedRun], lexicon: Lexicon
) -> Annotations:
    """The stages, in order."""
    mentions = find_mentions(document, parse, runs=runs, lexicon=lexicon)
    quotations = find_quotations(document, parse, runs=runs, lexicon=lexicon)
    return Annotations(
        document_id=document.id,
        lexicon_language=lexicon.language,
        mentions=mentions,
        quotations=quotations,
        statements=find_statements(document, parse, quotations=quotations, lexicon=lexicon),
        actions=find_actions(document, parse, mentions=mentions, lexicon=lexicon),
        time_expressions=find_time_expressions(document, parse, lexicon=lexicon),
        candidates=find_candidates(document, parse, lexicon=lexicon),
        context_dependences=find_context_dependences(document, parse, lexicon=lexicon),
        counts=find_counts(parse),
    )


def _segments(document: Document, runs: Sequence[QuotedRun]) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    outer = [r for r in runs if r.depth == 0]
    for zone in document.zones:
        if zone.kind not in READ_ZONES:
            continue
        inside = [r for r in outer if zone.start <= r.start and r.end <= zone.end]
        long = [r for r in inside if len(document.text[r.start : r.end].split()) >= MASK_WORDS]
        holes = tuple(Offsets(r.start, r.end) for r in long)
        segments.append(Segment(zone.start, zone.end, zone.kind, holes))
        segments.extend(Segment(h.start, h.end, zone.kind, in_hole=True) for h in holes)
    return tuple(segments)
