"""Words that point at a place: *here*, *there*."""

from collections.abc import Iterable

from generator.language import relations
from generator.language.lexicons import Lexicon
from generator.model.text import Token

PLACES = frozenset({"GPE", "LOC", "FAC"})
"""Types of names that a place can have."""
LOCATED = frozenset({relations.OBJECT, relations.PREPOSITIONAL_OBJECT})


def is_placeless(word: Token, before: Iterable[Token], lexicon: Lexicon) -> bool:
    """*Won there in 2008*, *a fire raged here*: where, no name among the words before says."""
    local = word.pos == "ADV" and word.text.lower() in lexicon.group("place_adverbs")
    return local and not any(
        t.entity in PLACES or (t.pos == "PROPN" and t.dep in LOCATED)
        for t in before
        if t.index < word.index
    )
