"""Initials: which names look like them, and which long names they can stand for."""

import re

from generator.language.lexicons import Lexicon
from generator.language.possessives import without_possessives

LEAST_ACRONYM = 2
LEAST_UNTOLD = 3
"""Letters of an acronym that is understood without brackets."""


def is_acronym(text: str) -> bool:
    """Whether a name looks like initials."""
    plain = text.replace(".", "").replace("-", "").replace("&", "")
    return len(plain) >= LEAST_ACRONYM and sum(c.isupper() for c in plain) >= 2 and " " not in plain


def are_initials(short: str, long: str, lexicon: Lexicon) -> bool:
    """Whether the letters of `short` are the initials of `long`, small words optional."""
    letters, words = _letters(short), _words(long, lexicon)
    every = "".join(w[0] for w in words)
    main = "".join(w[0] for w in words if w not in lexicon.words("name_small_words"))
    return len(main) > 1 and letters in {every, main}


def may_be_initials(short: str, long: str, lexicon: Lexicon) -> bool:
    """Whether the letters are initials of `long` in order, some left out: for brackets."""
    letters, words = _letters(short), _words(long, lexicon)
    if not letters or not words or letters[0] != words[0][0] or len(letters) < LEAST_UNTOLD:
        return are_initials(short, long, lexicon)
    initials = iter(w[0] for w in words)
    return all(letter in initials for letter in letters)


def _letters(short: str) -> str:
    return re.sub(r"[^a-z]", "", short.lower())


def _words(long: str, lexicon: Lexicon) -> list[str]:
    return re.findall(r"[a-z]+", without_possessives(long, lexicon))
