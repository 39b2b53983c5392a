"""Noun phrases as text, where no parse is at hand: what stands before the first complement."""

import re
from functools import cache

from generator.language.lexicons import NEVER, Lexicon


def before_complements(text: str, lexicon: Lexicon, *groups: str) -> str:
    """A phrase up to its first comma or word that opens a complement: *{head} of X, a Y*.

    With further `groups` up to the first of their words too.
    """
    openers = any_word(lexicon, "complement_openers", *groups)
    return re.split(rf"\s(?:{openers})|,", text, maxsplit=1)[0]


@cache
def any_word(lexicon: Lexicon, *groups: str) -> str:
    """An expression for a word of some groups and the space behind it, or one that is elided."""
    words = sorted(lexicon.group(*groups))
    whole = "|".join(re.escape(w) for w in words if w.isalpha())
    elided = "|".join(re.escape(w) for w in words if not w.isalpha())
    return rf"(?:{whole or NEVER})\s+|(?:{elided or NEVER})"
