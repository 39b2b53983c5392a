"""Mentions without a name: pronouns, and descriptions by a role noun (*the Russian leader*)."""

from collections.abc import Iterator

from msgspec import Struct

from generator.extract.mentions.titles import Titles
from generator.language import relations, word_forms
from generator.language.dependencies import Tree
from generator.language.lexicons import Lexicon
from generator.model.annotations import Gender, Number
from generator.model.reading_order import end_while
from generator.model.text import Token

BEFORE = relations.MODIFIERS | {
    relations.ADVERB,
    relations.CASE_MARK,
    relations.DETERMINER,
    relations.NUMBER,
    relations.POSSESSOR,
    relations.PREDETERMINER,
}


class Description(Struct, frozen=True):
    """A pronoun or a described person: its words and what they tell."""

    tokens: tuple[Token, ...]
    head: Token
    gender: Gender
    number: Number
    pronoun: bool


def find_descriptions(tree: Tree, titles: Titles, lexicon: Lexicon) -> Iterator[Description]:
    """The pronouns and descriptions of one parsed segment, in order."""
    groups = lexicon.words("role_noun_plurals")
    pronouns = {row[0]: (row[1], row[2]) for row in lexicon.rows("pronouns")}
    for token in tree.tokens:
        low = token.text.lower()
        if (
            token.tag in {word_forms.PRONOUN, word_forms.POSSESSIVE_PRONOUN}
            and low in pronouns
            and not (token.text.isupper() and len(token.text) > 1)  # *US*, *IT*
        ):
            gender, number = pronouns[low]
            yield Description((token,), token, _gender(gender), _number(number), pronoun=True)
        elif token.pos in {"NOUN", "PROPN"} and _role(token, titles, groups):
            found = _description(tree, token, titles)
            if found:
                yield found


def _gender(word: str) -> Gender:
    known: tuple[Gender, ...] = ("feminine", "masculine", "neuter")
    return next((g for g in known if g == word), "unknown")


def _number(word: str) -> Number:
    known: tuple[Number, ...] = ("singular", "plural")
    return next((n for n in known if n == word), "unknown")


def _role(token: Token, titles: Titles, groups: frozenset[str]) -> bool:
    low = token.text.lower()
    plural = token.tag in word_forms.PLURALS
    return low in groups or (titles.role(token.lemma.lower() if plural else low))


def _description(tree: Tree, head: Token, titles: Titles) -> Description | None:
    """The phrase up to its head noun; None where the noun is part of a name or another phrase."""
    after = tree.tokens[head.index + 1] if head.index + 1 < len(tree.tokens) else None
    if head.dep in {relations.COMPOUND, relations.NOUN_MODIFIER} or (
        after and after.pos == "PROPN" and after.head == head.index
    ):
        return None
    left = head.index
    for token in reversed(tree.tokens[: head.index]):
        inside = left <= token.head <= head.index
        if not inside or (
            token.dep not in BEFORE
            and token.dep not in {relations.COORDINATOR, relations.CONJUNCT, relations.PUNCTUATION}
        ):
            break
        if token.text in {",", "(", "“", '"'} or token.sentence_begins:
            left = token.index if token.pos != "PUNCT" else left
            if token.pos == "PUNCT" and token.text != ",":
                break
        left = token.index
    tokens = tree.tokens[left : head.index + 1]
    tokens = tokens[
        end_while(tokens, 0, lambda t: t.pos == "PUNCT" or t.dep == relations.COORDINATOR) :
    ]
    if len(tokens) < 2 or any(t.hole for t in tokens):
        return None
    if head.pos == "PROPN" and tokens[0].dep not in {relations.DETERMINER, relations.POSSESSOR}:
        return None
    plural = head.tag in word_forms.PLURALS
    return Description(
        tokens, head, gender_of(titles, tokens), "plural" if plural else "singular", pronoun=False
    )


def gender_of(titles: Titles, tokens: tuple[Token, ...]) -> Gender:
    """What a title or description says of the person's gender."""
    return titles.gender(" ".join(t.text for t in tokens))
