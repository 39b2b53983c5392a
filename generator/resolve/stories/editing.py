"""What an editor says of stories, applied before anything is told of them.

Each correction changes the groups by one step, in file order; one that finds nothing to change any
more leaves them as they are. A story that is left with one document is none.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.model.corpus import Correction
from generator.model.text import Documents, Fact
from generator.resolve.stories.groups import StoryGroup, story_id
from generator.resolve.stories.terms import Terms

Groups = tuple[StoryGroup, ...]


class StoryMaterial(Struct, frozen=True):
    """What a correction is applied to, beside the groups."""

    documents: Documents
    published: Mapping[str, Fact]
    read: Callable[[int], Terms]
    """What the document at a place is about."""

    def find(self, groups: Groups, wanted: str) -> StoryGroup | None:
        """The story with this id as the corrections before have left it."""
        ids = ((story_id(g, self.documents, self.published), g) for g in groups)
        return next((g for one, g in ids if one == wanted), None)

    def places(self, ids: Iterable[str]) -> tuple[int, ...]:
        """Where the documents with these ids stand; fewer where some are unknown."""
        known = {d.id: n for n, d in enumerate(self.documents)}
        return tuple(known[i] for i in ids if i in known)

    def group(
        self, members: Iterable[int], like: StoryGroup | None, placed: Iterable[int]
    ) -> Groups:
        """A story of these documents, named as the one that it goes on from; none of too few."""
        # scipy is slow to import: a corpus without corrections of stories does without it.
        from generator.resolve.stories.clustering import mean_cosine  # noqa: PLC0415

        whole = tuple(sorted(set(members)))
        if len(whole) < 2:
            return ()
        terms = tuple(self.read(m) for m in whole)
        by_editor = frozenset(placed) | (like.placed if like else frozenset())
        placed = by_editor & frozenset(whole)
        found = StoryGroup(whole, terms, mean_cosine(terms), placed=placed)
        return (replace(found, name=like.name, pinned=like.pinned) if like else found,)


def edit_groups(
    groups: Groups, corrections: Sequence[Correction], ground: StoryMaterial
) -> tuple[Groups, frozenset[int]]:
    """The groups as the editor wants them, and the lines of the corrections that applied."""
    applied: set[int] = set()
    for correction in corrections:
        step = STEPS.get(correction.action)
        changed = step(groups, correction, ground) if step else None
        if changed is not None:
            groups = tuple(sorted(changed, key=lambda g: g.members))
            applied.add(correction.line)
    return groups, frozenset(applied)


def _merge(groups: Groups, correction: Correction, ground: StoryMaterial) -> Groups | None:
    """Stories that are one; it keeps the first one's name."""
    found = [ground.find(groups, one) for one in dict.fromkeys(correction.target)]
    merged = [g for g in found if g is not None]
    if len(merged) < len(found) or len(merged) < 2:
        return None
    members = [m for g in merged for m in g.members]
    whole = ground.group(members, merged[0], [m for g in merged[1:] for m in g.members])
    pinned = any(g.pinned for g in merged)
    return (*(g for g in groups if g not in merged), *(replace(g, pinned=pinned) for g in whole))


def _split(groups: Groups, correction: Correction, ground: StoryMaterial) -> Groups | None:
    """Documents of a story that are a story of their own."""
    story, places = ground.find(groups, correction.target[0]), ground.places(correction.target[1:])
    if story is None or not places or len(places) < len(correction.target) - 1:
        return None
    left = set(story.members) - set(places)
    if not left or not set(places) <= set(story.members):
        return None
    others = (g for g in groups if g is not story)
    return (*others, *ground.group(left, story, ()), *ground.group(places, None, places))


def _move(groups: Groups, correction: Correction, ground: StoryMaterial) -> Groups | None:
    """Documents that belong to another story, or to none."""
    places = ground.places(correction.target)
    to = ground.find(groups, correction.value) if correction.value else None
    if len(places) < len(correction.target) or (correction.value and to is None):
        return None
    moved = set(places)
    inside = {m for g in groups for m in g.members}
    if (to and moved <= set(to.members)) or not (to or moved & inside):
        return None
    changed: list[StoryGroup] = []
    for group in groups:
        if group is to:
            changed.extend(ground.group({*group.members, *moved}, group, moved))
        elif moved & set(group.members):
            changed.extend(ground.group(set(group.members) - moved, group, ()))
        else:
            changed.append(group)
    return tuple(changed)


def _mark(groups: Groups, correction: Correction, ground: StoryMaterial) -> Groups | None:
    """A story in the editor's words, or one that leads, whatever its day and its voices."""
    story = ground.find(groups, correction.target[0])
    if story is None:
        return None
    pins = correction.action == "pin-story"
    marked = replace(story, pinned=True) if pins else replace(story, name=correction.value)
    return tuple(marked if g is story else g for g in groups)


STEPS: Mapping[str, Callable[[Groups, Correction, StoryMaterial], Groups | None]] = {
    "merge-stories": _merge,
    "split-story": _split,
    "move": _move,
    "name-story": _mark,
    "pin-story": _mark,
}
"""What each action does; a step gives None where it no longer applies."""
