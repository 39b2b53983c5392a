"""Templates lay out what the views hold: they measure nothing, compare nothing, decide once."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

TEMPLATES = Path(__file__).parents[2] / "templates"
OWN = sorted(
    [*TEMPLATES.glob("pages/*.j2"), *TEMPLATES.glob("partials/*.j2"), TEMPLATES / "theme/main.html"]
)
"""Templates of this project; those below ``theme/partials`` are Material's, with its features."""
LONGEST = 160
FILTERS = {"count", "length", "url", "e", "safe", "replace"}
"""What a template may do to a value: lay out a number, an address, a script of the theme."""
MEASURES = (nodes.Compare, nodes.BinExpr, nodes.Neg, nodes.Pos, nodes.Concat, nodes.Slice)
"""Comparisons, arithmetic, pasting and cutting: they belong to the presenters."""


def parsed(path: Path) -> nodes.Template:
    """A template's tree."""
    return Environment(autoescape=True).parse(path.read_text("utf-8"))


def conditions(tree: nodes.Template) -> Iterator[nodes.Expr]:
    """What each ``if`` of a template asks."""
    for found in tree.find_all((nodes.If, nodes.CondExpr)):
        if isinstance(found, nodes.If | nodes.CondExpr) and isinstance(found.test, nodes.Expr):
            yield found.test


def composed(tree: nodes.Template) -> set[str]:
    """The conditions of a template that are more than whether there is something.

    One that another word denies or joins to a third is the same condition.
    """
    found = (part for test in conditions(tree) for part in (test, *test.find_all(nodes.Expr)))
    return {repr(part) for part in found if isinstance(part, nodes.And | nodes.Or)}


@pytest.mark.parametrize("path", OWN, ids=lambda p: p.name)
def test_a_template_measures_and_compares_nothing(path: Path) -> None:
    """No arithmetic, no comparison, no slice, and of filters only the few that lay out."""
    tree = parsed(path)
    measured = [n for n in tree.find_all(MEASURES) if not isinstance(n, nodes.And | nodes.Or)]
    assert [(n.lineno, type(n).__name__) for n in measured] == []
    assert {f.name for f in tree.find_all(nodes.Filter)} <= FILTERS


@pytest.mark.parametrize(
    "path", sorted([*TEMPLATES.rglob("*.j2"), *TEMPLATES.rglob("*.html")]), ids=lambda p: p.name
)
def test_a_line_of_a_template_can_be_read(path: Path) -> None:
    """No line of a template is longer than a screen."""
    lines = path.read_text("utf-8").splitlines()
    assert [n for n, line in enumerate(lines, start=1) if len(line) >= LONGEST] == []


def test_no_condition_stands_in_two_templates() -> None:
    """A condition of several parts is asked in one template; others call its macro."""
    paths = [*OWN, *sorted(TEMPLATES.glob("theme/**/*.html"))]
    asked = Counter(test for path in dict.fromkeys(paths) for test in composed(parsed(path)))
    assert [test for test, count in asked.items() if count > 1] == []


BLOCK = 3
"""Lines that are the same in two templates and lay out at least two values: a macro's matter."""


def blocks(path: Path) -> set[tuple[str, ...]]:
    """The runs of lines of a template that lay out values, without the space around them."""
    lines = [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
    runs = {tuple(lines[at : at + BLOCK]) for at in range(len(lines) - BLOCK + 1)}
    return {run for run in runs if sum("{{" in line for line in run) > 1}


def test_no_block_stands_in_two_templates() -> None:
    """What two pages lay out in the same lines is a macro of the partials."""
    found = Counter(block for path in OWN for block in blocks(path))
    assert [block for block, count in found.items() if count > 1] == []
