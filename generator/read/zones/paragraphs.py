"""A text's paragraphs, whether single newlines or blank lines part them, or lines are wrapped."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from generator.language.lexicons import languages_with, load_words
from generator.model.words import first_word
from generator.temporal import find_full_date

WRAP_WIDTH = 110
"""Characters; text wrapped by hand or by a mail program has no longer lines."""
FULL_LINE = 0.6
"""A wrapped line is at least this share of the block's longest line."""
LOWER_SHARE = 0.3
"""Of a wrapped block's continuation lines at least this share begin with a small letter."""
LEAST_FILLED = 3
"""Lines of a block that is told to be wrapped by how full they are."""
LEAST_INDENTED = 2
NEARLY_FULL = 0.85
"""Of the longest line, where letters are of different widths."""
LEAST_BROKEN = 2
"""Sentences of a block that a small letter shows to be broken over lines."""
MOSTLY = 0.8
"""Of them so many are broken at the same width."""
LEAST_WIDTH = 40
"""Characters of a line that was broken for its length, and not because its words were at an end."""
QUOTED_ON = (",”", ',"', ",’", ",»", "”,", '",', "»,")
"""How a quotation ends before the clause that says who said it."""
OPENING = "“‘\"'«‹»„‚(["
ADDRESS = re.compile(r"https?://\S{1,500}|[\w.+-]{1,64}@[\w.-]{1,120}")
ENDS = ".!?:;…”\"’')»"


class MarkedParagraph(Struct, frozen=True):
    """A paragraph without the white space around it.

    `block` counts the stretches between blank lines; `marker` is the Markdown that stands before it
    (``#``, ``##``, ``-``, ``>``), "" for none.
    """

    start: int
    end: int
    number: int
    block: int
    marker: str = ""


def find_paragraphs(text: str) -> tuple[MarkedParagraph, ...]:
    """The paragraphs of a plain text, in reading order."""
    found: list[MarkedParagraph] = []
    for block, lines in enumerate(_blocks(text)):
        for first, last in _join(text, lines, headed=not block):
            if found and _goes_on(text[found[-1].end - 2 : found[-1].end], text[first:last]):
                found[-1] = replace(found[-1], end=_paragraph(text, first, last, 0, 0).end)
                continue
            found.append(_paragraph(text, first, last, len(found) + 1, block))
    return tuple(p for p in found if p.end > p.start)


def _blocks(text: str) -> Iterator[list[tuple[int, int]]]:
    """The lines between blank lines, as offsets."""
    block: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            block.append((at, at + len(line)))
        elif block:
            yield block
            block = []
        at += len(line) + 1
    if block:
        yield block


def _join(text: str, lines: list[tuple[int, int]], *, headed: bool) -> list[tuple[int, int]]:
    """Lines that make one paragraph, put together; `headed` where the first may be a headline."""
    block = [text[a:b] for a, b in lines]
    wrapped = _is_wrapped(block) or _is_filled(block)
    printed = _is_indented(block)
    broken = frozenset[int]() if printed else _broken(block) - {int(headed)}
    joined: list[tuple[int, int]] = []
    before = ""
    for i, (a, b) in enumerate(lines):
        line = text[a:b]
        margin = (printed and not line[:1].isspace()) or i in broken
        if joined and (wrapped or margin or (not printed and _continues(before, line))):
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
        before = line
    return joined


def _is_wrapped(lines: list[str]) -> bool:
    if len(lines) < 3 or max(map(len, lines)) > WRAP_WIDTH or any(map(_is_apart, lines)):
        return False
    longest = max(map(len, lines))
    full = all(len(line) >= FULL_LINE * longest for line in lines[:-1])
    lower = sum(line.lstrip()[:1].islower() for line in lines[1:])
    return full and lower >= LOWER_SHARE * (len(lines) - 1)


def _is_filled(lines: list[str]) -> bool:
    """Whether each line is so full that the next one's first word had no room in it.

    So a program breaks lines, at any width; paragraphs of a line each are never all equally long.
    """
    lines = [line.strip() for line in lines]
    width = max(map(len, lines))
    if len(lines) < LEAST_FILLED or width < LEAST_WIDTH or all(ln[-1] in ENDS for ln in lines[:-1]):
        return False
    return all(len(line) + 1 + len(first_word(after)) > width for line, after in pairwise(lines))


def _broken(lines: list[str]) -> frozenset[int]:
    """Which lines go on with a sentence that broke off above because its line was full.

    Where small letters show that lines are broken at one width, a capital goes on as well, as long
    as the lines that do so come to a sentence's end: a headline over a byline does not.
    """
    lines = [line.strip() for line in lines]
    width = max(map(len, lines), default=0)
    room = [NEARLY_FULL * width - len(line) - 1 for line in lines]
    full = [len(first_word(after)) > left for left, after in zip(room, lines[1:], strict=False)]
    ended = [line[-1] in ENDS for line in lines]
    sure = [full[i] for i, after in enumerate(lines[1:]) if after[0].islower() and not ended[i]]
    few = len(sure) < LEAST_BROKEN or sum(sure) < MOSTLY * len(sure)
    if few or not LEAST_WIDTH <= width <= WRAP_WIDTH:
        return frozenset()
    closed = ended[-1:]
    for i in range(len(lines) - 2, -1, -1):
        closed.append(ended[i] or (full[i] and closed[-1]))
    closed.reverse()
    return frozenset(i + 1 for i, one in enumerate(full) if one and not ended[i] and closed[i + 1])


def _is_indented(lines: list[str]) -> bool:
    """Whether the first line of each paragraph stands behind the margin, as in print."""
    first = [i for i, line in enumerate(lines) if line[:1].isspace()]
    rest = [i for i in range(len(lines)) if i not in first]
    if len(first) < LEAST_INDENTED or len(rest) < LEAST_INDENTED or 0 in rest:
        return False
    width = max(map(len, lines), default=0)
    full = all(len(lines[i - 1]) >= FULL_LINE * width for i in rest)
    return width <= WRAP_WIDTH and full and all(_is_word(lines[i].strip()[0]) for i in first)


def _is_word(letter: str) -> bool:
    """Whether a line that begins so begins with a word or a quotation, and not with a bullet."""
    return letter.isalnum() or letter in OPENING


def _continues(before: str, line: str) -> bool:
    """Whether a line goes on with a small letter, or after a comma, where the last did not end."""
    before = before.rstrip()
    if _is_apart(line):
        return False
    if len(before) >= LEAST_WIDTH and before[-1:] == ",":
        return True
    return bool(before) and before[-1:] not in ENDS and line.lstrip()[:1].islower()


def _is_apart(line: str) -> bool:
    """*by Ada Obi*, *on May 17, 2031*, an address: lines that go on with no sentence."""
    line = line.strip()
    if _signed().fullmatch(line) or ADDRESS.fullmatch(line):
        return True
    opener, _, rest = line.partition(" ")
    day = find_full_date(rest, 0, len(rest)) if opener.islower() and rest[-1:].isdigit() else None
    return day is not None and day[:2] == (0, len(rest))


@cache
def _signed() -> re.Pattern[str]:
    """*by Ada Obi* on a line of its own, in any language."""
    languages = ("any", *languages_with("word_groups"))
    words = {re.escape(w) for one in languages for w in load_words("byline_openers", one)}
    return re.compile(rf"(?:{'|'.join(sorted(words))}):?(?: [A-Z][\w.’'-]{{1,30}}){{2,4}}")


def _goes_on(before: str, line: str) -> bool:
    """*“…,”* and *said Ada Obi* below a blank line: the break stands inside the sentence."""
    return before.endswith(QUOTED_ON) and line.lstrip()[:1].islower()


def _paragraph(text: str, start: int, end: int, number: int, block: int) -> MarkedParagraph:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return MarkedParagraph(start, end, number, block)
