"""The numbers that decide in resolution: each is asked for, and says what it was set on."""

import re
from pathlib import Path

import pytest

from generator.language.lexicons import load_rows
from generator.language.weights import load_count, load_weight

RESOLVE = Path(__file__).parents[2] / "generator" / "resolve"
ASKED = re.compile(r'load_(?:weight|count)\(f?"([a-z_]+)\.([a-z_]+|\{zone\})"\)')


def test_every_number_says_what_it_was_set_on() -> None:
    """Each row has a name, a number, what it is and what it was set on."""
    rows = load_rows("resolve_weights")
    assert all(len(row) == 4 and all(row) for row in rows)
    assert len({row[0] for row in rows}) == len(rows)


def test_every_number_is_asked_for_and_there() -> None:
    """A number that nothing asks for is none, and one that is missing would be an error."""
    asked = {
        f"{room}.{name}"
        for path in RESOLVE.rglob("*.py")
        for room, name in ASKED.findall(path.read_text("utf-8"))
    }
    zones = {row[0] for row in load_rows("resolve_weights") if row[0].startswith("actors.")}
    given = {row[0] for row in load_rows("resolve_weights")}
    assert asked - given == {"actors.{zone}"}
    assert given - asked <= zones


def test_a_missing_number_is_an_error() -> None:
    """An unknown name is refused; a count is whole."""
    with pytest.raises(KeyError):
        load_weight("topics.no_such_number")
    assert isinstance(load_count("topics.related"), int)
