"""What a sentence opens with: a connective (*however*, *on the other hand*), a label."""

import re

from generator.language.lexicons import Lexicon
from generator.language.word_forms import FINITE_OR_MODAL
from generator.model.text import Tokens

LABEL = re.compile(r"(?:\w+ ){0,2}\w+: (?=[A-Z\d])")
"""At most three words with a colon behind them, before a sentence of its own."""


def opens_with_label(text: str, tokens: Tokens) -> bool:
    """*KEEPING SCORE: Shares rose.*, *Insiders: Ek will win.*: a rubric, and a line under it."""
    label = LABEL.match(text)
    start = tokens[0].start + label.end() if label else 0
    return label is not None and not any(t.tag in FINITE_OR_MODAL for t in tokens if t.end <= start)


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
