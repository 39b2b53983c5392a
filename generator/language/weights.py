"""Numbers that decide in resolution; their table says what each is and what it was set on."""

from functools import cache

from generator.language.lexicons import load_rows


@cache
def load_weight(name: str) -> float:
    """A number of ``resolve_weights.tsv`` by its name, as ``room.name``."""
    return {row[0]: float(row[1]) for row in load_rows("resolve_weights")}[name]


def load_count(name: str) -> int:
    """The same, of a number that counts something."""
    return int(load_weight(name))
