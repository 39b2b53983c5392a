"""Words that look like a date and are none."""

import re
from collections.abc import Sequence

from generator.language.dependencies import Tree
from generator.model.text import Token
from generator.temporal import Reading

VERB_TAGS = ("M", "V")
NAMING = frozenset({"PRON", "PART", "ADP"})
ARTICLES = frozenset({"the", "this", "that"})
MONTH_RULES = frozenset({"month", "season"})


def is_lookalike(reading: Reading, tree: Tree, tokens: Sequence[Token]) -> bool:
    """Whether the parse shows a name, a verb or a number of things in place of a date."""
    first = tokens[0]
    if reading.rule in MONTH_RULES:
        return first.entity == "PERSON" or _is_name_or_verb(tree, first)
    if re.fullmatch(r"\d{4}", reading.pattern) and reading.rule == "year":
        return _is_count(tree, first)
    return reading.rule == "relative week, month or year" and _is_title(tree, tokens)


def _is_name_or_verb(tree: Tree, token: Token) -> bool:
    """*Theresa May*, *May I ask*, *March on*: names and verbs that are spelt like months."""
    if token.text not in {"May", "March"}:
        return False
    before = tree.tokens[token.index - 1] if token.index else None
    named = before is not None and before.entity == "PERSON"
    subject = token.dep in {"nsubj", "nsubjpass"} and token.entity != "DATE"
    return token.tag.startswith(VERB_TAGS) or named or subject


def _is_count(tree: Tree, token: Token) -> bool:
    """*2000 people* but not *the 2000 Olympics*: things in the plural, without an article."""
    head = tree.head(token)
    if token.dep != "nummod" or head.tag != "NNS" or head.index != token.index + 1:
        return False
    before = tree.tokens[token.index - 1] if token.index else None
    named = before is not None and (before.pos in NAMING or before.lemma.lower() in ARTICLES)
    return not named


def _is_title(tree: Tree, tokens: Sequence[Token]) -> bool:
    """A programme called *This Week*: its words have capitals, others of the sentence have none."""
    titled = len(tokens) > 1 and all(t.text.istitle() for t in tokens if t.text.isalpha())
    return titled and any(t.text.islower() for t in tree.tokens)
