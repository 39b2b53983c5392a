"""Characters that Markdown names, such as ``&ldquo;``: in the reading text they are what is meant.

The character stands where its name begins, and the rest of the name is markup, so that every offset
stays what it was in the file.
"""

import re
from collections.abc import Sequence
from html import unescape

from generator.model.text import Offsets

ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
PLAIN = frozenset("\"'&")
"""Of the characters that every keyboard has those that are no mark of HTML or Markdown."""
FIRST_OTHER = 0xA0


def is_entity(words: str) -> bool:
    """Whether words are one name of a character that may stand in the text itself."""
    return ENTITY.fullmatch(words) is not None and bool(_meant(words))


def with_entities(text: str, hidden: Sequence[Offsets]) -> str:
    """The text with each character in the first place of its name, whose rest is hidden."""
    ends = {one.start: one.end for one in hidden}
    return ENTITY.sub(
        lambda name: (
            _meant(name.group()) + name.group()[1:]
            if ends.get(name.start() + 1, 0) >= name.end() and _meant(name.group())
            else name.group()
        ),
        text,
    )


def _meant(name: str) -> str:
    """The one character of a name, "" where it is none that may stand in the text."""
    found = unescape(name)
    other = (
        len(found) == 1 and ord(found) >= FIRST_OTHER and (found.isprintable() or found == "\xa0")
    )
    return found if found in PLAIN or other else ""
