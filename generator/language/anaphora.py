"""Whether a word means what stands outside of the words that a reader sees: *he*, *this deal*.

The one place of the question, for a whole sentence and for the clause of one alike. Whom a pronoun
means is another question, which `resolve/coreference` answers from the whole document.
"""

import re
from collections.abc import Iterable, Iterator

from generator.language import relations, word_forms
from generator.language.dependencies import Tree
from generator.language.lexicons import Lexicon
from generator.language.relations import SUBJECTS
from generator.language.word_forms import FINITE_OR_MODAL
from generator.model.text import Token, Tokens

NOUNS = frozenset({"NOUN", "PROPN"})
MOMENTS = frozenset({"DATE", "TIME"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
"""Types of names that *they* does not stand for."""
TIMES = ("time_units", "seasons", "day_parts")
"""Tables of nouns by which the time of writing is pointed at: *this week*, *this morning*."""
PLEONASTIC = relations.EXTRAPOSED_CLAUSES | {
    relations.PASSIVE_CLAUSAL_SUBJECT,
    relations.RELATIVE_CLAUSE,
}
LEADING = frozenset({relations.ADVERBIAL_CLAUSE, relations.PREPOSITION, relations.ADVERBIAL_NOUN})
"""Clauses and phrases that lead up to a main clause, whose subject their pronouns can mean."""
POINTING = frozenset({relations.DETERMINER, relations.ADJECTIVE, relations.PREDETERMINER})


def is_pleonastic(it: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """*It is clear that …*, *it was reported that …*: an *it* that means nothing."""
    verb = tree.head(it)
    if it.text.lower() not in lexicon.pronouns("neuter", "subject"):
        return False
    below = [c for c in tree.children(verb) if c.index > verb.index]
    if tree.has(verb, relations.PASSIVE_AUXILIARY):
        if verb.lemma.lower() in lexicon.words("addressing_verbs", "charging_verbs"):
            return False  # *it was told that …*: the hearer
        return any(c.dep == relations.CLAUSAL_COMPLEMENT for c in below)
    announced = any(c.dep in PLEONASTIC or tree.has(c, *PLEONASTIC) for c in below)
    return announced and verb.lemma in lexicon.group("pleonastic_verbs")


def is_bound(pronoun: Token, told: Tokens, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether what a pronoun means can be among the words `told`; *it is late* means nothing."""
    if is_pleonastic(pronoun, tree, lexicon):
        return True
    head = tree.head(pronoun)
    if head.lemma.lower() in lexicon.group("replacing_nouns") | lexicon.words("view_nouns"):
        return False  # *in his place*, *in their view*: somebody else than the sentence tells of
    form = lexicon.pronouns("object")
    apart = SUBJECTS if pronoun.text.lower() in form else frozenset[str]()
    before = (
        t
        for t in told
        if t.index < pronoun.index
        and not (t.dep in apart and tree.head(t) is head)  # *Ada Obi thanked her*: somebody else
    )
    if any(_can_mean(pronoun, t, tree, lexicon) for t in before):
        return True
    return any(_can_mean(pronoun, t, tree, lexicon) for t in _led_up_to(pronoun, told, tree))


def _can_mean(pronoun: Token, noun: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether a pronoun agrees with a noun and may stand for it."""
    word = pronoun.text.lower()
    subject = noun.dep in SUBJECTS and noun.pos in NOUNS
    if subject and word in lexicon.pronouns("reflexive"):
        return True
    if word in lexicon.pronouns("neuter") and noun.entity == "MONEY":
        return True  # *two million, nearly all of it*
    if noun.pos not in NOUNS or noun.entity in MOMENTS:
        return False
    if word in lexicon.pronouns("masculine") | lexicon.pronouns("feminine"):
        return _is_one_person(noun, tree, lexicon)
    return noun.entity not in ({"PERSON"} if word in lexicon.pronouns("neuter") else PLACES)


def _is_one_person(noun: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """*As the park's biologist, he*: said of him, who is named elsewhere."""
    ways = lexicon.group("comparing_prepositions")
    named = noun.entity == "PERSON" or _is_surname(noun, tree)
    several = noun.tag in word_forms.PLURALS and not named  # the model's *Jones* is a plural
    if several or any(a.text.lower() in ways for a in tree.ancestors(noun)):
        return False  # *ten farmers were freed, he said*
    if noun.lemma.lower() in lexicon.words("role_nouns"):
        return True
    likely = noun.pos == "PROPN" or noun.dep in SUBJECTS
    return (named or (likely and not noun.entity)) and noun.dep != relations.COMPOUND


def _is_surname(name: Token, tree: Tree) -> bool:
    """*Obi said he …*: one word alone as a subject, which the model often takes for a body's."""
    alone = name.pos == "PROPN" and not tree.has(name, relations.DETERMINER, relations.COMPOUND)
    return alone and name.dep in SUBJECTS and name.entity == "ORG" and not name.text.isupper()


def _led_up_to(pronoun: Token, told: Tokens, tree: Tree) -> Iterator[Token]:
    """*After her speech, Ada Obi left*: the subjects to whose clauses the pronoun's leads up."""
    for phrase in (pronoun, *tree.ancestors(pronoun)):
        subject = tree.child(tree.head(phrase), *SUBJECTS) if phrase.dep in LEADING else None
        if subject and subject.index > pronoun.index and subject in told:
            yield subject


def is_pronoun(word: Token, forms: frozenset[str]) -> bool:
    """Whether a word is one of these pronouns as they are written: *us*, not *US*."""
    return word.text.lower() in forms and word.text.isupper() == (len(word.text) == 1)


def quotation_leans(text: str, told: Tokens, lexicon: Lexicon) -> bool:
    """*“It is late,” Bo Ek said*: a quotation before any noun, which opens with a pronoun."""
    leaning = lexicon.pronouns("3") | lexicon.group("demonstratives")
    for token in told:
        if token.pos in NOUNS and not token.hole:
            return False
        word = re.match(r"\W*([A-Za-z]+)", text[token.start : token.end]) if token.hole else None
        if word and word[1].lower() in leaning:
            return True
    return False


def points_back(token: Token, told: Tokens, tree: Tree, lexicon: Lexicon) -> bool:
    """*This deal*, *such men*, *these are …*: what is pointed at stands in no word before."""
    word, head = token.text.lower(), tree.head(token)
    joining = token.tag in {word_forms.RELATIVE_DETERMINER, word_forms.PREPOSITION}
    joining = joining or token.dep in {relations.MARKER, relations.ADVERB}
    if joining or word not in lexicon.group("demonstratives", "comparing_determiners"):
        return False
    if token.dep in POINTING and head.pos in NOUNS and head.index > token.index:
        return not _is_excused(word, head, tree, lexicon) and not named_before(head, told)
    explained = word in lexicon.group("far_demonstratives") and _is_explained(token, tree)
    if word in lexicon.group("comparing_determiners") or explained:
        return False
    return not any(_can_be_meant(t, token, tree, lexicon) for t in told if t.index < token.index)


def _can_be_meant(before: Token, pointing: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether *this*, *those* alone can mean a word before, or what its clause tells."""
    if pointing.dep not in SUBJECTS:
        return before.pos in NOUNS | {"VERB"}
    if pointing.text.lower() in lexicon.group("plural_demonstratives"):
        return before.tag in word_forms.PLURALS
    verb = tree.head(pointing)
    above = tree.head(verb) if verb.dep == relations.CLAUSAL_COMPLEMENT else verb
    return before.tag in FINITE_OR_MODAL and before is not above  # *Lee said that this failed*


def named_before(noun: Token, told: Iterable[Token]) -> bool:
    """Whether the same noun stands before."""
    return any(t.index < noun.index and t.lemma == noun.lemma for t in told)


def _is_excused(word: str, noun: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """Whether a pointing word before `noun` points forward, or at the time of writing."""
    if word in lexicon.group("comparing_determiners"):
        return any(c.text in lexicon.group("comparing_prepositions") for c in tree.children(noun))
    if word in lexicon.group("near_demonstratives"):
        times = (row[0] for kind in TIMES for row in lexicon.rows(kind))
        return noun.lemma.lower() in {*times, *lexicon.group("time_nouns")}
    return _is_picked_out(noun, tree, lexicon)


def _is_picked_out(noun: Token, tree: Tree, lexicon: Lexicon) -> bool:
    """*That part of the town*, *those men who fled*; not *that delay in Oslo*, told before."""
    if tree.has(noun, relations.RELATIVE_CLAUSE, relations.ADNOMINAL_CLAUSE):
        return True
    ways = tree.children(noun, relations.PREPOSITION)
    return any(c.text in lexicon.group("genitive_prepositions") for c in ways)


def _is_explained(token: Token, tree: Tree) -> bool:
    """*Those who fled*, *that of the minister*: what is meant follows."""
    return tree.has(
        token, relations.RELATIVE_CLAUSE, relations.ADNOMINAL_CLAUSE, relations.PREPOSITION
    )
