"""Words that point at a place, a time or a deed told before: *there*, *the next day*, *did so*."""

from collections.abc import Iterable

from generator.language import relations
from generator.language.dependencies import Tree
from generator.language.lexicons import Lexicon
from generator.language.word_forms import VERBS
from generator.model.text import Token

PLACES = frozenset({"GPE", "LOC", "FAC"})
"""Types of names that a place can have."""
LOCATED = frozenset({relations.OBJECT, relations.PREPOSITIONAL_OBJECT})
BESIDE = ("PERSON", relations.PREPOSITIONAL_OBJECT)
"""*Ate with Ada Obi*: no place."""


def is_placeless(word: Token, before: Iterable[Token], lexicon: Lexicon) -> bool:
    """*Won there in 2008*, *a fire raged here*: where, no name among the words before says."""
    local = word.pos == "ADV" and word.text.lower() in lexicon.group("place_adverbs")
    return local and not any(
        t.entity in PLACES
        or (t.pos == "PROPN" and t.dep in LOCATED and (t.entity, t.dep) != BESIDE)
        for t in before
        if t.index < word.index
    )


def points_before(word: Token, before: Iterable[Token], tree: Tree, lexicon: Lexicon) -> bool:
    """*Two days later*, *the next week*, *is doing so*: no verb before says after what, or what."""
    head, own = tree.head(word), word.text.lower()
    units = lexicon.keys("time_units")
    later = own in lexicon.words("later_adverbs") and any(
        c.lemma.lower() in units for c in tree.children(word, relations.ADVERBIAL_NOUN)
    )
    following = own in lexicon.words("following_adjectives") and head.lemma.lower() in units
    following = following and tree.has(head, relations.DETERMINER)
    so = own in lexicon.group("pro_verb_adverbs") and head.lemma in lexicon.group("pro_verbs")
    so = so and head.index < word.index
    first = min(word.index, head.index) if so else word.index
    return (later or following or so) and not any(
        t.tag in VERBS and t.index < first and t.dep not in relations.AUXILIARIES for t in before
    )
