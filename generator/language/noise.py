"""Runs that no parse can bear: thousands of marks, letters or characters without a word among them.

A parser takes minutes for what no reader would read, so such a run is left out of what it sees; the
text, its offsets and the quotation marks stay as they are.
"""

import re

from msgspec import Struct

LONGEST_WORD, MOST_MARKS, MOST_LETTERS = 2000, 200, 500
"""Characters without white space, marks in a row, and words of one character in a row."""
RUNS = {
    "characters without a space": re.compile(rf"(?<!\S)\S{{{LONGEST_WORD},}}+"),
    "marks in a row": re.compile(rf"(?<![^\w\s])[^\w\s]{{{MOST_MARKS},}}+"),
    "single characters in a row": re.compile(rf"(?<!\S)(?:\S\s{{1,9}}+){{{MOST_LETTERS},}}+"),
}


class Noise(Struct, frozen=True, order=True):
    """A run that is not parsed, and what it is a run of."""

    start: int
    end: int
    of: str


def find_noise(text: str) -> tuple[Noise, ...]:
    """The runs of a text that no parse can bear, in reading order."""
    return tuple(
        sorted(Noise(*m.span(), of) for of, run in RUNS.items() for m in run.finditer(text))
    )


def without_noise(text: str) -> str:
    """The text with spaces in place of such runs, its line ends and offsets unchanged."""
    pieces, at = [], 0
    for noise in find_noise(text):
        start = max(at, noise.start)
        if start < noise.end:
            pieces += [text[at:start], re.sub(r"[^\n]", " ", text[start : noise.end])]
            at = noise.end
    return "".join((*pieces, text[at:]))
