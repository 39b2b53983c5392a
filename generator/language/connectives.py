"""Connectives that tie a sentence to the one before it: *however*, *on the other hand*."""

import re

from generator.language.lexicons import Lexicon


def opening_connective(text: str, lexicon: Lexicon) -> str:
    """The connective that a sentence opens with, as written, or ""."""
    words = re.findall(r"[\w’']+|,", text[:60])
    for length in range(4, 0, -1):
        opening = " ".join(words[:length])
        if opening.lower() in lexicon.words("opening_connectives"):
            following = "".join(words[length : length + 1]).lower()
            bare = opening.lower() in lexicon.words("bare_connectives")
            # *Even if …* opens a clause of its own; *Even the minister …* adds to what was said.
            scalar = opening.lower() in lexicon.group("scalar_adverbs")
            clause = scalar and following in lexicon.group("clause_openers_after_even")
            if following == "," or (bare and not clause):
                return opening
    return ""
