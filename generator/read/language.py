"""The language of a text, told by its commonest words or its script; ``und`` where in doubt."""

import re
from collections import Counter
from functools import lru_cache

from generator.language.lexicons import load_rows

UNKNOWN = "und"
SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
)
"""Scripts that (nearly) one language uses; Arabic and Cyrillic are shared by many."""
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
LETTERS_OF = (
    ("uk", frozenset("іїєґ")),
    ("sr", frozenset("јљњћђџ")),
    ("mk", frozenset("ѓќѕ")),
    ("be", frozenset("ўі")),
    ("kk", frozenset("қғәңұүһө")),
    ("ru", frozenset("ыэё")),
    ("bg", frozenset("ъщ")),
)
"""Letters of one of the languages in Cyrillic script and of few others, in the order of doubt."""
OWN_LETTERS = 0.002
"""At least this share of the letters is such."""
SCRIPT_SHARE = 0.2
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
    for code, pattern in SCRIPTS:
        if len(pattern.findall(sample)) >= SCRIPT_SHARE * letters:
            return code
    if len(CYRILLIC.findall(sample)) >= SCRIPT_SHARE * letters:
        return _by_letters(sample.lower())
    return _by_words(sample)


def _by_letters(sample: str) -> str:
    """The language in Cyrillic script that letters of its own tell."""
    counts = Counter(sample)
    letters = sum(n for c, n in counts.items() if c.isalpha())
    for code, own in LETTERS_OF:
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
