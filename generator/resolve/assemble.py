"""The door of the resolve wing: annotations of all documents in, the corpus out."""

from collections.abc import Collection, Mapping, Sequence

import msgspec
from msgspec import Struct

from generator.config import LimitSettings
from generator.model.annotations import Annotations
from generator.model.corpus import (
    Actor,
    ActorAction,
    AttributedQuotation,
    AttributedStatement,
    Comparison,
    Corpus,
    Correction,
    DocumentRow,
    Keyphrase,
    SkippedSeed,
    Takeaway,
)
from generator.model.text import Document
from generator.resolve.actions import resolve_actions
from generator.resolve.actor_quotations import resolve_actor_quotations
from generator.resolve.comparison import (
    Resolved,
    find_copies,
    find_near_duplicates,
    resolve_comparison,
)
from generator.resolve.coreference import resolve_references
from generator.resolve.corrections import apply_corrections
from generator.resolve.entities import resolve_actors
from generator.resolve.honorifics import with_honorifics
from generator.resolve.keyphrases import resolve_keyphrases
from generator.resolve.roles import resolve_roles
from generator.resolve.speakers import resolve_quotations, resolve_statements
from generator.resolve.stories import resolve_stories
from generator.resolve.takeaways import newest_first, resolve_takeaways
from generator.resolve.temporal_anchoring import resolve_dates
from generator.resolve.timeline import resolve_timeline
from generator.resolve.topics import resolve_topics
from generator.resolve.unique_ids import with_unique_ids


class _Participants(Struct, frozen=True):
    """Who is in the corpus, and what they said and did."""

    actors: tuple[Actor, ...]
    quotations: tuple[AttributedQuotation, ...]
    statements: tuple[AttributedStatement, ...]
    actions: tuple[ActorAction, ...]


def assemble_corpus(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    *,
    skipped: Sequence[SkippedSeed] = (),
    corrections: Sequence[Correction] = (),
    limits: LimitSettings,
) -> Corpus:
    """Resolve everything that needs more than one document; `documents` are sorted by id."""
    annotations = with_unique_ids(annotations)
    dating = resolve_dates(documents, annotations)
    participants = _participants(documents, annotations)
    duplicates = find_near_duplicates(documents)
    copies = find_copies(documents, duplicates)
    ranked = resolve_keyphrases(
        documents, annotations, participants.actors, copies=copies, limit=2 * limits.keyphrases
    )
    keyphrases = {d: phrases[: limits.keyphrases] for d, phrases in ranked.items()}
    topics = resolve_topics(
        documents, annotations, keyphrases, participants.actors, limit=limits.topics
    )
    known = Resolved(
        actors=participants.actors,
        quotations=participants.quotations,
        actions=participants.actions,
        dates=dating.dates,
        keyphrases=ranked,
        topics=topics,
        published=dict(dating.published),
    )
    comparison = resolve_comparison(documents, annotations, known, duplicates=duplicates)
    corpus = Corpus(
        documents=_rows(documents, annotations, keyphrases),
        skipped=tuple(skipped),
        actors=with_honorifics(documents, annotations, participants.actors),
        quotations=participants.quotations,
        statements=participants.statements,
        actions=participants.actions,
        dates=dating.dates,
        timeline=resolve_timeline(documents, dating.dates, participants.actors),
        topics=topics,
        takeaways=_takeaways(documents, annotations, known, comparison, copies, limits),
        comparison=comparison,
        published=dating.published,
    )
    return _with_stories(apply_corrections(corpus, corrections), annotations)


def _participants(
    documents: Sequence[Document], annotations: Sequence[Annotations]
) -> _Participants:
    """Names first, then who the other words mean, then what each of them is reported to say."""
    named = resolve_actors(documents, annotations)
    referred = resolve_references(documents, annotations, named)
    actors = resolve_roles(documents, annotations, referred)
    statements = resolve_statements(documents, annotations, actors)
    quoted = resolve_quotations(documents, annotations, actors)
    actors, quotations = resolve_actor_quotations(documents, actors, quoted, statements)
    return _Participants(actors, quotations, statements, resolve_actions(annotations, actors))


def _with_stories(corpus: Corpus, annotations: Sequence[Annotations]) -> Corpus:
    """Stories name actors as an editor has put them right."""
    stories = resolve_stories(
        [row.document for row in corpus.documents],
        annotations,
        actors=corpus.actors,
        topics=corpus.topics,
        published=dict(corpus.published),
    )
    return msgspec.structs.replace(corpus, stories=stories)


def _takeaways(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    known: Resolved,
    comparison: tuple[Comparison, ...],
    copies: Collection[str],
    limits: LimitSettings,
) -> tuple[Takeaway, ...]:
    """Takeaways of what is read once: a reprint gives none beside its original."""
    read = [d for d in documents if d.id not in copies]
    return resolve_takeaways(
        documents,
        annotations,
        actors=known.actors,
        topics=known.topics,
        comparison=comparison,
        newest=newest_first(read, known.dates, known.published),
        bottom_line=limits.bottom_line,
        limit=limits.takeaways,
    )


def _rows(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    keyphrases: Mapping[str, tuple[Keyphrase, ...]],
) -> tuple[DocumentRow, ...]:
    return tuple(
        DocumentRow(d, keyphrases.get(d.id, ()), a.lexicon_language, (*d.warnings, *a.warnings))
        for d, a in zip(documents, annotations, strict=True)
    )
