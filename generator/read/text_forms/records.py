"""Records that somebody keeps: games, family trees, codes, telephone numbers, subtitles.

Each family is told from what its lines have in common, and none of a text that tells.
"""

import re
from itertools import pairwise

from generator.read.data_forms import FEW_LINES, MOST_OF, SAME_CELLS, Lines, is_told, share

NEARLY_ALL = 0.9
TAG_PAIR = re.compile(r"\[\w{1,30} \"[^\"]{0,400}\"\]$")
"""What a game's record says of the game: ``[Event "Norwick Open"]``."""
LEVEL = re.compile(r"\d{1,2} (?:@[^@\s]{1,40}@ )?_?[A-Z][A-Z0-9_]{2,30}(?: |$)")
"""A family tree's line: how deep it lies, and what it says."""
DRAWN = re.compile(r"\s*+[\u2500-\u257f]")
"""A branch that is drawn."""
MIXED = re.compile(r"[^\W\d_][^\s\d]{0,60}\d|\d[^\s\d]{0,60}[^\W\d_]")
NUMBERS = re.compile(r"(?<![\w.,:/-])\+?\(?\d{1,5}\)?(?:[ ./-]{0,2}\(?\d{2,5}\)?){1,5}(?![\w,:/-])")
DAY_OR_SPAN = re.compile(
    r"\d{4}[-./]\d\d?[-./]\d\d?|\d\d?[-./]\d\d?[-./]\d{2,4}|\d{4}[-/ ]\d{4}|\d{1,3}(?: \d{3})+"
)
"""A day, a span of years or an amount, which have as many digits as a telephone's number."""
MOVE = re.compile(
    r"(?:\d{1,3}\.{1,3})?(?:[A-Z]?[a-h]?[1-8]?x?[a-h][1-8](?:=[A-Z])?|O-O(?:-O)?|0-0(?:-0)?)[+#!?]{0,3}"
    r"|\d{1,3}\.{1,3}"
)
LEAST_MOVES = 12
TELEPHONE_DIGITS = range(7, 16)
ENTRY_WORDS = 15
CUE = re.compile(
    r"\[\d{1,3}:\d\d\.\d{2,3}\]|\{\d{1,9}\}\{\d{1,9}\}|\[\d{1,9}\]\[\d{1,9}\]"
    r"|[A-Z][a-z]{1,20}: (?:[\w=]{1,20},)?\d{1,2}:\d\d:\d\d\.\d\d,\d{1,2}:\d\d:\d\d\.\d\d,"
    r"|\d\d:\d\d:\d\d[.:]\d\d[ ,]\d\d:\d\d:\d\d[.:]\d\d"
)
"""From when, or from which picture, words are shown: to a part of a second."""
CUES = 0.4
LONGEST_SUBTITLE = 60
MOST_DIGITS = 5
NUMBERED = 0.3
"""So many lines at least are numbers of subtitles, of which none has more than two lines."""


def is_record(lines: Lines) -> bool:
    """A game, a family tree, a drawn one, codes, or a list of telephone numbers."""
    if _are_moves(lines):
        return True
    if len(lines) < FEW_LINES:
        return False
    if all(map(TAG_PAIR.match, lines[:FEW_LINES])) or share(lines, DRAWN.match) >= MOST_OF:
        return True
    if lines[0].startswith("0 ") and share(lines, LEVEL.match) >= NEARLY_ALL:
        return True
    return not is_told(lines) and (_are_codes(lines) or share(lines, _is_entry) >= SAME_CELLS)


def _are_moves(lines: Lines) -> bool:
    """Most words are moves of a game of chess, or their numbers, in any language."""
    words = [word for line in lines for word in line.split()]
    return len(words) >= LEAST_MOVES and share(words, MOVE.fullmatch) >= SAME_CELLS


def _are_codes(lines: Lines) -> bool:
    """Half of the words have letters and digits: numbers alone are also what a match ended in."""
    words = [word for line in lines for word in line.split()]
    return share(words, MIXED.search) >= MOST_OF


def _is_entry(line: str) -> bool:
    """Somebody or something, and the number of a telephone."""
    return len(line.split()) <= ENTRY_WORDS and any(
        sum(c.isdigit() for c in found.group()) in TELEPHONE_DIGITS
        and DAY_OR_SPAN.fullmatch(found.group()) is None
        for found in NUMBERS.finditer(line)
    )


def are_subtitles(lines: Lines) -> bool:
    """Short lines with the part of a second from which each is shown, or with numbers in order."""
    cues = sum(bool(CUE.match(line)) for line in lines)
    if cues >= FEW_LINES and cues >= CUES * len(lines):
        return True
    numbers = [int(line) for line in lines if line.strip().isdecimal() and len(line) <= MOST_DIGITS]
    if len(numbers) < FEW_LINES or len(numbers) < NUMBERED * len(lines):
        return False
    ordered = lines[0].strip().isdecimal() and all(b == a + 1 for a, b in pairwise(numbers))
    return ordered and all(len(line) <= LONGEST_SUBTITLE for line in lines)
