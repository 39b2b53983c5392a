"""The door of the extract wing: one document in, its annotations out."""

from collections.abc import Sequence

from msgspec import structs

from generator.config.limits import LimitSettings
from generator.extract.actions import find_actions
from generator.extract.context_dependence import find_context_dependences
from generator.extract.indirect_speech import find_statements
from generator.extract.keyphrases import find_candidates
from generator.extract.keyphrases.plain import find_plain_candidates
from generator.extract.mentions import find_mentions
from generator.extract.quantities import find_counts
from generator.extract.quotations import find_quotations, with_turns
from generator.extract.time_expressions import find_time_expressions
from generator.extract.time_expressions.plain import find_plain_dates
from generator.extract.unparsable import (
    Noise,
    find_excess,
    find_noise,
    tell_unread,
    without_noise,
    without_zones,
)
from generator.faults.fence import Fence
from generator.language.lexicons import Lexicon, lexicon_for_reading, load_lexicon
from generator.language.pipeline import LanguageModel, missing_extra, model_for
from generator.language.quotation_marks import find_quoted_runs
from generator.model.annotations import Annotations
from generator.model.text import Document, Offsets, Parse, QuotedRun, Segment
from generator.model.visible_text import parsed_text
from generator.model.zones import PARSED

MAKING = frozenset({"read.zones", "read.sentences"})
"""Stages of reading without which there is nothing to look at."""
LIMITS = LimitSettings()
MASK_WORDS = 4
"""A quotation of at least this many words is parsed apart from what surrounds it."""

NO_LEXICON = (
    "there are no word lists for its language ({language}); "
    "its quotations are shown without speakers, with its keyphrases and the days written out"
)
NO_MODEL = (
    "the language model for its language ({language}) is not installed "
    "(pip install 'briefing-site[{extra}]'); its quotations are shown without speakers, "
    "with its keyphrases and the days written out"
)


def find_annotations(
    document: Document, *, model: LanguageModel, limits: LimitSettings = LIMITS
) -> Annotations:
    """Run every stage on one document; the stages know nothing of each other.

    A language without word lists is not parsed: the model would guess, and the page would show it.
    A stage that ends in an unexpected error costs its own findings and is named; a paragraph that
    is past a limit is not looked at and is named too.
    """
    fence = Fence(document.id)
    if any(f.stage in MAKING for f in document.failures):
        return Annotations(document.id, None)  # what it is made of is not known: nothing is claimed
    text = parsed_text(document)
    noise = fence.run("extract.noise", lambda: find_noise(text, limits), ())
    left = without_noise(text, noise)
    excess = fence.run("extract.limits", lambda: find_excess(document, left, limits, PARSED), ())
    looked_at = without_zones(document, [one.zone for one in excess])
    found = _analysed(looked_at, noise, fence, model)
    unread = tell_unread(text, noise, excess)
    return structs.replace(found, warnings=(*found.warnings, *unread))


def _analysed(
    document: Document, noise: Sequence[Noise], fence: Fence, model: LanguageModel
) -> Annotations:
    """What is found in the paragraphs that are looked at; the parser does not see the noise."""
    parsed = structs.replace(document, text=without_noise(document.text, noise))
    lexicon = fence.run("extract.word_lists", lambda: load_lexicon(document.language), None)
    words = lexicon_for_reading(document.language)
    runs = fence.run(
        "extract.marks",
        lambda: find_quoted_runs(parsed_text(document), paragraphs_of(document), words),
        (),
    )
    if lexicon is None:
        return _without_lexicon(document, runs, fence)
    extra = missing_extra(document.language)
    if extra:
        return _without_model(document, runs, fence, extra)
    parse = fence.run("extract.parse", lambda: parse_document(parsed, runs, model=model), None)
    if parse is None:
        return _quoted_runs(document, runs, fence)
    return annotations_of(document, parse, runs, lexicon, fence=fence)


def _without_model(
    document: Document, runs: Sequence[QuotedRun], fence: Fence, extra: str
) -> Annotations:
    """What needs no parse, in a language whose model is not installed, and how to install it."""
    warning = NO_MODEL.format(language=document.language, extra=extra)
    return structs.replace(_without_lexicon(document, runs, fence), warnings=(warning,))


def _without_lexicon(document: Document, runs: Sequence[QuotedRun], fence: Fence) -> Annotations:
    """The quoted runs, days written out and keyphrases, and a warning."""
    lists_failed = any(f.stage == "extract.word_lists" for f in fence.failures)
    warnings = () if lists_failed else (NO_LEXICON.format(language=document.language),)
    found = structs.replace(_quoted_runs(document, runs, fence), warnings=warnings)
    return structs.replace(
        found,
        time_expressions=fence.run(
            "extract.time_expressions", lambda: find_plain_dates(document), ()
        ),
        candidates=fence.run("extract.keyphrases", lambda: find_plain_candidates(document), ()),
        failures=fence.failures,
    )


def _quoted_runs(document: Document, runs: Sequence[QuotedRun], fence: Fence) -> Annotations:
    """What can be told without a parse: what stands between marks, said by nobody."""
    nothing = Parse(document.id, ())
    quotations = fence.run(
        "extract.quotations",
        lambda: find_quotations(document, nothing, runs=runs, lexicon=None),
        (),
    )
    return Annotations(document.id, None, quotations=quotations, failures=fence.failures)


def paragraphs_of(document: Document) -> tuple[Offsets, ...]:
    """The stretches that are read, one a zone."""
    return tuple(Offsets(z.start, z.end) for z in document.zones if z.kind in PARSED)


def parse_document(document: Document, runs: Sequence[QuotedRun], *, model: LanguageModel) -> Parse:
    """Parse each paragraph with its long quotations masked, and each masked quotation by itself."""
    segments = _segments(document, runs)
    own = model_for(document.language, model)
    return own.parse(document.id, parsed_text(document), segments, document.sentences)


def annotations_of(
    document: Document,
    parse: Parse,
    runs: Sequence[QuotedRun],
    lexicon: Lexicon,
    *,
    fence: Fence | None = None,
) -> Annotations:
    """The stages, in order, each behind the fence."""
    fence = fence or Fence(document.id)
    run = fence.run
    mentions = run(
        "extract.mentions", lambda: find_mentions(document, parse, runs=runs, lexicon=lexicon), ()
    )
    quotations = run(
        "extract.quotations",
        lambda: find_quotations(document, parse, runs=runs, lexicon=lexicon),
        (),
    )
    statements = run(
        "extract.statements",
        lambda: find_statements(document, parse, quotations=quotations, lexicon=lexicon),
        (),
    )
    actions = run(
        "extract.actions",
        lambda: find_actions(document, parse, mentions=mentions, lexicon=lexicon),
        (),
    )
    found = Annotations(
        document_id=document.id,
        lexicon_language=lexicon.language,
        mentions=mentions,
        quotations=run("extract.turns", lambda: with_turns(document, quotations), quotations),
        statements=statements,
        actions=actions,
    )
    return _with_words(found, document, parse, lexicon, fence)


def _with_words(
    found: Annotations, document: Document, parse: Parse, lexicon: Lexicon, fence: Fence
) -> Annotations:
    """What needs the parse alone; the failures of all stages go with it."""
    run = fence.run
    return structs.replace(
        found,
        time_expressions=run(
            "extract.time_expressions",
            lambda: find_time_expressions(document, parse, lexicon=lexicon),
            (),
        ),
        candidates=run(
            "extract.keyphrases", lambda: find_candidates(document, parse, lexicon=lexicon), ()
        ),
        context_dependences=run(
            "extract.context_dependence",
            lambda: find_context_dependences(document, parse, lexicon=lexicon),
            (),
        ),
        counts=run("extract.quantities", lambda: find_counts(parse, lexicon=lexicon), ()),
        failures=fence.failures,
    )


def _segments(document: Document, runs: Sequence[QuotedRun]) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    outer = [r for r in runs if r.depth == 0]
    for zone in document.zones:
        if zone.kind not in PARSED:
            continue
        inside = [r for r in outer if zone.start <= r.start and r.end <= zone.end]
        long = [r for r in inside if len(document.text[r.start : r.end].split()) >= MASK_WORDS]
        holes = tuple(Offsets(r.start, r.end) for r in long)
        segments.append(Segment(zone.start, zone.end, zone.kind, holes))
        segments.extend(Segment(h.start, h.end, zone.kind, in_hole=True) for h in holes)
    return tuple(segments)
