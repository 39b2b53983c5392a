"""The picture in the guide is drawn from the imports, and shows every room."""

import re
from pathlib import Path

import pytest
from architecture_picture import draw, drawn_arrows, room_arrows
from test_architecture import FLOORS

PICTURE = Path(__file__).parents[1] / "docs" / "guide" / "architecture.svg"


def test_the_picture_is_what_the_imports_say(request: pytest.FixtureRequest) -> None:
    """The picture is not stale (``--update-golden`` draws it anew)."""
    if request.config.getoption("--update-golden"):
        PICTURE.write_text(draw(), "utf-8")
    assert PICTURE.read_text("utf-8") == draw()


def test_every_room_is_in_the_picture() -> None:
    """Each room that the architecture test names is drawn once, and the guide shows the picture."""
    named = re.findall(r'class="n"[^>]*>([^<]+)<', PICTURE.read_text("utf-8"))
    assert sorted(named) == sorted(set().union(*FLOORS))
    guide = PICTURE.with_suffix(".md").read_text("utf-8")
    assert "](architecture.svg)" in guide


def test_a_line_that_is_left_out_is_implied() -> None:
    """Whoever follows the lines reaches every room that a room imports."""
    lines: dict[str, set[str]] = {room: set() for room in room_arrows()}
    for one, other in drawn_arrows(room_arrows()):
        lines[one].add(other)

    def reached(room: str) -> set[str]:
        return lines[room].union(*(reached(near) for near in lines[room]))

    assert all(targets <= reached(room) for room, targets in room_arrows().items())
