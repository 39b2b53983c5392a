"""Labels of a parser stand in two files; everything else asks by the house's names."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.language import relations, word_forms

ROOT = Path(__file__).parents[2] / "generator"
HOMES = frozenset({"relations.py", "word_forms.py", "universal.py"})
SHARED = frozenset({"ROOT", "TO", "IN", "compound", "case", "agent", "mark", "meta", "dep"})
"""Labels that are words of other things too, such as a feature's name."""


def _named(module: object) -> frozenset[str]:
    return frozenset(v for k, v in vars(module).items() if k.isupper() and isinstance(v, str))


LABELS = (_named(relations) | _named(word_forms)) - SHARED
FILES = [
    p
    for wing in ("extract", "resolve", "language")
    for p in sorted((ROOT / wing).rglob("*.py"))
    if p.name not in HOMES
]


def _strings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_no_stage_writes_a_label_of_a_parser(path: Path) -> None:
    """A stage asks for `relations.SUBJECT`, so that a parser with other labels can serve it."""
    assert not LABELS & set(_strings(path))
