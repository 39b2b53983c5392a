"""Mentions of the whole corpus to actors: one person, one actor."""

from collections.abc import Sequence

from generator.model.annotations import Annotations
from generator.model.corpus import Actor
from generator.model.text import Document


def resolve_actors(
    documents: Sequence[Document], annotations: Sequence[Annotations]
) -> tuple[Actor, ...]:
    """The actors of the corpus with their name mentions, most salient first."""
    return ()
