"""Who speaks in a record of turns, as its front matter says: *AO: Ada Obi, hydrologist*.

Labels, names and roles are the only words of front matter that stay in the reading text: a name
that is shown must stand somewhere in it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import yaml
from msgspec.structs import replace

from generator.files.yaml_tree import YamlError, compose_yaml
from generator.language.person_names import fold
from generator.model.text import Offsets, Turn

KEY = "speakers:"
BLOCK = re.compile(r"(?im)^speakers[ \t]*+:(?P<said>[^\n]*+(?:\n(?:[ \t]|-[ \t])[^\n]*+)*+)")
LISTED = re.compile(
    r"(?m)^[ \t-]*+(?P<label>[^\s:][^:\n]{0,60}?)[\"']?[ \t]*+:[ \t]++[\"']?"
    r"(?P<name>[^\W\d_](?:[^,(\n\"]{0,79}[^\s,(\"'])?)[ \t]*+"
    r"(?:[,(][ \t]*+(?P<role>[^\s)\"][^\n)\"]{0,118}[^\s)\"'])[ \t]*+)?[)\"']{0,2}[ \t]*+$"
)
OF_A_PERSON = frozenset({"name", "role"})
"""What is shown of a speaker of whom several things are said."""
OF_LINES = frozenset("|>")
"""Values that YAML keeps or folds are no names."""
CONTACT = re.compile(
    r"[,;(<]?[ \t]{0,9}(?:[^\s,;@]{1,64}@[^\s,;]{1,200}|\+?\d[\d ()/-]{5,30}\d)[)>]?"
)
"""An address or the number of a telephone is nobody's name or role."""
MORE = re.compile(r"[,(<\n]")
Entry: TypeAlias = tuple[Offsets, Offsets | None]
"""Where a name and a role stand."""


def speakers_block(front_matter: str) -> Offsets | None:
    """Where front matter names those who speak, without the key."""
    found = BLOCK.search(front_matter)
    return Offsets(*found.span("said")) if found else None


def spans_of_names(block: str) -> list[Offsets]:
    """Where labels, names and roles stand: all else that is said of a speaker is private."""
    text = KEY + block
    try:
        root = compose_yaml(text)
    except YamlError:
        return []
    found: list[Offsets] = []
    end = 0
    of_key = root.value if isinstance(root, yaml.MappingNode) else []
    for start, stop in sorted(span for _, said in of_key for span in _shown(said)):
        if start >= end:
            found += _said(text[start:stop], start - len(KEY))
            end = stop
    return found


def _shown(said: yaml.Node) -> Iterator[tuple[int, int]]:
    """Where YAML says who speaks: a name, a label with its name, or a person's name and role."""
    if isinstance(said, yaml.ScalarNode):
        if said.style not in OF_LINES:
            yield said.start_mark.index, said.end_mark.index
    elif isinstance(said, yaml.SequenceNode):
        for item in said.value:
            yield from _shown(item)
    elif isinstance(said, yaml.MappingNode):
        person = any(str(key.value) in OF_A_PERSON for key, _ in said.value)
        for key, value in said.value:
            if str(key.value) in OF_A_PERSON or (not person and value.id != "scalar"):
                yield from _shown(value)
            elif not person and value.style not in OF_LINES:
                yield key.start_mark.index, value.end_mark.index


def _said(words: str, start: int) -> Iterator[Offsets]:
    """A label, a name and a role; where it is more than these, down to the end of the name."""
    contacts = list(CONTACT.finditer(words))
    bare = CONTACT.sub(lambda contact: " " * len(contact.group()), words)
    listed = LISTED.fullmatch(bare if ":" in bare else f"x: {bare}")
    more = None if listed else MORE.search(bare)
    end = more.start() if more else len(words)
    at = 0
    for contact in contacts:
        yield Offsets(start + at, start + max(at, min(contact.start(), end)))
        at = min(contact.end(), end)
    yield Offsets(start + at, start + end)


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
