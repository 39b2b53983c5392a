"""What a record of turns looks like: a speaker's label before a colon, again and again."""

import re
from collections.abc import Sequence
from functools import cache

from generator.language.lexicons import languages_with, load_rows

LEAST_TURNS, LEAST_SPEAKERS = 3, 2
LEAST_WORDS = 4
"""Words that most turns have at least; a table of facts has fewer behind its colons."""
LABEL_WORDS = 7
TURN = re.compile(r"(?P<label>[A-Z][\w.’' -]{0,60}?)(?: ?\([^()]{1,60}\))? ?:(?:\*\*)? {1,4}(?=\S)")
SMALL = frozenset({"of", "the", "for", "and", "de", "van", "von", "bin", "al"})


def find_label(line: str) -> str | None:
    """The speaker's label that a turn begins with, None where a line begins with none."""
    match = TURN.match(line)
    if match is None:
        return None
    words = match["label"].split()
    named = all(w[0].isupper() or w in SMALL for w in words)
    return match["label"] if named and len(words) <= LABEL_WORDS else None


def is_transcript(lines: Sequence[str]) -> bool:
    """Whether most paragraphs are turns of two speakers or more.

    A label comes again, or labels with titles are written in capitals, as parliaments write them.
    """
    turns = [(label, line) for line in lines if (label := find_label(line))]
    labels = [label for label, _ in turns]
    if len(turns) < LEAST_TURNS or len(set(labels)) < LEAST_SPEAKERS or 3 * len(turns) < len(lines):
        return False
    told = sum(len(line.split()) >= LEAST_WORDS for _, line in turns)
    shouted = all(any(len(w) > 1 and w.isupper() for w in label.split()) for label in labels)
    titled = shouted and any(label.split()[0] in _titles() for label in labels)
    return told >= len(turns) / 2 and (len(set(labels)) < len(labels) or titled)


@cache
def _titles() -> frozenset[str]:
    """Titles before names: market reports write their labels in capitals too, and have none."""
    return frozenset(
        row[0]
        for language in languages_with("honorifics")
        for row in load_rows("honorifics", language)
    )
