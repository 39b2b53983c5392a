"""Documents on the same event: they name the same people and places."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator.language.possessives import without_last_possessive
from generator.language.weights import load_count, load_weight
from generator.model.annotations import AllAnnotations, Annotations
from generator.model.rules import AnchorRule
from generator.model.text import Documents

SHARED_NAMES = load_count("related.names")
"""Names that two documents on the same event have in common at least."""
SHARE = load_weight("related.share")
SHARE_OTHER_AUTHOR = load_weight("related.other_author")


class Related(Struct, frozen=True):
    """A dated document on the same event, and how it is known to be."""

    document: str
    rule: AnchorRule


def find_related(
    documents: Documents, annotations: AllAnnotations, undated: Sequence[str], dated: frozenset[str]
) -> dict[str, tuple[Related, ...]]:
    """For each undated document the dated ones on the same event, by its own author if any are."""
    names = {d.id: _names(a) for d, a in zip(documents, annotations, strict=True)}
    authors = {d.id: frozenset(f.value.casefold() for f in d.metadata.authors) for d in documents}
    return {name: _related_to(name, names, authors, sorted(dated)) for name in undated}


def _related_to(
    name: str,
    names: Mapping[str, frozenset[str]],
    authors: Mapping[str, frozenset[str]],
    dated: Sequence[str],
) -> tuple[Related, ...]:
    same: list[Related] = []
    other: list[Related] = []
    for candidate in dated:
        shared = names[name] & names[candidate]
        share = len(shared) / max(1, min(len(names[name]), len(names[candidate])))
        if len(shared) < SHARED_NAMES or share < SHARE:
            continue
        if authors[name] & authors[candidate]:
            same.append(Related(candidate, "year_of_same_author"))
        elif share >= SHARE_OTHER_AUTHOR:
            other.append(Related(candidate, "year_of_related"))
    return tuple(same or other)


def _names(annotations: Annotations) -> frozenset[str]:
    """The last words of the names in a document, in small letters: *Trump*, *Kyiv*."""
    named = (m.text for m in annotations.mentions if m.kind in {"name", "metonym"})
    words = (without_last_possessive(text).split()[-1:] for text in named)
    return frozenset(word[0].casefold() for word in words if word)
