"""Actions of the documents to actions of actors."""

from collections.abc import Mapping

from generator.i18n.catalogue import words_in_data
from generator.model.annotations import Action, AllAnnotations
from generator.model.corpus import ActorAction, ActorMention, Actors
from generator.model.grouping import grouped
from generator.model.reading_order import InOrder


def resolve_actions(annotations: AllAnnotations, actors: Actors) -> tuple[ActorAction, ...]:
    """The actions whose subject is an actor, by document and offset.

    Whom a target means by a pronoun or description is what coreference put among the mentions.
    """
    named = {
        (m.document, m.start, m.end): actor.id
        for actor in actors
        for m in actor.mentions
        if m.kind in DOERS and actor.type != "place"  # *at Suva, Bo sang*
    }
    pairs = ((m, actor.id) for actor in actors for m in actor.mentions if m.kind != "adjective")
    by_document = grouped((pair[0].document, pair) for pair in pairs)
    told = {document: Told(found, _start) for document, found in by_document.items()}
    found = [
        _row(annotation.document_id, action, named, told.get(annotation.document_id, NOBODY))
        for annotation in annotations
        for action in annotation.actions
    ]
    return tuple(
        sorted((row for row in found if row), key=lambda r: (r.document, r.start, r.end, r.id))
    )


DOERS = frozenset({"name", "metonym", "pronoun"})
"""Kinds of mentions that are a subject by themselves."""
Told = InOrder[tuple[ActorMention, str]]
"""The mentions of one document, each with its actor."""


def _start(pair: tuple[ActorMention, str]) -> int:
    return pair[0].start


NOBODY = Told((), _start)


def _row(
    document: str,
    action: Action,
    named: Mapping[tuple[str, int, int], str],
    told: Told,
) -> ActorAction | None:
    actor = named.get((document, action.agent.start, action.agent.end))
    if actor is None:
        return None
    return ActorAction(
        id=action.id,
        document=document,
        sentence=action.sentence,
        actor=actor,
        verb=action.verb,
        target=_target(action, actor, told),
        target_text=action.target,
        modality=action.modality,
        negated=action.negated,
        start=action.span.start,
        end=action.span.end,
        rule=action.rule,
        why=words_in_data("actions", action.rule),
    )


def _target(action: Action, actor: str, told: Told) -> str | None:
    """The one other actor named in the target; None where there is none, or are several.

    A pronoun is the target by itself: not in *lost their seats*.
    """
    if action.target is None:
        return None
    start, end = action.target.start, action.target.end
    inside = {
        other
        for mention, other in told.within(start, end)
        if other != actor
        and (mention.kind != "pronoun" or (mention.start, mention.end) == (start, end))
    }
    return min(inside) if len(inside) == 1 else None
