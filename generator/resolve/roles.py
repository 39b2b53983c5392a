"""What the sources call an actor, verbatim."""

from collections.abc import Sequence

from generator.model.annotations import Annotations
from generator.model.corpus import Actor
from generator.model.text import Document


def resolve_roles(
    documents: Sequence[Document], annotations: Sequence[Annotations], actors: Sequence[Actor]
) -> tuple[Actor, ...]:
    """The actors with their roles."""
    return tuple(actors)
