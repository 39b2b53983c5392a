"""Markdown: what is private is taken out of the reading text before anything reads it.

Front matter and comments (``<!-- … -->``, Obsidian's ``%% … %%``) become spaces, so that they are
never published, analysed, exported or searched, and every offset stays what it was in the file.
"""

import re

from generator.model.text import Offsets
from generator.read.formats.blocks import Article, Bounds
from generator.read.formats.front_matter import MOST_FRONT_MATTER, blank, find_front_matter
from generator.read.formats.markdown_blocks import find_markup
from generator.read.formats.text import decode_lines

COMMENT = re.compile(r"(?:<!--(?:.*?(?P<html>-->)|.*)|%%(?:.*?(?P<obsidian>%%)|.*))", re.DOTALL)
"""A comment that is not closed goes on to the end: too much is hidden rather than too little."""


def read(content: bytes, bounds: Bounds) -> tuple[Article, ...]:
    """The text with what is private blank."""
    text, warnings = decode_lines(content, bounds)
    return (read_markdown(text, warnings, nesting=bounds.nesting),)


def read_markdown(text: str, found: tuple[str, ...] = (), *, nesting: int = 250) -> Article:
    """The reading text: same length and same lines, what is private blank.

    `found` are warnings of its decoding, `nesting` is how deep its parts may lie in each other.
    """
    end, front_matter = find_front_matter(text)
    warnings = [
        f"line {line}: a comment is not closed; the rest is hidden" for line in _open(text, end)
    ]
    if len(front_matter) > MOST_FRONT_MATTER:
        warnings.append(f"the front matter has more than {MOST_FRONT_MATTER} characters; not used")
        front_matter = ""
    private = [Offsets(*match.span()) for match in COMMENT.finditer(text, end)]
    rest = COMMENT.sub(lambda match: blank(match.group()), text[end:])
    seen = blank(text[:end]) + rest
    markup = find_markup(seen, start=end, private=private, nesting=nesting)
    return Article(
        text=seen,
        blocks=markup.blocks,
        markup=markup.hidden,
        front_matter_end=end,
        front_matter=front_matter,
        warnings=(*found, *warnings),
    )


def _open(text: str, start: int) -> list[int]:
    """The line of a comment that is never closed."""
    left_open = (m for m in COMMENT.finditer(text, start) if not (m["html"] or m["obsidian"]))
    return [text.count("\n", 0, match.start()) + 1 for match in left_open]
