"""The language of a text, told by its commonest words or its script; ``und`` where in doubt."""

import re
from collections import Counter
from functools import lru_cache

from generator.language.lexicons import load_rows

UNKNOWN = "und"
SHARED = "*"
"""Stands for the languages that share a script."""
OWN_LETTERS = 0.002
"""At least this share of the letters is such."""
SCRIPT_SHARE = 0.2
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
LATIN_SHARE = 0.8
LEAST_RUNNING = 12
"""Words of which most begin small, as in sentences and in no table of names and numbers."""
SAMPLE = 20_000
MARGIN = 1.2
"""The best language must have this many times the words of the next."""
LEAST_SHARE = 0.1
"""Running text has more function words than this; a table of results has fewer."""


def find_language(text: str) -> str:
    """The BCP 47 code of the language that `text` is most likely in."""
    sample = text[:SAMPLE]
    letters = sum(c.isalpha() for c in sample)
    if not letters:
        return UNKNOWN
    for code, script in _scripts():
        if len(script.findall(sample)) >= SCRIPT_SHARE * letters:
            return _by_letters(sample.lower()) if code == SHARED else code
    return _by_words(sample)


def may_be_in(code: str, text: str) -> bool:
    """Whether a text whose language cannot be told may be in one: it is no running text of another.

    It has the script, and as many function words as running text has, or is a table or a list.
    """
    words = re.findall(r"[^\W\d_]+", text[:SAMPLE])
    own = dict(_function_words()).get(code, frozenset())
    if not own or sum(LATIN.match(w) is not None for w in words) < LATIN_SHARE * len(words):
        return False
    running = len(words) >= LEAST_RUNNING and sum(map(str.islower, words)) > len(words) / 2
    return not running or sum(w.lower() in own for w in words) >= LEAST_SHARE * len(words)


@lru_cache(maxsize=1)
def _scripts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((code, re.compile(letter)) for code, letter in load_rows("scripts"))


def _by_letters(sample: str) -> str:
    """The language in a shared script that letters of its own tell."""
    counts = Counter(sample)
    letters = sum(n for c, n in counts.items() if c.isalpha())
    for code, own in load_rows("script_letters"):
        if sum(counts[c] for c in own) >= max(1, OWN_LETTERS * letters):
            return code
    return UNKNOWN


def _by_words(sample: str) -> str:
    words = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    scores = Counter({code: sum(words[w] for w in known) for code, known in _function_words()})
    (best, most), (_, second) = scores.most_common(2)
    clear = most >= MARGIN * second and most >= LEAST_SHARE * sum(words.values())
    return best if most and clear else UNKNOWN


@lru_cache(maxsize=1)
def _function_words() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((code, frozenset(words.split())) for code, words in load_rows("function_words"))
