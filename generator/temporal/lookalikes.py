"""Words that look like a date and are none."""

import re

from generator.language import relations, word_forms
from generator.language.dependencies import Tree
from generator.language.lexicons import Lexicon
from generator.model.text import Token, Tokens
from generator.temporal.grammar import Reading

VERB_FORMS = word_forms.VERBS | {word_forms.MODAL}
NAMING = frozenset({"PRON", "PART", "ADP"})
BEFORE_MONTHS = frozenset({"DET", "ADJ", "NUM", "PRON", "PART"})
"""*The June Olympics* are in June; *June Osei* is not."""
MONTH_RULES = frozenset({"month", "season"})


def is_lookalike(reading: Reading, tree: Tree, tokens: Tokens, *, lexicon: Lexicon) -> bool:
    """Whether the parse shows a name, a verb or a number of things in place of a date."""
    first = tokens[0]
    if reading.rule in MONTH_RULES:
        named = first.entity == "PERSON" or _is_first_name(tree, first)
        return named or _is_surname(tree, first, lexicon) or _is_verb(first, lexicon)
    if re.fullmatch(r"\d{4}", reading.pattern) and reading.rule == "year":
        return _is_number_of_thing(tree, first, lexicon) or _is_count(tree, first, lexicon)
    if reading.rule == "relative_day":
        return _is_last_of_name(tree, first)
    return reading.rule == "relative_period" and _is_title(tree, tokens)


def _is_first_name(tree: Tree, token: Token) -> bool:
    """*June Osei*, *April Dunn*: a month's name that belongs to the name behind it alone."""
    head = tree.head(token)
    if token.dep != relations.COMPOUND or head.pos != "PROPN" or head.index != token.index + 1:
        return False
    before = tree.tokens[token.index - 1] if token.index else None
    return before is None or before.pos not in BEFORE_MONTHS


def _is_surname(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """*Mrs May*, *Theresa May*: a month's name that a title or a first name belongs to."""
    before = tree.tokens[token.index - 1] if token.index else None
    if before is None:
        return False
    if before.text in lexicon.keys("honorifics"):
        return True
    apart = before.pos != "PROPN" or token.dep == relations.COMPOUND
    return not apart and before.dep == relations.COMPOUND


def _is_verb(token: Token, lexicon: Lexicon) -> bool:
    """*May I ask*, *March on*: verbs that are spelt like months."""
    other = {row[0] for row in lexicon.rows("months") if "small" not in row[-1].split()}
    return token.text.lower() in other and token.tag in VERB_FORMS


def _is_number_of_thing(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """*Flight 1985*, *Room 2024*, *bus no. 2019*; *bed 1820*: a common noun in the singular.

    What is named by its year has a name (*Expo 2020*) or an article (*the harvest 2019*), happens
    (*election 2016*) or is a stretch of time (*summer 2012*); what has a number has none of these.
    """
    before = [t for t in tree.tokens[max(0, token.index - 2) : token.index] if t.text != "."]
    near = before[-1] if before else None
    if near is None:
        return False
    tied = tree.head(token) is near or tree.head(near) is token
    bare = not any(tree.has(t, relations.DETERMINER, relations.POSSESSOR) for t in (near, token))
    numbered = near.tag == word_forms.NOUN and tied and bare and not near.entity
    timed = lexicon.keys("time_units") | lexicon.keys("seasons") | lexicon.words("event_objects")
    low = near.lemma.lower()
    return low in lexicon.words("numbered_things") or (numbered and low not in timed)


def _is_count(tree: Tree, token: Token, lexicon: Lexicon) -> bool:
    """*2000 people* but not *the 2000 Olympics*: things in the plural, without an article.

    *The 1500 metres* are a count with an article too, and so is what is compared: *1900 more*.
    """
    head = tree.head(token)
    behind = tree.tokens[token.index + 1 : token.index + 2]
    if any(t.tag == word_forms.COMPARATIVE for t in behind):
        return True
    if (
        token.dep != relations.NUMBER
        or head.tag != word_forms.NOUN_PLURAL
        or head.index != token.index + 1
    ):
        return False
    if head.lemma.lower() in lexicon.words("measure_units"):
        return True
    before = tree.tokens[token.index - 1] if token.index else None
    definite = lexicon.group("definite_articles", "demonstratives")
    named = before is not None and (before.pos in NAMING or before.lemma.lower() in definite)
    return not named


def _is_last_of_name(tree: Tree, token: Token) -> bool:
    """*India Today reported*: a capital behind a name, in a sentence that has small letters."""
    before = tree.tokens[token.index - 1] if token.index else None
    named = before is not None and before.pos == "PROPN" and before.text[:1].isupper()
    small = (t.text.islower() and t.pos in {"VERB", "NOUN", "AUX"} for t in tree.tokens)
    return named and token.text[:1].isupper() and any(small)


def _is_title(tree: Tree, tokens: Tokens) -> bool:
    """A programme called *This Week*: its words have capitals, others of the sentence have none."""
    titled = len(tokens) > 1 and all(t.text.istitle() for t in tokens if t.text.isalpha())
    return titled and any(t.text.islower() for t in tree.tokens)
