"""Text that a program took from printed pages: running heads out, lines and pages joined again.

Pages are parted by form feeds, or by lines with nothing but a number that grows by one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from generator.model.words import first_word, last_word
from generator.read.formats.blocks import Article, Block, Bounds, make_article
from generator.read.formats.text import decode_lines
from generator.read.stated_values import plain, stated_pattern
from generator.read.transcripts import find_label

FEED = "\n\f"
"""A form feed where a line begins; inside a line it is an odd character and no page's end."""
PAGE_NUMBER = stated_pattern("page_number")
DIGITS = re.compile(r"\d+")
DIGITS_OF_PAGE = 3
PAGE_WORDS = 12
"""A page has at least so many words; a list that is numbered has fewer between its numbers."""
NUMBERED = re.compile(r"[ \t]{0,9}(?P<number>\d{1,2})(?:[ \t]+(?P<words>\S.*))?[ \t]*")
"""A line of a deposition: each begins with its number on the page."""
INDENTED = 3
"""Characters behind the margin: a turn, or a line of procedure, begins there."""
LEAST_NUMBERED = 8
LEAST_HYPHENATED = 5
MOST_NUMBERED = 0.7
"""At least this share of the lines counts on where lines are numbered."""
GAP = re.compile(r"\S {4,}+(?=\S)")
MOST_GAPS = 0.3
"""Of the lines; where more have a gap inside, columns or cells stand side by side."""
EDGE_LINES = 2
"""Running heads and page numbers are among this many lines from a page's top or bottom."""
HEAD_WORDS = 14
REPEATED = 0.4
"""A running head stands on at least this share of the pages, and on two."""
SHORT = 0.6
"""A line of less than this share of the longest may be a paragraph's last."""
LONGEST_LINE = 130
"""Characters; where lines are longer each is a paragraph of its own."""
UNFINISHED = 8
"""Words of a paragraph without an end that goes on with a capital on the next page."""
ENDS = re.compile(r"[.!?:…][”\"’')\]]{0,2}$")
HYPHENATED = re.compile(r"[^\W\d_]-$")

Page = list[str]


class _Paragraph(Struct):
    """Lines that belong together, and the page that the first stands on."""

    lines: list[str]
    page: int


def is_paged(text: str) -> bool:
    """Whether a text is of pages, and none whose columns or cells stand side by side.

    So is one whose lines are numbered from page to page.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    if _numbered_pages(lines) or _is_hyphenated(lines):
        return True
    inner = [page[i] for page in _pages(text) for i in _inside(page)]
    gaps = sum(GAP.search(line.strip()) is not None for line in inner)
    if gaps > MOST_GAPS * len(inner):
        return False
    return FEED in text.strip() or len(_breaks(text.split("\n"))) > 1


def _is_hyphenated(lines: Sequence[str]) -> bool:
    """Whether words are broken at the ends of lines, as in print."""
    broken = sum(
        HYPHENATED.search(line) is not None and after[:1].islower()
        for line, after in pairwise(map(str.strip, lines))
    )
    return broken >= LEAST_HYPHENATED and max(map(len, lines), default=0) <= LONGEST_LINE


def read(content: bytes, bounds: Bounds) -> tuple[Article, ...]:
    """The paragraphs of the pages."""
    text, warnings = decode_lines(content, bounds)
    pages = _without_heads(_pages(text))
    words = frozenset(w for page in pages for line in page for w in line.lower().split())
    paragraphs: list[_Paragraph] = []
    for number, page in enumerate(pages, start=1):
        for i, lines in enumerate(_paragraphs(page)):
            if paragraphs and not i and _goes_on(paragraphs[-1].lines, lines):
                paragraphs[-1].lines.extend(lines)
            else:
                paragraphs.append(_Paragraph(lines, number))
    blocks = (Block("paragraph", _joined(p.lines, words), p.page) for p in paragraphs)
    return (make_article(blocks, stated={}, warnings=warnings),)


def _pages(text: str) -> list[Page]:
    numbered = _numbered_pages(text.replace("\f", "\n").split("\n"))
    if numbered:
        return numbered
    if FEED in text.strip():
        return [page.split("\n") for page in text.split(FEED)]
    lines = text.split("\n")
    pages, start = [], 0
    for at in _breaks(lines):
        pages.append(lines[start : at + 1])
        start = at + 1
    return [*pages, lines[start:]]


def _numbered_pages(lines: Sequence[str]) -> list[Page]:
    """The pages of a record whose lines are numbered, without the numbers; none of another text."""
    pages: list[Page] = [[]]
    last = counted = 0
    matches = [NUMBERED.fullmatch(line) for line in lines]
    margin = min((m.start("words") for m in matches if m and m["words"]), default=0)
    for line, match in zip(lines, matches, strict=True):
        number = int(match["number"]) if match else 0
        if match and number in (1, last + 1):
            pages.extend([[]] if number == 1 and last else [])
            pages[-1].extend([""] if match.start("words") >= margin + INDENTED else [])
            pages[-1].append(match["words"] or "")
            last, counted = number, counted + 1
        elif line.strip() and not PAGE_NUMBER.fullmatch(line.strip()):
            pages[-1].append(line)
    told = sum(1 for line in lines if line.strip())
    return pages if counted >= max(LEAST_NUMBERED, MOST_NUMBERED * told) else []


def _breaks(lines: Sequence[str]) -> list[int]:
    """Lines with nothing but a page's number, each one more than the last."""
    found: list[int] = []
    last = words = 0
    for i, line in enumerate(lines):
        words += len(line.split())
        match = PAGE_NUMBER.fullmatch(line.strip())
        if match and len(match["number"]) > DIGITS_OF_PAGE and not match["page"]:
            continue  # a year over its paragraph
        alone = not (lines[i - 1].strip() if i else "") and (words >= PAGE_WORDS or not last)
        if match and alone and (not found or int(match["number"]) == last + 1):
            found.append(i)
            last, words = int(match["number"]), 0
    return found if len(found) > 1 else []


def _without_heads(pages: Sequence[Page]) -> list[Page]:
    """The pages without the lines at their edges that recur, and without page numbers."""
    edges = [_edges(page) for page in pages]
    seen = Counter(
        form for page, at in zip(pages, edges, strict=True) for form in _line_shapes(page, at)
    )
    least = max(2, REPEATED * len(pages))
    return [
        ["" if i in at and _is_head(line, seen, least) else line for i, line in enumerate(page)]
        for page, at in zip(pages, edges, strict=True)
    ]


def _edges(page: Page) -> set[int]:
    told = [i for i, line in enumerate(page) if line.strip()]
    return {*told[:EDGE_LINES], *told[-EDGE_LINES:]}


def _inside(page: Page) -> list[int]:
    """The lines between the first and the last, where a page's head and foot have their gaps."""
    return [i for i, line in enumerate(page) if line.strip()][1:-1]


def _line_shapes(page: Page, at: set[int]) -> set[str]:
    return {_form(page[i]) for i in at}


def _form(line: str) -> str:
    return DIGITS.sub("0", plain(line)).casefold()


def _is_head(line: str, seen: Counter[str], least: float) -> bool:
    if PAGE_NUMBER.fullmatch(line.strip()):
        return True
    return len(line.split()) <= HEAD_WORDS and seen[_form(line)] >= least


def _paragraphs(page: Page) -> Iterator[list[str]]:
    """Lines between blank ones; a short line that ends, or that a capital follows, ends one."""
    width = max((len(line.strip()) for line in page), default=0)
    paragraph: list[str] = []
    for line in [*(line.strip() for line in page), ""]:
        before = paragraph[-1] if paragraph else ""
        short = len(before) < SHORT * width and not HYPHENATED.search(before)
        over = find_label(line) or (short and (ENDS.search(before) or not line[:1].islower()))
        if paragraph and (not line or over or width > LONGEST_LINE):
            yield paragraph
            paragraph = []
        if line:
            paragraph.append(line)


def _goes_on(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the first paragraph of a page is the rest of the last one before it."""
    if ENDS.search(before[-1]):
        return False
    words = sum(len(line.split()) for line in before)
    return not after[0][:1].isupper() or words >= UNFINISHED


def _joined(lines: Sequence[str], words: frozenset[str]) -> str:
    """The lines as one; a hyphen at a line's end goes where the word is written without it."""
    text = ""
    for line in lines:
        if not HYPHENATED.search(text) or not line[:1].islower():
            text = f"{text} {line}" if text else line
            continue
        whole = (last_word(text) + first_word(line)).lower().strip(".,;:!?”\"’'()")
        text = text + line if whole in words else text[:-1] + line
    return text
