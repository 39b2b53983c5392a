"""Who speaks in a record of turns, as its front matter says: *AO: Ada Obi, hydrologist*.

These lines are the only ones of front matter that stay in the reading text: a name that is shown
must stand somewhere in it.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from generator.language.person_names import fold
from generator.model.text import Offsets, Turn

BLOCK = re.compile(r"(?im)^speakers[ \t]*+:(?P<said>[^\n]*+(?:\n(?:[ \t]|-[ \t])[^\n]*+)*+)")
NOTE = re.compile(r"(?:^|\s)#[^\n]*")
"""A remark in YAML."""
LISTED = re.compile(
    r"(?m)^[ \t-]*+(?P<label>[^\s:][^:\n]{0,60}?)[\"']?[ \t]*+:[ \t]++[\"']?"
    r"(?P<name>[^\W\d_](?:[^,(\n\"]{0,79}[^\s,(\"'])?)[ \t]*+"
    r"(?:[,(][ \t]*+(?P<role>[^\s)\"][^\n)\"]{0,118}[^\s)\"'])[ \t]*+)?[)\"']{0,2}[ \t]*+$"
)


Entry: TypeAlias = tuple[Offsets, Offsets | None]
"""Where a name and a role stand."""


def speakers_block(front_matter: str) -> Offsets | None:
    """Where front matter names those who speak, without the key."""
    found = BLOCK.search(front_matter)
    return Offsets(*found.span("said")) if found else None


def without_notes(block: str) -> str:
    """The lines without remarks, which are private; every offset stays."""
    return NOTE.sub(lambda note: re.sub(r"[^\n]", " ", note.group()), block)


def with_stated_speakers(
    turns: Sequence[Turn], text: str, front_matter_end: int
) -> tuple[Turn, ...]:
    """The turns, each with the name and the role that front matter gives its label."""
    stated = _stated(text[:front_matter_end])
    return tuple(_with_stated(turn, text, stated, front_matter_end) for turn in turns)


def _with_stated(turn: Turn, text: str, stated: Mapping[str, Entry], front_matter_end: int) -> Turn:
    """A turn whose label is stated; letters that are no part of the name are no name themselves."""
    label = fold(text[turn.label.start : turn.label.end])
    if label not in stated:
        return turn
    name, role = stated[label]
    own = turn.role if turn.role and turn.role.start >= front_matter_end else None
    person = set(label.split()) <= set(fold(text[name.start : name.end]).split())
    return replace(turn, named=name, role=role or own, person=person)


def _stated(front_matter: str) -> Mapping[str, Entry]:
    """The places of name and role by label; all that is not blank names who speaks."""
    return {
        fold(match["label"]): (
            Offsets(*match.span("name")),
            Offsets(*match.span("role")) if match["role"] else None,
        )
        for match in LISTED.finditer(front_matter)
    }
