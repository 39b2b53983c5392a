"""Keyphrases of all documents to the topics of the corpus."""

from collections.abc import Mapping, Sequence

from generator.model.corpus import Actor, Keyphrase, Topic
from generator.model.text import Document


def resolve_topics(
    documents: Sequence[Document],
    keyphrases: Mapping[str, tuple[Keyphrase, ...]],
    actors: Sequence[Actor],
    *,
    limit: int,
) -> tuple[Topic, ...]:
    """The corpus's topics, most important first."""
    return ()
