"""The kinds of words in dates, as patterns: ``{month}``, ``{count}``, ``{holiday}``, ….

They are written in ``date_slots.tsv`` of a language, so that the words themselves stay out of code.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from generator.language.lexicons import Lexicon

LIST = re.compile(r"<([a-z_]+)(?:/(\d))?(?::([a-z]+))?>")
SLOT = re.compile(r"\{([a-z]+)(\d?)\}")
SPACED_LISTS = frozenset({"ordinal_words", "ordinal_adjectives"})
"""Lists where a space may stand for a hyphen: *twenty first*."""
TEXT_LISTS = frozenset({"vague_numbers"})
"""Lists with one word a line instead of a table."""


NO_WORD = "(?!)"
"""What a list without words matches: nothing."""


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of these words, the longest first; a space stands for white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    if not ordered:
        return NO_WORD
    plain = (re.escape(w).replace(r"\ ", r"\s+").replace("'", "['’]") for w in ordered)
    return f"(?:{'|'.join(plain)})"


def spaced(pattern: str) -> str:
    """A pattern whose spaces stand for any white space."""
    return pattern.replace("[ -]", r"[\s-]").replace(" ?", r"\s*").replace(" ", r"\s+")


@lru_cache(maxsize=8)
def word_patterns(lexicon: Lexicon) -> Mapping[str, str]:
    """A regular expression for each kind of word."""
    patterns: dict[str, str] = {}
    for name, pattern in lexicon.rows("date_slots"):
        listed = LIST.sub(lambda found: _list(found, lexicon), pattern)
        fixed = re.sub(r"\(\?<!([^()]*) ([^()]*)\)", r"(?<!\1\\s\2)", listed)
        patterns[name] = SLOT.sub(lambda slot: patterns[slot[1]], spaced(fixed))
    return patterns


def _list(asked: re.Match[str], lexicon: Lexicon) -> str:
    kind, column, tag = asked[1], int(asked[2] or 1), asked[3]
    if kind in TEXT_LISTS:
        return any_of(lexicon.words(kind))
    rows = lexicon.rows(kind)
    found = any_of(row[column - 1] for row in rows if tag is None or tag in row[-1].split())
    return found.replace(r"\-", r"[\s-]") if kind in SPACED_LISTS else found
