"""Lines of printed pages to paragraphs: joined over lines, columns and pages, hyphens mended."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from generator.model.words import first_word, last_word
from generator.read.formats.blocks import Block, BlockKind, with_title
from generator.read.formats.pdf_layout import Line
from generator.read.formats.pdf_notes import part_notes
from generator.read.stated_values import plain, stated_pattern
from generator.read.transcripts import QUESTION, find_label

EDGE_LINES = 3
"""Running heads and page numbers are among this many lines from the top or the bottom."""
SAME_HEIGHT = 6
"""Points."""
REPEATED = 0.4
"""A running head stands on at least this share of the pages, and on two."""
FAR = 2
"""Heights of a head's letters from it to the text below."""
PAGE_NUMBER = stated_pattern("number_of_printed_page")
DIGITS = re.compile(r"\d+")
NEW_PARAGRAPH_GAP = 1.45
"""A gap between lines of more than this many usual ones begins a paragraph."""
INDENT = 0.6
"""Of a line's height; what begins further right than the line before begins a paragraph."""
SHORT, BROKEN = 0.85, 0.5
"""A line that ends a sentence before this share of its column's width ends a paragraph, and so does
a first line, such as a byline, that breaks off before the other, whatever it ends in."""
FILLED = 0.75
"""Of the lines at a left edge so many do not reach further than the column; a headline may."""
MOST_GAP, SPACED = 4, 0.1
"""Paragraphs stand apart where so many of the lines follow such a gap."""
SIZE_CHANGE, OTHER_SIZE = 1.15, 1.35
"""How much higher a heading's letters are, and how much a line's that belongs to no paragraph."""
HEADING_WORDS = 20
LEAST_ASKED = 2
"""Lines that begin with *Q.*, and as many that begin with *A.*."""
ENDS = re.compile(r"[.!?:][”\"’')\]]{0,2}$")
BULLET = re.compile(r"[•‣▪◦●–—-]\s+")
HYPHENS = "-\u00ad\u2010\x02\ufffe"
FILE_NAME = re.compile(
    r"\.(?:docx?|indd|pdf|qxd|rtf|odt|pptx?|xlsx?|html?)\b|^(?:microsoft|untitled|layout \d)",
    re.IGNORECASE,
)

Sized = tuple[Block, float]
"""A block with the height of its lines."""


def without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without the lines at their edges that recur, and without page numbers."""
    seen = Counter(form for page in pages for form in {_form(line) for line in _edges(page)})
    least = max(2, REPEATED * len(pages))
    out = []
    for page in pages:
        edges = _edges(page)
        gone = {
            i
            for i, line in enumerate(page)
            if line in edges
            and (PAGE_NUMBER.fullmatch(plain(line.text)) or seen[_form(line)] >= least)
        }
        out.append([line for i, line in enumerate(page) if i not in gone])
    return [*out[:1], *_without_lone_heads(out)]


def _without_lone_heads(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """The pages from the second on, without heads that recur on none.

    Such a head stands in smaller letters above all that any page holds, or far above the line in
    which a sentence of the page before goes on.
    """
    body = _size(line for page in pages for line in page)
    tops = (line.top for page in pages for line in page if SIZE_CHANGE * line.height > body)
    top = max(tops, default=0.0)
    for before, page in pairwise(pages):
        kept = [one for one in page if SIZE_CHANGE * one.height > body or one.top <= top]
        head, rest = kept[:1], kept[1:]
        apart = rest and head[0].top - rest[0].top > FAR * head[0].height
        on = apart and before and not ENDS.search(before[-1].text.rstrip())
        yield rest if on and rest[0].text[:1].islower() else kept


def _size(lines: Iterable[Line]) -> float:
    """The height of most words' letters."""
    return _usual(line.height for line in lines for _ in line.text.split())


def _edges(page: Sequence[Line]) -> list[Line]:
    """The uppermost and the lowest lines."""
    down = sorted(page, key=lambda line: -line.top)
    return [*down[:EDGE_LINES], *down[-EDGE_LINES:]]


def _form(line: Line) -> tuple[str, int]:
    """What recurs from page to page: the words, whatever the numbers, at one height."""
    return DIGITS.sub("0", plain(line.text)).casefold(), round(line.top / SAME_HEIGHT)


def find_blocks(pages: Sequence[Sequence[Line]]) -> list[Sized]:
    """The paragraphs, headings and footnotes, each with the height of its letters."""
    lines = [line for page in pages for line in page]
    body = _size(lines)
    words = frozenset(w for line in lines for w in line.text.lower().split() if "-" in w[1:-1])
    parted = [part_notes(page, body) for page in pages]
    blocks: list[Sized] = []
    for paragraph in _paragraphs([line for text, _ in parted for line in text], body):
        text = _joined(paragraph, words)
        height = _usual(line.height for line in paragraph)
        blocks.append((Block(_kind(text, height, body), text, paragraph[0].page), height))
    blocks += [
        (Block("boilerplate", _joined(note, words), note[0].page), note[0].height)
        for _, notes in parted
        for note in notes
    ]
    return sorted(blocks, key=lambda sized: sized[0].page)


def _usual(values: Iterable[float]) -> float:
    found = list(values)
    return median(found) if found else 0.0


def _kind(text: str, height: float, body: float) -> BlockKind:
    if BULLET.match(text):
        return "list_item"
    large = height >= SIZE_CHANGE * body and len(text.split()) <= HEADING_WORDS
    return "heading" if large and not text.endswith(".") else "paragraph"


class Column(Struct, frozen=True):
    """How lines are set: the usual step from one to the next, and how far those at a left edge go.

    `body` is the height of its letters. `spaced` says that paragraphs stand apart, so that a short
    line ends none; `record` that turns are asked and answered in it, each on a line of its own.
    """

    body: float
    pitch: float
    spaced: bool
    edges: Mapping[int, float]
    record: bool


def _paragraphs(lines: Sequence[Line], body: float) -> Iterator[list[Line]]:
    steps = [a.top - b.top for a, b in pairwise(lines) if a.top > b.top]
    inside = [a.top - b.top for a, b in pairwise(lines) if a.top > b.top and _is_inside(a, b, body)]
    pitch = _usual(inside or steps)
    wide = sum(NEW_PARAGRAPH_GAP * pitch < step < MOST_GAP * pitch for step in steps)
    asked = Counter(found["label"] for line in lines if (found := QUESTION.match(line.text)))
    record = len(asked) > 1 and min(asked.values(), default=0) >= LEAST_ASKED
    column = Column(body, pitch, wide >= SPACED * len(lines), _right_edges(lines), record)
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and _begins(paragraph, line, column):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _is_inside(last: Line, line: Line, body: float) -> bool:
    """Whether a sentence in the text's own letters surely goes on from one line to the next."""
    sized = all(body / SIZE_CHANGE < one.height < SIZE_CHANGE * body for one in (last, line))
    return sized and line.text[:1].islower() and not ENDS.search(last.text.rstrip())


def _right_edges(lines: Sequence[Line]) -> dict[int, float]:
    """For each left edge, in tens of points, how far its column's lines reach."""
    reach: dict[int, list[float]] = {}
    for line in lines:
        column = round(line.left / 10)
        for near in (column - 1, column, column + 1):
            reach.setdefault(near, []).append(line.right)
    return {edge: sorted(ends)[int(FILLED * (len(ends) - 1))] for edge, ends in reach.items()}


def _begins(paragraph: Sequence[Line], line: Line, column: Column) -> bool:
    """Whether a line begins another paragraph."""
    first, last = paragraph[0], paragraph[-1]
    low, high = sorted((last.height, line.height))
    if high > OTHER_SIZE * low or BULLET.match(line.text):
        return True
    if column.record and (label := find_label(line.text)) and label.words.isupper():
        return True
    width = column.edges.get(round(last.left / 10), last.right) - last.left
    filled = (last.right - last.left) / width if width > 0 else 1.0
    ended = ENDS.search(last.text.rstrip()) is not None
    if line.page != last.page or line.top > last.top:  # another column or page
        return ended and (filled < SHORT or line.text[:1].isupper())
    if last.top - line.top > NEW_PARAGRAPH_GAP * column.pitch * max(1.0, low / column.body):
        return True
    below = last.top - line.top > last.height / 2 and any(map(str.isalnum, last.text))  # no bullet
    if below and last is first and filled < BROKEN and high < SIZE_CHANGE * column.body:
        return not line.text[:1].islower()
    indented = line.left - min(first.left, last.left) > INDENT * line.height
    return ended and not column.spaced and (indented or filled < SHORT)


def _joined(lines: Sequence[Line], hyphenated: frozenset[str]) -> str:
    text = ""
    for line in lines:
        more = line.text.strip()
        if not text:
            text = more
        elif text[-1] in HYPHENS and more[:1].islower() and text[-2:-1].isalpha():
            parts = (last_word(text)[:-1] + "-" + first_word(more)).lower()
            hyphen = "-" if text[-1] != "\u00ad" and parts in hyphenated else ""
            text = text[:-1] + hyphen + more
        else:
            text += " " + more
    return text


def find_title(sized: Sequence[Sized], stated: str) -> tuple[list[Block], str]:
    """The blocks under their title: what the file states and prints, or its largest words.

    What a file states and nobody can read in it is the name of another file more often than not.
    """
    blocks = [block for block, _ in sized]
    printed = "".join(c for b in blocks[:8] for c in b.text.casefold() if c.isalnum())
    same = "".join(c for c in stated.casefold() if c.isalnum())
    first = [(b, h) for b, h in sized if b.kind == "heading" and b.page == sized[0][0].page]
    largest = max(first, key=lambda one: one[1], default=None)
    if same and same in printed:
        title = stated
    elif largest is not None:
        title = largest[0].text
    else:
        title = "" if FILE_NAME.search(stated) else stated
    return with_title(blocks, title), title
