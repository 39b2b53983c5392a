"""The documents of one story, before anything in them has a name."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from generator.model.text import Document, Documents, Fact
from generator.resolve.stories.terms import Terms
from generator.temporal import days_of_edtf


class StoryGroup(Struct, frozen=True):
    """The documents of one story, two at least, and what an editor said of it."""

    members: tuple[int, ...]
    """Their places among the corpus's documents, in order."""
    terms: tuple[Terms, ...]
    """What each of them is about."""
    cosine: float
    loose: bool = False
    """Whether they share the subject of many documents, and hardly an event of their own."""
    placed: frozenset[int] = frozenset()
    """The members that an editor put here."""
    name: str | None = None
    """What an editor calls it."""
    pinned: bool = False
    """Whether an editor wants it to lead."""

    def ids(self, documents: Documents) -> tuple[str, ...]:
        """The ids of its documents."""
        return tuple(documents[m].id for m in self.members)


def in_story_order(
    group: StoryGroup, documents: Documents, published: Mapping[str, Fact]
) -> list[int]:
    """The members, dated ones first, the earliest first; the id decides between equals."""

    def place(member: int) -> tuple[date, str]:
        document = documents[member]
        fact = publication(document, published)
        days = days_of_edtf(fact.value) if fact else None
        return (days[0] if days and days[0] else date.max, document.id)

    return sorted(group.members, key=place)


def publication(document: Document, published: Mapping[str, Fact]) -> Fact | None:
    """A document's date of publication, stated or inferred."""
    return document.metadata.published or published.get(document.id)


def story_id(group: StoryGroup, documents: Documents, published: Mapping[str, Fact]) -> str:
    """Made of the earliest document's id, so that it stays when the story grows."""
    return f"story-{documents[in_story_order(group, documents, published)[0]].id}"
