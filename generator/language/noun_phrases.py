"""Noun phrases as text, where no parse is at hand: what stands before the first complement."""

import re
from collections.abc import Collection
from functools import cache

from generator.language.lexicons import NEVER, Lexicon


def before_complements(text: str, lexicon: Lexicon, *groups: str) -> str:
    """A phrase up to its first comma or word that opens a complement: *{head} of X, a Y*.

    With further `groups` up to the first of their words too.
    """
    openers = any_word(lexicon, "complement_openers", *groups)
    return re.split(rf"\s(?:{openers})|,", text, maxsplit=1)[0]


def singular(word: str, lexicon: Lexicon, known: Collection[str]) -> str:
    """The word of a list that a plural is the plural of, or the word itself."""
    stems = (word.removesuffix(ending) for ending in sorted(lexicon.words("plural_endings")))
    return next((stem for stem in stems if stem in known), word)


def without_article(name: str, lexicon: Lexicon) -> str:
    """A name without the article that some texts write as part of it: *the Hague*, *The Hague*."""
    first, space, rest = name.partition(" ")
    return rest if space and first.lower() in lexicon.group("articles_of_names") else name


@cache
def any_word(lexicon: Lexicon, *groups: str) -> str:
    """An expression for a word of some groups and the space behind it, or one that is elided."""
    words = sorted(lexicon.group(*groups))
    whole = "|".join(re.escape(w) for w in words if w.isalpha())
    elided = "|".join(re.escape(w) for w in words if not w.isalpha())
    return rf"(?:{whole or NEVER})\s+|(?:{elided or NEVER})"
