"""The name mentions of the corpus, gathered by document and by spelling."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from generator.model.annotations import Annotations, Mention
from generator.model.text import Document
from generator.names import fold

SILENT_ZONES = frozenset({"dateline", "boilerplate", "credit", "front_matter"})
"""Zones whose names never make an actor and are not counted."""
BEFORE = 6
"""Characters read before a name, for its article."""


class Use(Struct, frozen=True):
    """One name mention, with the document it stands in and its folded words."""

    document: int
    mention: Mention
    key: str
    before: str

    @property
    def words(self) -> int:
        """How many words the name has."""
        return len(self.key.split())


def collect_uses(
    documents: Sequence[Document], annotations: Sequence[Annotations]
) -> tuple[tuple[Use, ...], ...]:
    """The uses of each document, in reading order."""
    return tuple(
        tuple(_uses(i, document, one.mentions))
        for i, (document, one) in enumerate(zip(documents, annotations, strict=True))
    )


def _uses(index: int, document: Document, mentions: Iterable[Mention]) -> Iterable[Use]:
    for mention in mentions:
        if mention.kind in {"name", "adjective"} and mention.zone not in SILENT_ZONES:
            start = mention.span.start
            before = document.text[max(0, start - BEFORE) : start]
            yield Use(index, mention, key_of(mention.text), before)


def key_of(text: str) -> str:
    """Equal for spellings of one name that differ in case, accents, stops or an article."""
    return fold(text).removeprefix("the ")


def by_key(uses: Iterable[Use]) -> dict[str, list[Use]]:
    """The uses by key."""
    found: defaultdict[str, list[Use]] = defaultdict(list)
    for use in uses:
        found[use.key].append(use)
    return dict(found)
