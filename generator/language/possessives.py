"""The ending that makes a name an owner's: *Ann's*; each language lists its own."""

import re
from functools import cache, lru_cache

from generator.language.lexicons import NEVER, Lexicon, lexicon_for_reading

GROUP = "possessive_endings"
APOSTROPHES = frozenset({"'", "’"})
"""Marks that stand alone behind an owner in the plural: *the Obis’ house*."""


def is_possessive(word: str, lexicon: Lexicon) -> bool:
    """Whether a token is the ending alone, as a parser parts it off."""
    return word in lexicon.group(GROUP)


def without_possessives(text: str, lexicon: Lexicon) -> str:
    """A text without the endings of its words."""
    return re.sub(rf"(?:{possessive_ending(lexicon)})(?!\w)", "", text)


@lru_cache(maxsize=65536)
def without_last_possessive(text: str, lexicon: Lexicon | None = None) -> str:
    """A name without the ending at its end; without a lexicon, that of any language."""
    return _last(lexicon or _any_language()).sub("", text)


@cache
def _any_language() -> Lexicon:
    return lexicon_for_reading("")


@cache
def owned_by(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands right behind an owner's name: an ending, or a mark alone."""
    return re.compile(rf"(?:{possessive_ending(lexicon)}|[’'])(?!\w)")


@cache
def _last(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:{possessive_ending(lexicon)}|[’'])$")


@cache
def possessive_ending(lexicon: Lexicon) -> str:
    """An expression for the ending; one that no text has, for a language without such endings."""
    return "|".join(map(re.escape, sorted(lexicon.group(GROUP)))) or NEVER
