"""Pronouns and descriptions to actors, by a stated rule or not at all."""

from collections.abc import Sequence

from generator.model.annotations import Annotations
from generator.model.corpus import Actor
from generator.model.text import Document


def resolve_references(
    documents: Sequence[Document], annotations: Sequence[Annotations], actors: Sequence[Actor]
) -> tuple[Actor, ...]:
    """The actors with the pronouns and descriptions that mean them added to their mentions."""
    return tuple(actors)
