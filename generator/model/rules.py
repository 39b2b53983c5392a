"""What a rule is, for every stage that decides by rules.

A stage has one table of rules and tries them in the table's order. The id of the rule that decided
goes with the answer into the data (field ``rule``); the words that a reader sees for it stand in
the catalogue alone (``generator/i18n/locale/*/rules.po``, the stage as the message's context).
"""

from typing import Generic, TypeVar

from msgspec import Struct

Id_co = TypeVar("Id_co", bound=str, covariant=True)
Certainty_co = TypeVar("Certainty_co", bound=str, covariant=True)
Find_co = TypeVar("Find_co", covariant=True)


class Rule(Struct, Generic[Id_co, Certainty_co, Find_co], frozen=True):
    """One way to decide, with a sentence that shows it."""

    id: Id_co
    """Stable: data files, the catalogue and benchmarks name the rule by it."""
    example: str
    certainty: Certainty_co
    """How sure what it finds is, in the stage's own words."""
    find: Find_co
    """What looks for it; the stage says what it is given and what it answers."""
