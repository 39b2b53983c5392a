"""How common a word is in its language: background figures that no folder of sources can change."""

from functools import cache, lru_cache

COMMON_LEAST = 4.0
"""Zipf: once in a hundred thousand words; a surname that no list has is rarer."""
KNOWN_LEAST = 3.0
"""Zipf: once in a million words, as *tenant*; a dictionary has it."""
NOT_PARTED_BY_SPACES = frozenset({"jieba", "mecab"})
"""Ways to part words that need libraries of their own; without them no word can be looked up."""


@cache
def _known() -> frozenset[str]:
    from wordfreq import available_languages  # noqa: PLC0415 slow: a build from the cache does without
    from wordfreq.language_info import get_language_info  # noqa: PLC0415 same

    return frozenset(
        language
        for language in available_languages("small")
        if get_language_info(language)["tokenizer"] not in NOT_PARTED_BY_SPACES
    )


def has_frequencies(language: str) -> bool:
    """Whether the words of a BCP 47 primary language have been counted."""
    return language in _known()


@lru_cache(maxsize=65536)
def word_frequency(word: str, language: str) -> float:
    """Logarithm of how often `word` stands in a thousand million words; 0 below one in a million.

    The Zipf scale of van Heuven and others (2014): *the* is 7.7, *harbour* 4.3.
    """
    from wordfreq import zipf_frequency  # noqa: PLC0415 same

    return zipf_frequency(word, language, wordlist="small")


def is_frequent(word: str, language: str, least: float = COMMON_LEAST) -> bool:
    """Whether a word is one of the common words of a language; False where none are counted."""
    if not language or not has_frequencies(language) or not word.isalpha():
        return False
    return word_frequency(word.lower(), language) >= least
