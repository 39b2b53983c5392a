"""Markdown: what is private is taken out of the reading text before anything reads it.

Front matter and comments (``<!-- … -->``, Obsidian's ``%% … %%``) become spaces, so that they are
never published, analysed, exported or searched, and every offset stays what it was in the file.
"""

import json
import re
import tomllib

from generator.files.yaml_tree import is_mapping
from generator.model.text import Offsets
from generator.read.formats.blocks import Article, Bounds
from generator.read.formats.markdown_blocks import find_markup
from generator.read.formats.text import decode_lines

FENCE, TOML_FENCE = "---\n", "+++\n"
MOST_FRONT_MATTER = 100_000
"""Characters; front matter that is longer is blanked all the same, and its keys are not read."""
COMMENT = re.compile(r"(?:<!--(?:.*?(?P<html>-->)|.*)|%%(?:.*?(?P<obsidian>%%)|.*))", re.DOTALL)
"""A comment that is not closed goes on to the end: too much is hidden rather than too little."""


def read(content: bytes, bounds: Bounds) -> tuple[Article, ...]:
    """The text with what is private blank."""
    text, warnings = decode_lines(content, bounds)
    return (read_markdown(text, warnings, nesting=bounds.nesting),)


def read_markdown(text: str, found: tuple[str, ...] = (), *, nesting: int = 100) -> Article:
    """The reading text: same length and same lines, what is private blank.

    `found` are warnings of its decoding, `nesting` is how deep its parts may lie in each other.
    """
    end, front_matter = _toml(text) if text.startswith(TOML_FENCE) else _front_matter(text)
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


def blank(text: str) -> str:
    """As many spaces as there are characters, lines kept."""
    return "\n".join(" " * len(line) for line in text.split("\n"))


def _open(text: str, start: int) -> list[int]:
    """The line of a comment that is never closed."""
    left_open = (m for m in COMMENT.finditer(text, start) if not (m["html"] or m["obsidian"]))
    return [text.count("\n", 0, match.start()) + 1 for match in left_open]


def _toml(text: str) -> tuple[int, str]:
    """Hugo's front matter between two ``+++`` lines, its keys as YAML has them."""
    closing = text.find("\n" + TOML_FENCE, len(TOML_FENCE) - 1)
    if not 0 < closing <= MOST_FRONT_MATTER:
        return 0, ""
    try:
        table = tomllib.loads(text[len(TOML_FENCE) : closing + 1])
    except (tomllib.TOMLDecodeError, RecursionError):
        return 0, ""
    values = {k: [str(i) for i in v] if isinstance(v, list) else str(v) for k, v in table.items()}
    lines = [f"{key}: {json.dumps(value)}\n" for key, value in values.items()]
    return closing + len(TOML_FENCE), "".join(lines)


def _front_matter(text: str) -> tuple[int, str]:
    """Where the block between two ``---`` lines at the very start ends, and the YAML in it."""
    if not text.startswith(FENCE):
        return 0, ""
    closing = text.find("\n" + FENCE, len(FENCE) - 1)
    if closing < 0 and text.endswith("\n---"):
        closing = len(text) - len("\n---")
    if closing < 0:
        return 0, ""
    inside = text[len(FENCE) : closing + 1]
    if len(inside) <= MOST_FRONT_MATTER and not is_mapping(inside):
        return 0, ""
    return closing + 1 + len(FENCE.rstrip()), inside
