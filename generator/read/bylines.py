"""How an article names its author: a line with nothing but a name, a note at its end.

Reading the zones and reading the metadata both ask, and stages do not know each other.
"""

import re

from generator.language.lexicons import Lexicon

BIO_WORDS = 70
NOUN_WITHIN = 14
"""The noun that says what the author is stands among this many words after the name."""
NAME = (
    r"(?:(?:Dr|Prof|Sir|Dame)\.? )?[A-Z][\w’'-]{1,40}"
    r"(?: (?:[A-Z][\w.’'-]{0,40}|de|van|von|der|bin|al)){1,4}"
)
BIO = re.compile(rf"^({NAME})(?:,[^,]{{2,40}},)? (?:is|was)(?: also)? ((?:an?|the)\b|[A-Z])")
NAME_LINE = re.compile(r"[A-Z][\w.’'-]{1,40}(?: [A-Z][\w.’'-]{0,40}){1,2}")
WORD = re.compile(r"(?<![\w’'.&-])[’'.&-]*+\w[\w’'.&-]*+")
"""A run of these signs with a letter or digit in it; tried only where a run begins."""


def words_of(text: str) -> list[str]:
    """The words of a line."""
    return WORD.findall(text)


def is_name_line(line: str) -> bool:
    """Whether a line is two or three words in capitals and nothing else, as a byline is."""
    return NAME_LINE.fullmatch(line) is not None


def find_bio(line: str, lexicon: Lexicon) -> str | None:
    """The name that a note about an author begins with, None where `line` is no such note."""
    match = BIO.match(line)
    if match is None or len(words_of(line)) > BIO_WORDS:
        return None
    nouns = lexicon.words("bio_nouns")
    after = [w.lower() for w in words_of(line[match.end(1) :])]
    return match.group(1) if any(w in nouns for w in after[:NOUN_WITHIN]) else None
