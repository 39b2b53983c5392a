"""RTF: its text by paragraphs, title and author as the file states."""

import re

from striprtf.striprtf import rtf_to_text

from generator.files.guarded import SAVE_ANEW, UnreadableError, past_limit
from generator.read.formats.blocks import (
    Article,
    Block,
    BlockKind,
    Bounds,
    make_article,
    with_title,
)
from generator.read.formats.damage import DAMAGED

INFO = r"\{{\\{}\s((?:[^{{}}\\]|\\[^\n]){{1,2000}})\}}"
TITLE, AUTHOR = re.compile(INFO.format("title")), re.compile(INFO.format("author"))
HEAD = 20_000
"""Characters in which the file states what it is."""


TOKEN = re.compile(
    r"[{}]|\\([a-z]{1,32})(-?\d{0,10}) ?|\\'[0-9a-fA-F]{2}|\\.|[^\\{}]+|\\", re.DOTALL
)
HIDING, ENDING = {"v", "webhidden", "deleted"}, {"plain"}
"""Control words that take letters out of sight, and that give all properties up again."""
NUMBERED_LETTER = "u"


def read(content: bytes, bounds: Bounds) -> tuple[Article, ...]:
    """The text of an RTF file."""
    source = content.decode("latin-1")
    if not source.lstrip().startswith("{\\rtf"):
        raise UnreadableError(f"it is damaged, or no RTF; {SAVE_ANEW}")
    if len(source) > bounds.unpacked_bytes:
        raise past_limit(f"it has more than {bounds.unpacked_bytes} characters", "unpacked_bytes")
    try:
        text = _text(_without_hidden(source))
        title, author = (_stated(pattern, source[:HEAD]) for pattern in (TITLE, AUTHOR))
    except DAMAGED as error:
        raise UnreadableError(f"it is damaged, or no RTF; {SAVE_ANEW}") from error
    blocks = [Block(_kind(line), line.rstrip(" |")) for line in text.split("\n")]
    stated = {"title": [title], "authors": author.split(";")}
    return (make_article(with_title(blocks, title), stated=stated),)


def _kind(line: str) -> BlockKind:
    """A row of a table has a stroke behind each of its cells."""
    return "table_row" if line.rstrip().endswith("|") else "paragraph"


def _text(source: str) -> str:
    """The text of RTF; a letter that is written as two halves of UTF-16 is one again."""
    text: str = rtf_to_text(source, errors="replace")
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _without_hidden(source: str) -> str:
    """RTF without the letters that its author hid or deleted; a group ends what began in it."""
    kept: list[str] = []
    hidden, around = False, list[bool]()
    for token in TOKEN.finditer(source):
        word, number = token[1], token[2]
        if token[0] == "{":
            around.append(hidden)
        elif token[0] == "}":
            hidden = around.pop() if around else False
        elif word in HIDING:
            hidden = number != "0"
        elif word in ENDING:
            hidden = False
        elif hidden and (word is None or word == NUMBERED_LETTER):
            continue
        kept.append(token[0])
    return "".join(kept)


def _stated(pattern: re.Pattern[str], head: str) -> str:
    """A value that the file states, "" where it does not; its letters are written as RTF too."""
    match = pattern.search(head)
    return _text(f"{{\\rtf1\\ansi {match[1]}}}") if match else ""
