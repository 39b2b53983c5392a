"""A text's paragraphs, whether single newlines or blank lines part them, or lines are wrapped."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

WRAP_WIDTH = 110
"""Characters; text wrapped by hand or by a mail program has no longer lines."""
FULL_LINE = 0.6
"""A wrapped line is at least this share of the block's longest line."""
LOWER_SHARE = 0.3
"""Of a wrapped block's continuation lines at least this share begin with a small letter."""
LEAST_FILLED = 3
"""Lines of a block that is told to be wrapped by how full they are."""
LEAST_WIDTH = 40
"""Characters of a line that was broken for its length, and not because its words were at an end."""
OWN_LINE = re.compile(r"\s*+(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|>|\||```|~~~)")
QUOTED_LINE = re.compile(r" {0,3}>[ \t]?")
CALLOUT = re.compile(r" {0,3}>[ \t]?\[![\w-]{1,40}\]")
UNDERLINE = re.compile(r" {0,3}(?P<mark>=|-)(?P=mark){2,}[ \t]*")
"""Below a line it makes the line a heading; alone it parts two parts of a text."""
HEADING = re.compile(r"\s*+#{1,6}\s")
MARKER = re.compile(r"\s*+(#{1,6}|[-*+]|\d{1,9}[.)]|>++(?:[ \t]?\[![\w-]{1,40}\][+-]?)?)\s+")
ENDS = ".!?:;…”\"’')»"


class Paragraph(Struct, frozen=True):
    """A paragraph without the white space around it.

    `block` counts the stretches between blank lines; `marker` is the Markdown that stood before it
    (``#``, ``##``, ``-``, ``>``, …), "" for none.
    """

    start: int
    end: int
    number: int
    block: int
    marker: str = ""


def find_paragraphs(text: str, *, markdown: bool, start: int = 0) -> tuple[Paragraph, ...]:
    """The paragraphs of `text` from `start` on, in reading order."""
    found: list[Paragraph] = []
    for block, lines in enumerate(_blocks(text, start)):
        for first, last in _join(text, lines, markdown=markdown):
            one = _paragraph(text, first, last, len(found) + 1, block, markdown=markdown)
            found.append(_underlined(text, one) if markdown else one)
    return tuple(p for p in found if p.end > p.start)


def _underlined(text: str, paragraph: Paragraph) -> Paragraph:
    """A paragraph without a line below or above it; one line with such a line is a heading."""
    lines = text[paragraph.start : paragraph.end].split("\n")
    if not UNDERLINE.fullmatch(lines[-1]):
        return paragraph
    end = paragraph.end - len(lines[-1])
    while end > paragraph.start and text[end - 1].isspace():
        end -= 1
    marker = "#" if "=" in lines[-1] else "##"
    heading = len(lines) == len(("title", "line")) and not paragraph.marker
    return replace(paragraph, end=end, marker=marker if heading else paragraph.marker)


def _blocks(text: str, start: int) -> Iterator[list[tuple[int, int]]]:
    """The lines between blank lines, as offsets."""
    block: list[tuple[int, int]] = []
    at = start
    for line in text[start:].split("\n"):
        if line and not line.isspace():
            block.append((at, at + len(line)))
        elif block:
            yield block
            block = []
        at += len(line) + 1
    if block:
        yield block


def _join(text: str, lines: list[tuple[int, int]], *, markdown: bool) -> list[tuple[int, int]]:
    """Lines that make one paragraph, put together."""
    block = [text[a:b] for a, b in lines]
    wrapped = markdown or _is_wrapped(block) or _is_filled(block)
    joined: list[tuple[int, int]] = []
    before = ""
    for a, b in lines:
        line = text[a:b]
        own = markdown and OWN_LINE.match(line) and not _same_quotation(before, line)
        after_heading = markdown and HEADING.match(before)
        goes_on = wrapped or _continues(before, line)
        if joined and goes_on and not own and not after_heading:
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
        before = line
    return joined


def _same_quotation(before: str, line: str) -> bool:
    """Whether a line of a block quotation goes on with the paragraph before it."""
    one, other = QUOTED_LINE.match(before), QUOTED_LINE.match(line)
    if one is None or other is None:
        return False
    head = CALLOUT.match(before) or not before[one.end() :].strip()
    return (
        not head and not OWN_LINE.match(line[other.end() :]) and bool(line[other.end() :].strip())
    )


def _is_wrapped(lines: list[str]) -> bool:
    if len(lines) < 3 or max(map(len, lines)) > WRAP_WIDTH:
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
    return all(len(line) + 1 + len(after.split()[0]) > width for line, after in pairwise(lines))


def _continues(before: str, line: str) -> bool:
    """Whether a line goes on with a small letter, or after a comma, where the last did not end."""
    before = before.rstrip()
    if len(before) >= LEAST_WIDTH and before[-1:] == ",":
        return True
    return bool(before) and before[-1:] not in ENDS and line.lstrip()[:1].islower()


def _paragraph(
    text: str, start: int, end: int, number: int, block: int, *, markdown: bool
) -> Paragraph:
    marker = ""
    if markdown and (match := MARKER.match(text, start, end)):
        marker = match.group(1)
        start = match.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Paragraph(start, end, number, block, marker)
