"""What kind of thing a name names: the rules of `type_rules`, weighed and summed, decided once."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import TypeAlias

from msgspec import Struct

from generator.language.lexicons import Lexicon, load_rows
from generator.language.weights import load_count
from generator.model.rules import TypeRule
from generator.resolve.entities.name_evidence import NameEvidence, evidence_of
from generator.resolve.entities.name_occurrences import Uses
from generator.resolve.entities.type_rules import TYPE_RULES

OFTEN = load_count("actor_types.often")
"""Places from which a name needs the fewest votes."""


class Vote(Struct, frozen=True):
    """The kind that won, by how much, and by which rule most."""

    kind: str
    """``person``, ``organisation``, ``place``, ``group`` or ``nothing``."""
    score: float
    rule: TypeRule | None = None
    """The rule that weighed most for the kind; None where none speaks for any."""


Votes: TypeAlias = Mapping[str, Vote]
"""By the key of a name."""


@cache
def load_type_weights() -> Mapping[str, Mapping[str, float]]:
    """What each rule weighs, by kind; the file says what the numbers are fitted on."""
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for rule, kind, weight, *_ in load_rows("name_type_weights"):
        found[rule][kind] = float(weight)
    return dict(found)


@cache
def load_type_threshold(name: str) -> float:
    """Votes from which something is decided, by its name in the file."""
    return {row[0]: float(row[1]) for row in load_rows("name_type_thresholds")}[name]


def vote_type(
    occurrences: Uses, lexicon: Lexicon, listed: Mapping[str, float] | None = None
) -> Vote:
    """Decide what a name is from all its uses, and from what its lists tell."""
    shown = clues_of(evidence_of(occurrences, lexicon, listed))
    return decide(shown, load_type_weights(), least_votes(len(occurrences)))


def clues_of(evidence: NameEvidence) -> dict[TypeRule, float]:
    """How much of each rule's clue a name shows, those aside that it shows nothing of."""
    found = ((rule.id, rule.find(evidence)) for rule in TYPE_RULES)
    return {identifier: value for identifier, value in found if value}


def least_votes(count: int) -> float:
    """Votes that a name with so many places needs: the more often it occurs, the fewer."""
    if count >= OFTEN:
        return load_type_threshold("often")
    return load_type_threshold("once" if count == 1 else "twice")


def decide(
    shown: Mapping[TypeRule, float], weights: Mapping[str, Mapping[str, float]], least: float
) -> Vote:
    """The kind with the most votes; ``nothing`` where they are fewer than `least`."""
    scores: defaultdict[str, float] = defaultdict(float)
    most: dict[str, tuple[float, TypeRule]] = {}
    for rule, value in shown.items():
        for kind, weight in weights.get(rule, {}).items():
            scores[kind] += value * weight
            if value * weight > most.get(kind, (0.0, rule))[0]:
                most[kind] = (value * weight, rule)
    kind, score = max(sorted(scores.items()), key=lambda item: item[1], default=("nothing", 0.0))
    if score < least:
        return Vote("nothing", score)
    return Vote(kind, score, most[kind][1] if kind in most else None)
