"""Actions of the documents to actions of actors."""

from collections.abc import Sequence

from generator.model.annotations import Annotations
from generator.model.corpus import Actor, ActorAction


def resolve_actions(
    annotations: Sequence[Annotations], actors: Sequence[Actor]
) -> tuple[ActorAction, ...]:
    """The actions whose subject is an actor, by document and offset."""
    return ()
