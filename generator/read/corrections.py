"""The editor's file, ``seeds/corrections.yml``: parsed and checked, with file and line on error.

A list of corrections, each a mapping::

    - action: merge               # one of the actions below
      target: [donald-trump, trump-2]
      why: the same man

``merge`` target: two or more actor ids; the first one stays. ``split`` target: an actor id, value:
the form of the name that is another actor. ``rename``, ``type``, ``role`` target: an actor id,
value: the new name, the type, the role to show first in a source's own words. ``hide`` and ``pin``
target: an actor id. ``reattribute`` target: a quotation id, value: an actor id, or nothing for no
speaker. ``date`` target: a date id, value: EDTF. ``exclude`` target: a document id and the number
of a line. ``withdraw`` target: the path or id of a document, value: the day, in EDTF.

Of stories, whose ids begin with ``story-``: ``merge-stories`` target: two or more. ``split-story``
target: a story, then those of its documents that are a story of their own. ``move`` target: one or
more documents, value: the story that they belong to, or nothing for none. ``name-story`` target: a
story, value: its name. ``pin-story`` target: a story, which leads.
"""

import difflib
import os
import re
from collections.abc import Iterable
from pathlib import Path

import yaml
from msgspec import Struct

from generator.errors import CorrectionError
from generator.files.guarded import UnreadableError, decode_utf8, read_guarded
from generator.files.yaml_tree import YamlError, cleaned, compose_yaml, has_words, line_of
from generator.model.corpus import Correction
from generator.model.withdrawal import WITHDRAW
from generator.temporal.edtf import days_of_edtf

FILE = "corrections.yml"
LINE = re.compile(r"[1-9][0-9]{0,8}")
TYPES = ("person", "organisation", "country", "place", "group")


class Shape(Struct, frozen=True):
    """How many targets an action takes, and whether it takes a value."""

    least: int
    most: int
    value: bool
    optional: bool = False


SHAPES = {
    "merge": Shape(2, 1000, value=False),
    "split": Shape(1, 1, value=True),
    "rename": Shape(1, 1, value=True),
    "type": Shape(1, 1, value=True),
    "role": Shape(1, 1, value=True),
    "hide": Shape(1, 1, value=False),
    "pin": Shape(1, 1, value=False),
    "reattribute": Shape(1, 1, value=True, optional=True),
    "date": Shape(1, 1, value=True),
    "exclude": Shape(2, 2, value=False),
    WITHDRAW: Shape(1, 1, value=True),
    "merge-stories": Shape(2, 1000, value=False),
    "split-story": Shape(2, 1000, value=False),
    "move": Shape(1, 1000, value=True, optional=True),
    "name-story": Shape(1, 1, value=True),
    "pin-story": Shape(1, 1, value=False),
}
STORY = "story-"
"""With this an id of a story begins."""
OF_STORIES = frozenset({"merge-stories", "split-story", "name-story", "pin-story"})
"""Actions whose first target is a story."""
MOST_TOLD = 80
"""Letters of a word in a message."""
KEYS = ("action", "target", "value", "why")


def read_corrections(seeds_dir: Path, *, yaml_bytes: int = 1_000_000) -> tuple[Correction, ...]:
    """The corrections beside the seeds, in file order; none where there is no file."""
    try:
        root = compose_yaml(read_corrections_text(seeds_dir, yaml_bytes=yaml_bytes))
    except YamlError as problem:
        raise _wrong(problem.message, problem.line) from problem
    if root is None:
        return ()
    if not isinstance(root, yaml.SequenceNode):
        raise _wrong("this is no list of corrections", 1)
    return tuple(_read_one(node) for node in root.value)


def read_corrections_text(seeds_dir: Path, *, yaml_bytes: int = 1_000_000) -> str:
    """What an owner wrote into the file of corrections; "" where there is none."""
    path = seeds_dir / FILE
    if not os.path.lexists(path):
        return ""
    try:
        limit = "yaml_bytes"
        return decode_utf8(read_guarded(path, within=seeds_dir, most=yaml_bytes, limit=limit))
    except UnreadableError as error:
        raise _wrong(str(error), 1) from error
    except OSError as error:
        raise _wrong(f"it cannot be opened ({error.strerror})", 1) from error


def _wrong(message: str, line: int, hint: str = "") -> CorrectionError:
    return CorrectionError(message, where=f"seeds/{FILE}:{line}", hint=hint)


def _read_one(node: yaml.Node) -> Correction:
    if not isinstance(node, yaml.MappingNode):
        raise _wrong("a correction is a mapping with action, target and why", line_of(node))
    cells = _cells(node)
    action = _text(cells, "action", node)
    shape = _shape(action, cells["action"])
    targets = _targets(cells, node)
    _check_line(action, targets, cells["target"])
    _check_stories(action, targets, cells["target"])
    if not shape.least <= len(targets) <= shape.most:
        count = shape.least if shape.least == shape.most else f"{shape.least} or more"
        raise _wrong(f"{action!r} takes {count} target(s), not {len(targets)}", line_of(node))
    value = _text(cells, "value", node) if "value" in cells else None
    _check_value(action, value, shape, cells.get("value", node))
    why = _text(cells, "why", node)
    return Correction(action, targets, value, why, line_of(node), applied=False)


def _cells(node: yaml.MappingNode) -> dict[str, yaml.Node]:
    cells: dict[str, yaml.Node] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _wrong(
                "a key of a correction is a word", line_of(key), f"Keys: {', '.join(KEYS)}."
            )
        if key.value not in KEYS:
            told = in_short(key.value)
            raise _wrong(f"there is no key {told!r}", line_of(key), _nearest(key.value, KEYS))
        if key.value in cells:
            raise _wrong(f"the key {key.value!r} stands twice", line_of(key))
        cells[key.value] = value
    return cells


def _nearest(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(in_short(word), list(known), n=1, cutoff=0.0)
    return f"Did you mean {near[0]!r}?" if near else ""


def in_short(word: str) -> str:
    """What somebody wrote, as a message tells it."""
    return word if len(word) <= MOST_TOLD else f"{word[:MOST_TOLD]}…"


def _text(cells: dict[str, yaml.Node], key: str, node: yaml.Node) -> str:
    cell = cells.get(key)
    if cell is None:
        raise _wrong(f"a correction needs {key!r}", line_of(node))
    if not isinstance(cell, yaml.ScalarNode) or not has_words(cleaned(cell.value)):
        raise _wrong(f"{key!r} must be words", line_of(cell))
    return " ".join(cleaned(cell.value).split())


def _shape(action: str, node: yaml.Node) -> Shape:
    if action not in SHAPES:
        raise _wrong(
            f"there is no action {in_short(action)!r}", line_of(node), _nearest(action, SHAPES)
        )
    return SHAPES[action]


def _targets(cells: dict[str, yaml.Node], node: yaml.Node) -> tuple[str, ...]:
    cell = cells.get("target")
    if cell is None:
        raise _wrong("a correction needs 'target'", line_of(node))
    nodes = cell.value if isinstance(cell, yaml.SequenceNode) else [cell]
    for one in nodes:
        if not isinstance(one, yaml.ScalarNode) or not has_words(cleaned(one.value)):
            raise _wrong("a target must be an id", line_of(one))
    return tuple(cleaned(one.value).strip() for one in nodes)


def _check_line(action: str, targets: tuple[str, ...], node: yaml.Node) -> None:
    """What is excluded is a line of a document, counted in plain digits."""
    if action != "exclude" or len(targets) != SHAPES[action].most:
        return
    if not LINE.fullmatch(targets[1]):
        raise _wrong(f"{in_short(targets[1])!r} is no number of a line, such as 12", line_of(node))


def _check_stories(action: str, targets: tuple[str, ...], node: yaml.Node) -> None:
    """What is done to stories names them by their ids."""
    named = {"merge-stories": targets}.get(action, targets[:1] if action in OF_STORIES else ())
    for target in named:
        if not target.startswith(STORY):
            raise _wrong(
                f"{in_short(target)!r} is no id of a story",
                line_of(node),
                "stories.json lists them.",
            )


def _check_value(action: str, value: str | None, shape: Shape, node: yaml.Node) -> None:
    if value is None and shape.value and not shape.optional:
        raise _wrong(f"{action!r} needs a 'value'", line_of(node))
    if value is not None and not shape.value:
        raise _wrong(f"{action!r} takes no 'value'", line_of(node))
    if action in {"date", WITHDRAW} and days_of_edtf(value or "") in {None, (None, None)}:
        raise _wrong(
            f"{in_short(value or '')!r} is no date in EDTF",
            line_of(node),
            "Such as 2024-05 or 2024-05-12.",
        )
    if action == "move" and value and not value.startswith(STORY):
        raise _wrong(
            f"{in_short(value)!r} is no id of a story", line_of(node), "stories.json lists them."
        )
    if action == "type" and value not in TYPES:
        raise _wrong(
            f"there is no type {in_short(value or '')!r}",
            line_of(node),
            _nearest(value or "", TYPES),
        )
