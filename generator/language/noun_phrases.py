"""Noun phrases as text, where no parse is at hand: what stands before the first complement."""

import re
from functools import cache

from generator.language.lexicons import Lexicon


def before_complements(text: str, lexicon: Lexicon) -> str:
    """A phrase up to its first comma or word that opens a complement: *{head} of X, a Y*."""
    return _complements(lexicon).split(text, maxsplit=1)[0]


@cache
def _complements(lexicon: Lexicon) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, lexicon.group("complement_openers"))))
    return re.compile(rf"\s(?:{words})\s|," if words else ",")
