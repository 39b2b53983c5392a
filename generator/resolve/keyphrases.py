"""Candidate phrases to each document's keyphrases, ranked with what the corpus tells."""

from collections.abc import Mapping, Sequence

from generator.model.annotations import Annotations
from generator.model.corpus import Actor, Keyphrase
from generator.model.text import Document


def resolve_keyphrases(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    actors: Sequence[Actor],
    *,
    limit: int,
) -> Mapping[str, tuple[Keyphrase, ...]]:
    """Each document's keyphrases by document id, best first."""
    return {}
