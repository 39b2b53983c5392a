"""How well the rules do on texts in which people marked what is right.

The figures are those that the tests hold the rules to: one file, in the wheel or in a checkout.
"""

import json
from functools import lru_cache
from pathlib import Path

from msgspec import Struct


class Figure(Struct, frozen=True):
    """One share of right answers."""

    set: str
    """The marked texts, by name."""
    key: str
    """What was measured, as the scorer names it."""
    percent: float


@lru_cache(maxsize=1)
def read_figures() -> tuple[Figure, ...]:
    """Every figure, sorted; none where the file is not there."""
    path = figures_file()
    if not path.is_file():
        return ()
    sets = json.loads(path.read_text("utf-8"))
    return tuple(
        Figure(name, key, float(value))
        for name, measured in sorted(sets.items())
        for key, value in sorted(measured["figures"].items())
    )


def figures_file() -> Path:
    """Where the figures lie: in the wheel, or beside the package in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "floors.json"
    return inside if inside.is_file() else package.parent / "tests" / "quality" / "floors.json"
