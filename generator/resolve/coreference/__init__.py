"""Who is meant: the only place that resolves pronouns, descriptions and the words of sources.

Downwards: `participants` (the actors' gender, what they are called, where they are named),
`reading` (one document in reading order), and what it asks: `pronouns`, `descriptions`, `plurals`,
`source_words`, each over the one `discourse`. Whoever fits is named only where one is left.
"""

from collections.abc import Mapping, Sequence

import msgspec

from generator.i18n.catalogue import words_in_data
from generator.language.lexicons import Lexicon
from generator.model.annotations import AllAnnotations
from generator.model.coreference import (
    Coreference,
    Place,
    Reference,
    ReferenceRule,
    Referring,
    Resolution,
)
from generator.model.corpus import Actor, ActorMention, Actors
from generator.model.grouping import grouped
from generator.model.text import Documents
from generator.resolve.coreference.participants import find_antecedents, find_participants
from generator.resolve.coreference.reading import ReferenceReader


def resolve_coreference(
    documents: Documents, annotations: AllAnnotations, actors: Actors
) -> Coreference:
    """Whom each pronoun, description and source of the corpus means, or why nobody."""
    lexicons = {
        a.document_id: Lexicon(a.lexicon_language) if a.lexicon_language else Lexicon()
        for a in annotations
    }
    participants = find_participants(annotations, actors, lexicons)
    named = find_antecedents(annotations, participants.values())
    references: dict[str, tuple[Referring, ...]] = {}
    sources: dict[Place, Resolution] = {}
    for document, annotation in zip(documents, annotations, strict=True):
        own, lexicon = named.get(document.id, ()), lexicons[document.id]
        reader = ReferenceReader(document, annotation, own, participants, lexicon)
        references[document.id] = reader.read()
        for span, meant in reader.sources.items():
            sources[Place(document.id, span.start, span.end)] = meant
    return Coreference(references, sources)


def with_references(actors: Actors, coreference: Coreference) -> tuple[Actor, ...]:
    """The actors with the pronouns and descriptions that mean them among their mentions."""
    added = grouped(
        (actor, _mention(document, referring, referring.meant.rule))
        for document, references in coreference.references.items()
        for referring in references
        if isinstance(referring.meant, Reference)
        for actor in referring.meant.actors
    )
    return tuple(_with(actor, added) for actor in actors)


def _with(actor: Actor, added: Mapping[str, Sequence[ActorMention]]) -> Actor:
    mentions = sorted(
        (*actor.mentions, *added.get(actor.id, ())), key=lambda m: (m.document, m.start, m.end)
    )
    return msgspec.structs.replace(actor, mentions=tuple(mentions))


def _mention(document: str, referring: Referring, rule: ReferenceRule) -> ActorMention:
    return ActorMention(
        document=document,
        start=referring.span.start,
        end=referring.span.end,
        text=referring.text,
        kind=referring.kind,
        sentence=referring.sentence,
        why=words_in_data("coreference", rule),
        rule=rule,
    )
