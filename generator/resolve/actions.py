"""Actions of the documents to actions of actors."""

from collections.abc import Mapping, Sequence

from generator.i18n.catalogue import words_in_data
from generator.model.annotations import Action, AllAnnotations
from generator.model.corpus import ActorAction, ActorMention, Actors


def resolve_actions(annotations: AllAnnotations, actors: Actors) -> tuple[ActorAction, ...]:
    """The actions whose subject is an actor, by document and offset.

    Whom a target means by a pronoun or description is what coreference put among the mentions.
    """
    named: dict[tuple[str, int, int], str] = {}
    starts: dict[tuple[str, int], list[tuple[ActorMention, str]]] = {}
    for actor in actors:
        for mention in actor.mentions:
            if mention.kind in DOERS and actor.type != "place":  # *at Suva, Bo sang*
                named[mention.document, mention.start, mention.end] = actor.id
            if mention.kind != "adjective":
                starts.setdefault((mention.document, mention.start // CELL), []).append(
                    (mention, actor.id)
                )
    found = [
        _row(annotation.document_id, action, named, starts)
        for annotation in annotations
        for action in annotation.actions
    ]
    return tuple(
        sorted((row for row in found if row), key=lambda r: (r.document, r.start, r.end, r.id))
    )


DOERS = frozenset({"name", "metonym", "pronoun"})
"""Kinds of mentions that are a subject by themselves."""
CELL = 64
"""Characters of one cell of the index of names."""


def _row(
    document: str,
    action: Action,
    named: Mapping[tuple[str, int, int], str],
    starts: Mapping[tuple[str, int], Sequence[tuple[ActorMention, str]]],
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
        target=_target(document, action, actor, starts),
        target_text=action.target,
        modality=action.modality,
        negated=action.negated,
        start=action.span.start,
        end=action.span.end,
        rule=action.rule,
        why=words_in_data("actions", action.rule),
    )


def _target(
    document: str,
    action: Action,
    actor: str,
    starts: Mapping[tuple[str, int], Sequence[tuple[ActorMention, str]]],
) -> str | None:
    """The one other actor named in the target; None where there is none, or are several.

    A pronoun is the target by itself: not in *lost their seats*.
    """
    if action.target is None:
        return None
    target = (action.target.start, action.target.end)
    cells = range(action.target.start // CELL, action.target.end // CELL + 1)
    inside = {
        other
        for cell in cells
        for mention, other in starts.get((document, cell), ())
        if target[0] <= mention.start < target[1]
        and other != actor
        and (mention.kind != "pronoun" or (mention.start, mention.end) == target)
    }
    return min(inside) if len(inside) == 1 else None
