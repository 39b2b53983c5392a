"""The guide's table of lines of code is counted from the code, room by room."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "guide" / "architecture.md"
ROW = re.compile(r"^(\| `(?:extract|resolve)/.*? \| \d+ \| )(\d+)( \|)", re.MULTILINE)
TOTAL = re.compile(r"(and\nhave )([\d,]+)(\. What went)")
OFF = 0.05
"""What a number of the guide may be off: a line more is not yet another table."""


def lines_of_code(path: Path) -> int:
    """Lines of a module that are neither blank, nor a comment, nor part of a docstring."""
    text = path.read_text("utf-8")
    told = {number for node in ast.walk(ast.parse(text)) for number in told_by(node)}
    rows = enumerate(text.splitlines(), start=1)
    return sum(bool(r.strip()) and r.strip()[0] != "#" and n not in told for n, r in rows)


def told_by(node: ast.AST) -> Iterator[int]:
    """The lines of a string that stands alone, as a docstring does."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield from range(node.lineno, (node.end_lineno or 0) + 1)


def lines_of(rooms: str) -> int:
    """Lines of all rooms that a cell of the table names, a folder or a file each."""
    wing, total = "", 0
    for name in re.findall(r"`([^`]+)`", rooms):
        wing = name.split("/")[0] if "/" in name else wing
        room = ROOT / "generator" / (name if "/" in name else f"{wing}/{name}")
        paths = sorted(room.rglob("*.py")) if room.is_dir() else [room.with_suffix(".py")]
        total += sum(map(lines_of_code, paths))
    return total


def number_of(written: str) -> int:
    """A number as the guide writes it."""
    return int(written.replace(",", ""))


def counted(guide: str) -> str:
    """The guide with the numbers that the code has."""
    guide = ROW.sub(lambda m: f"{m[1]}{lines_of(m[1])}{m[3]}", guide)
    both = lines_of("`extract/` `resolve/`")
    return TOTAL.sub(lambda m: f"{m[1]}{both:,}{m[3]}", guide)


def test_the_table_of_lines_is_what_the_code_has(request: pytest.FixtureRequest) -> None:
    """No number of the table is off by more than a twentieth (``--update-golden`` counts anew)."""
    if request.config.getoption("--update-golden"):
        GUIDE.write_text(counted(GUIDE.read_text("utf-8")), "utf-8")
    guide = GUIDE.read_text("utf-8")
    written = [m[2] for m in ROW.finditer(guide)] + [m[2] for m in TOTAL.finditer(guide)]
    right = [m[2] for m in ROW.finditer(counted(guide))]
    right += [m[2] for m in TOTAL.finditer(counted(guide))]
    assert len(written) == len(right) > 1
    pairs = zip(map(number_of, written), map(number_of, right), strict=True)
    assert not [(a, b) for a, b in pairs if abs(a - b) > OFF * b]


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ('"""Told."""\n\nX = 1  # one\n# two\n', 1),
        ("def f():\n    '''a\n    b'''\n    return 1\n", 2),
    ],
    ids=["comment", "docstring"],
)
def test_what_is_told_is_no_code(code: str, lines: int, tmp_path: Path) -> None:
    """Blank lines, comments and docstrings do not count."""
    path = tmp_path / "one.py"
    path.write_text(code, "utf-8")
    assert lines_of_code(path) == lines
