"""The rules of dates as records: each with its forms, in the order of ``date_rules.tsv``."""

from functools import lru_cache
from typing import Literal

from generator.language.lexicons import Lexicon
from generator.model.rules import Rule
from generator.temporal.patterns import needs

Certainty = Literal["explicit", "inferred"]
"""Whether the words say it all, or are seen from another date."""
Forms = tuple[tuple[str, str, str], ...]
"""Kind of expression, what is looked for, and the pattern that it gives."""
DateRule = Rule[str, Certainty, Forms]


@lru_cache(maxsize=8)
def date_rules(lexicon: Lexicon) -> tuple[DateRule, ...]:
    """The rules of a language, each with a sentence in which it finds the date."""
    examples = {row[0]: row[1] for row in lexicon.rows("date_rule_examples")}
    forms: dict[str, list[tuple[str, str, str]]] = {}
    for name, kind, pattern, value in lexicon.rows("date_rules"):
        forms.setdefault(name, []).append((kind, pattern, value))
    return tuple(
        DateRule(name, examples[name], _certainty(tuple(found)), tuple(found))
        for name, found in forms.items()
    )


def _certainty(forms: Forms) -> Certainty:
    """All its forms must say the whole date: one that goes on with another date does not."""
    alone = (not needs(value) and "{date:" not in pattern for _, pattern, value in forms)
    return "explicit" if all(alone) else "inferred"
