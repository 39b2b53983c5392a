"""The door of the resolve wing: annotations of all documents in, the corpus out."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from msgspec import Struct, structs

from generator.config.limits import LimitSettings
from generator.faults.fence import Fence
from generator.model.annotations import AllAnnotations
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
from generator.model.failures import Failure
from generator.model.story_pages import have_own_pages
from generator.model.text import Documents, Fact
from generator.resolve.actions import resolve_actions
from generator.resolve.actor_quotations import resolve_actor_quotations
from generator.resolve.comparison import (
    Resolved,
    find_copies,
    find_near_duplicates,
    resolve_comparison,
)
from generator.resolve.coreference import resolve_coreference, with_references
from generator.resolve.corrections import apply_corrections
from generator.resolve.entities import resolve_actors
from generator.resolve.honorifics import with_honorifics
from generator.resolve.keyphrases import resolve_keyphrases
from generator.resolve.roles import resolve_roles
from generator.resolve.speakers import resolve_speakers
from generator.resolve.stories import (
    edit_stories,
    find_story_groups,
    resolve_stories,
)
from generator.resolve.stories.groups import StoryGroup
from generator.resolve.takeaways import find_weakness, newest_first, resolve_takeaways
from generator.resolve.temporal_anchoring import Dating, resolve_dates
from generator.resolve.timeline import resolve_timeline
from generator.resolve.topics import resolve_topics
from generator.resolve.unique_ids import with_unique_ids, with_unique_rows


class _Participants(Struct, frozen=True):
    """Who is in the corpus, and what they said and did."""

    actors: tuple[Actor, ...]
    quotations: tuple[AttributedQuotation, ...]
    statements: tuple[AttributedStatement, ...]
    actions: tuple[ActorAction, ...]


class _Seen(Struct, frozen=True):
    """What the blocks of the corpus are made from."""

    documents: Documents
    annotations: AllAnnotations
    people: _Participants
    dating: Dating
    groups: tuple[StoryGroup, ...]
    """Which documents tell one story; no bottom line mixes two."""
    limits: LimitSettings


class _Blocks(Struct, frozen=True):
    """What the corpus says as a whole."""

    known: Resolved
    keyphrases: Mapping[str, tuple[Keyphrase, ...]]
    comparison: tuple[Comparison, ...]
    copies: Mapping[str, str]
    """Each reprint with the document that it is a copy of."""


NOTHING_DATED = Dating((), ())


def assemble_corpus(
    documents: Documents,
    annotations: AllAnnotations,
    *,
    skipped: Sequence[SkippedSeed] = (),
    corrections: Sequence[Correction] = (),
    limits: LimitSettings,
) -> Corpus:
    """Resolve everything that needs more than one document; `documents` are sorted by id.

    A block that ends in an unexpected error is empty and named; without names, coreference and
    speakers nothing is built.
    """
    fence = Fence()
    found = fence.need("resolve.unique_ids", lambda: with_unique_ids(annotations))
    dating, undated = _dating(documents, found, fence)
    people = _participants(documents, found, fence)
    groups, edited = _story_groups(documents, found, corrections, dict(dating.published), fence)
    seen = _Seen(documents, found, people, dating, groups, limits)
    blocks = _blocks(seen, fence)
    run = fence.run
    corpus = Corpus(
        documents=_rows(documents, found, blocks, undated),
        skipped=tuple(skipped),
        actors=run(
            "resolve.honorifics",
            lambda: with_honorifics(documents, found, people.actors),
            people.actors,
        ),
        quotations=people.quotations,
        statements=people.statements,
        actions=people.actions,
        dates=dating.dates,
        timeline=run(
            "resolve.timeline",
            lambda: resolve_timeline(documents, dating.dates, people.actors, annotations=found),
            (),
        ),
        topics=tuple(blocks.known.topics),
        takeaways=run("resolve.takeaways", lambda: _takeaways(seen, blocks), ()),
        comparison=blocks.comparison,
        published=dating.published,
    )
    corrected = fence.need(
        "resolve.corrections", lambda: apply_corrections(corpus, corrections, before=edited)
    )
    return _with_stories(corrected, groups, fence)


def _story_groups(
    documents: Documents,
    annotations: AllAnnotations,
    corrections: Sequence[Correction],
    published: Mapping[str, Fact],
    fence: Fence,
) -> tuple[tuple[StoryGroup, ...], frozenset[int]]:
    """Which documents tell one story, as an editor has put it right, and by which corrections."""
    groups = fence.run("resolve.stories", lambda: find_story_groups(documents, annotations), ())
    return fence.need(
        "resolve.corrections",
        lambda: edit_stories(groups, documents, annotations, corrections, published),
    )


def _dating(
    documents: Documents, annotations: AllAnnotations, fence: Fence
) -> tuple[Dating, dict[str, Failure]]:
    """The dates, and the documents that have none because dating them ended in an error."""
    failed: dict[str, Failure] = {}
    while True:
        left = [
            structs.replace(a, time_expressions=()) if a.document_id in failed else a
            for a in annotations
        ]
        trial = Fence()
        find = partial(resolve_dates, documents, left)
        dating = trial.run("resolve.dates", find, None)
        if dating is not None:
            return dating, failed
        guilty = set(trial.documents) - set(failed)
        if not guilty:
            fence.keep(trial.failures[0])
            return NOTHING_DATED, {}
        failed |= dict.fromkeys(guilty, trial.failures[0])


def _participants(documents: Documents, annotations: AllAnnotations, fence: Fence) -> _Participants:
    """Names first, then who the other words mean, then what each of them is reported to say."""
    need, run = fence.need, fence.run
    named = need("resolve.entities", lambda: resolve_actors(documents, annotations))
    coreference = need(
        "resolve.coreference", lambda: resolve_coreference(documents, annotations, named)
    )
    referred = with_references(named, coreference)
    actors = run("resolve.roles", lambda: resolve_roles(documents, annotations, referred), referred)
    quoted, statements = need(
        "resolve.speakers", lambda: resolve_speakers(annotations, actors, coreference)
    )
    actors, quotations = need(
        "resolve.actor_quotations",
        lambda: resolve_actor_quotations(documents, actors, quoted, statements),
    )
    actions = run("resolve.actions", lambda: resolve_actions(annotations, actors), ())
    return _Participants(actors, quotations, statements, actions)


def _with_stories(corpus: Corpus, groups: Sequence[StoryGroup], fence: Fence) -> Corpus:
    """Stories name actors as an editor has put them right."""
    stories = fence.run(
        "resolve.stories",
        lambda: resolve_stories(
            [row.document for row in corpus.documents],
            groups,
            actors=corpus.actors,
            topics=corpus.topics,
            published=dict(corpus.published),
        ),
        (),
    )
    whole = structs.replace(corpus, stories=stories, failures=fence.failures)
    return fence.need("resolve.unique_ids", lambda: with_unique_rows(whole))


def _blocks(seen: _Seen, fence: Fence) -> _Blocks:
    """What the corpus says as a whole, block by block."""
    run, documents, annotations = fence.run, seen.documents, seen.annotations
    actors, limits = seen.people.actors, seen.limits
    duplicates = run("resolve.near_duplicates", lambda: find_near_duplicates(documents), ())
    copies = run("resolve.near_duplicates", lambda: find_copies(documents, duplicates), {})
    ranked: Mapping[str, tuple[Keyphrase, ...]] = run(
        "resolve.keyphrases",
        lambda: resolve_keyphrases(
            documents, annotations, actors, copies=frozenset(copies), limit=2 * limits.keyphrases
        ),
        {},
    )
    best = {d: phrases[: limits.keyphrases] for d, phrases in ranked.items()}
    topics = run(
        "resolve.topics",
        lambda: resolve_topics(documents, annotations, best, actors, limit=limits.topics),
        (),
    )
    known = Resolved(
        actors=actors,
        quotations=seen.people.quotations,
        statements=seen.people.statements,
        actions=seen.people.actions,
        dates=seen.dating.dates,
        keyphrases=ranked,
        topics=topics,
        published=dict(seen.dating.published),
    )
    comparison = run(
        "resolve.comparison",
        lambda: resolve_comparison(
            documents, annotations, known, duplicates=duplicates, together=_together(seen)
        ),
        (),
    )
    return _Blocks(known, best, comparison, copies)


def _together(seen: _Seen) -> Sequence[Collection[str]]:
    """The documents that are laid side by side: those of a story where each story has a page."""
    stories = [group.ids(seen.documents) for group in seen.groups]
    every = [d.id for d in seen.documents]
    apart = have_own_pages(len(stories), sum(map(len, stories)), len(every))
    return stories if stories and apart else [every]


def _takeaways(seen: _Seen, blocks: _Blocks) -> tuple[Takeaway, ...]:
    """Takeaways of what is read once: a reprint gives none beside its original."""
    read = [d for d in seen.documents if d.id not in blocks.copies]
    known = blocks.known
    newest = newest_first(read, known.dates, known.published)
    return resolve_takeaways(
        seen.documents,
        seen.annotations,
        actors=known.actors,
        topics=known.topics,
        newest=newest,
        weak=find_weakness(
            read,
            blocks.comparison,
            known.dates,
            newest=newest,
            published=known.published,
            annotations=seen.annotations,
        ),
        stories=[group.ids(seen.documents) for group in seen.groups],
        limits=seen.limits,
    )


def _rows(
    documents: Documents,
    annotations: AllAnnotations,
    blocks: _Blocks,
    undated: Mapping[str, Failure],
) -> tuple[DocumentRow, ...]:
    return tuple(
        DocumentRow(
            d,
            blocks.keyphrases.get(d.id, ()),
            a.lexicon_language,
            (*d.warnings, *a.warnings),
            (*d.failures, *a.failures, *((undated[d.id],) if d.id in undated else ())),
            blocks.copies.get(d.id),
        )
        for d, a in zip(documents, annotations, strict=True)
    )
