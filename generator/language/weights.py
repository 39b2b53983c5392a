"""Numbers that decide in extraction and resolution; each says in its row what it was set on."""

from functools import cache

from generator.language.lexicons import load_rows


@cache
def load_weight(name: str) -> float:
    """A number of ``decision_weights.tsv`` by its name, as ``room.name``.

    A row may name another one, whose number it is: one number, asked by several decisions.
    """
    numbers = {row[0]: row[1] for row in load_rows("decision_weights")}
    return float(numbers.get(numbers[name], numbers[name]))


def load_count(name: str) -> int:
    """The same, of a number that counts something."""
    return int(load_weight(name))
