"""Which words tell something, and which are of one family: *diabetics* and *diabetes*."""

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.language.lexicons import Lexicon, load_lexicon, load_words

GENERAL = ("generic_nouns", "evaluative_adjectives", "weak_modifiers", "role_nouns")
"""Lists whose words most texts have, whatever they are about."""
SHORTEST_STEM = 4
TELLING = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*\d")
"""Words and numbers that may tell something."""


def general_words(languages: Iterable[str]) -> frozenset[str]:
    """The words of the languages' lists that say nothing by themselves."""
    codes = sorted(set(languages))
    return Lexicon(*codes).words(*GENERAL, "linking_prepositions")


def joining_words(languages: Iterable[str]) -> frozenset[str]:
    """The words that join those of a phrase and tell nothing: articles, and *of*."""
    groups = ("genitive_prepositions", "definite_articles", "indefinite_articles")
    return Lexicon(*sorted(set(languages))).group(*groups)


def silent_words(language: str) -> frozenset[str]:
    """The words of a language that are there for grammar alone; none of one without lists."""
    return load_words("function_words", language) if load_lexicon(language) else frozenset()


def informative_words(key: str, silent: frozenset[str]) -> frozenset[str]:
    """The words of a phrase's key that tell it from others."""
    return frozenset(key.split()) - silent


@lru_cache(maxsize=65536)
def family(word: str, language: str) -> str:
    """A word without its ending, for seeing that *diabetics* and *diabetes* are of one family."""
    for ending in _endings(language if load_lexicon(language) else "any"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def telling_words(text: str, language: str) -> frozenset[str]:
    """The families of a text's words that are not there for grammar alone."""
    silent = silent_words(language)
    found = (w.lower() for w in TELLING.findall(text))
    return frozenset(family(w, language) for w in found if w not in silent)


@lru_cache(maxsize=8)
def _endings(language: str) -> tuple[str, ...]:
    return tuple(sorted(load_words("word_endings", language), key=lambda e: (-len(e), e)))
