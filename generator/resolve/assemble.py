"""The door of the resolve wing: annotations of all documents in, the corpus out."""

from collections.abc import Sequence

from generator.config import LimitSettings
from generator.model.annotations import Annotations
from generator.model.corpus import Corpus, Correction, DocumentRow, SkippedSeed
from generator.model.text import Document
from generator.resolve.actions import resolve_actions
from generator.resolve.comparison import Resolved, find_copies, find_voices, resolve_comparison
from generator.resolve.corrections import apply_corrections
from generator.resolve.dating import resolve_dates
from generator.resolve.entities import resolve_actors
from generator.resolve.honorifics import with_honorifics
from generator.resolve.identity import tell_apart
from generator.resolve.keyphrases import resolve_keyphrases
from generator.resolve.references import resolve_references
from generator.resolve.roles import resolve_roles
from generator.resolve.sayings import resolve_sayings
from generator.resolve.speakers import resolve_quotations, resolve_statements
from generator.resolve.takeaways import newest_first, resolve_takeaways
from generator.resolve.timeline import resolve_timeline
from generator.resolve.topics import resolve_topics


def assemble_corpus(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    *,
    skipped: Sequence[SkippedSeed] = (),
    corrections: Sequence[Correction] = (),
    limits: LimitSettings,
) -> Corpus:
    """Resolve everything that needs more than one document; `documents` are sorted by id."""
    annotations = tell_apart(annotations)
    dating = resolve_dates(documents, annotations)
    named = resolve_actors(documents, annotations)
    referred = resolve_references(documents, annotations, named)
    actors = resolve_roles(documents, annotations, referred)
    statements = resolve_statements(documents, annotations, actors)
    quoted = resolve_quotations(documents, annotations, actors)
    actors, quotations = resolve_sayings(documents, actors, quoted, statements)
    timeline = resolve_timeline(documents, dating.dates, actors)
    voices = find_voices(documents)
    copies = find_copies(documents, voices)
    ranked = resolve_keyphrases(
        documents, annotations, actors, copies=copies, limit=2 * limits.keyphrases
    )
    keyphrases = {d: phrases[: limits.keyphrases] for d, phrases in ranked.items()}
    topics = resolve_topics(documents, annotations, keyphrases, actors, limit=limits.topics)
    actions = resolve_actions(annotations, actors)
    known = Resolved(
        actors=actors,
        quotations=quotations,
        actions=actions,
        dates=dating.dates,
        keyphrases=ranked,
        topics=topics,
        published=dict(dating.published),
    )
    comparison = resolve_comparison(documents, annotations, known, voices=voices)
    read = [d for d in documents if d.id not in copies]
    takeaways = resolve_takeaways(
        documents,
        annotations,
        actors=actors,
        topics=topics,
        comparison=comparison,
        newest=newest_first(read, dating.dates, dict(dating.published)),
        bottom_line=limits.bottom_line,
        limit=limits.takeaways,
    )
    corpus = Corpus(
        documents=tuple(
            DocumentRow(d, keyphrases.get(d.id, ()), a.lexicon_language, (*d.warnings, *a.warnings))
            for d, a in zip(documents, annotations, strict=True)
        ),
        skipped=tuple(skipped),
        actors=with_honorifics(documents, annotations, actors),
        quotations=quotations,
        statements=statements,
        actions=actions,
        dates=dating.dates,
        timeline=timeline,
        topics=topics,
        takeaways=takeaways,
        comparison=comparison,
        published=dating.published,
    )
    return apply_corrections(corpus, corrections)
