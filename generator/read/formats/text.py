"""Plain text: the reading text is the file's, its lines ended in one way.

Where a mail program set its mark of quotation before every line, the text is what stands behind it.
"""

import re
from functools import lru_cache

from generator.files.guarded import BYTE_ORDER_MARK, UnreadableError, decode_utf8, past_limit
from generator.read.formats.blocks import Article, Bounds
from generator.read.formats.encoding import decode, find_wide, is_text, mend
from generator.read.formats.front_matter import blank, find_front_matter, set_lower_aside

QUOTED = re.compile(r"(?m)^(?:> ?)+")


def read(content: bytes, bounds: Bounds) -> tuple[Article, ...]:
    """The text as it stands, its front matter blank."""
    text, warnings = decode_lines(content, bounds)
    text = _unquoted(text)
    text, found = set_lower_aside(text, find_front_matter(text))
    return (
        Article(
            text=blank(text[: found.end]) + text[found.end :],
            front_matter_end=found.end,
            front_matter=found.keys,
            warnings=(*warnings, *found.warnings),
        ),
    )


@lru_cache(maxsize=1)
def decode_lines(content: bytes, bounds: Bounds) -> tuple[str, tuple[str, ...]]:
    """The text with one kind of line ends, and what was guessed of its encoding.

    The last is kept: a text is asked for its pages first, and then read.
    """
    try:
        plain = "" if find_wide(content) else decode_utf8(content)
    except UnreadableError:
        if not is_text(content):
            raise
        plain = ""
    text, warnings = mend(plain) if plain else decode(content)
    text = text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    most = bounds.text_characters
    if len(text) > most:
        raise past_limit(f"its text has more than {most} characters", "text_characters")
    return text, warnings


def _unquoted(text: str) -> str:
    """The text without marks of quotation, where all of its lines have them."""
    lines = (line for line in text.split("\n") if line.strip())
    return QUOTED.sub("", text) if all(line[0] == ">" for line in lines) else text
