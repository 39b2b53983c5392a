"""Markdown: what is private is taken out of the reading text before anything reads it.

Front matter, comments (``<!-- … -->``, Obsidian's ``%% … %%``, those of editors and templates) and
hidden elements of HTML become spaces, so that they are never published, analysed, exported or
searched, and every offset stays what it was in the file.
"""

import re

from msgspec.structs import replace

from generator.model.text import Offsets
from generator.read.formats.blocks import Article, Bounds
from generator.read.formats.entities import with_entities
from generator.read.formats.front_matter import (
    FrontMatter,
    blank,
    find_front_matter,
    set_lower_aside,
)
from generator.read.formats.markdown_blocks import find_markup
from generator.read.formats.markdown_hidden import find_hidden_elements
from generator.read.formats.template_comments import find_template_comments
from generator.read.formats.text import decode_lines
from generator.read.stated_speakers import spans_of_names, speakers_block

COMMENT = re.compile(r"(?:<!--(?:.*?(?P<html>-->)|.*)|%%(?:.*?(?P<obsidian>%%)|.*))", re.DOTALL)
"""A comment that is not closed goes on to the end: too much is hidden rather than too little."""
SPEAKERS = re.compile(r"(?im)^[\"']?speakers[\"']?[ \t]*:")
UNREAD_SPEAKERS = "speakers are read in front matter of YAML; these are not used"
LINE_END = "\n"
HTML = ("<!--", "-->")
OPENING = re.compile(r"<!--|%%")
CLOSING = dict([HTML, ("%%", "%%")])
REST_OF_VALUE = re.compile(r"[^\n]*+(?:\n[ \t][^\n]*+)*+")
"""In front matter a comment that is not closed goes on to the end of its key's value."""


def read(content: bytes, bounds: Bounds) -> tuple[Article, ...]:
    """The text with what is private blank."""
    text, warnings = decode_lines(content, bounds)
    return (read_markdown(text, warnings, nesting=bounds.nesting),)


def read_markdown(text: str, found: tuple[str, ...] = (), *, nesting: int = 250) -> Article:
    """The reading text: same length and same lines, what is private blank.

    `found` are warnings of its decoding, `nesting` is how deep its parts may lie in each other.
    """
    text, front = set_lower_aside(text, _front_matter(text))
    end = front.end
    private, unclosed = _comments(text, end)
    unread = SPEAKERS.search(front.keys) and speakers_block(text[:end]) is None
    warnings = [
        f"line {_line(text, place)}: a comment is not closed; the rest is hidden"
        for place in unclosed
    ]
    seen = _hidden_front_matter(text[:end]) + _blanked(text, private, end)
    elements, open_ones = find_hidden_elements(seen, end, private)
    warnings += [
        f"line {_line(text, place)}: a hidden element is not closed; the rest is hidden"
        for place in open_ones
    ]
    seen = seen[:end] + _blanked(seen, elements, end)
    of_templates = find_template_comments(seen, end)
    private = sorted([*private, *elements, *of_templates])
    seen = seen[:end] + _blanked(seen, of_templates, end)
    if not seen[end:].strip():
        seen = blank(text[:end]) + seen[end:]
    markup = find_markup(seen, start=end, private=private, nesting=nesting)
    return Article(
        text=with_entities(seen, markup.hidden),
        blocks=markup.blocks,
        markup=markup.hidden,
        front_matter_end=end,
        front_matter=front.keys,
        warnings=(*found, *warnings, *front.warnings, *([UNREAD_SPEAKERS] if unread else [])),
    )


def _hidden_front_matter(head: str) -> str:
    """Front matter as spaces, but for the names of those who speak, each label on its line."""
    bare = _blanked(head, _comments_in_values(head), 0)
    block = speakers_block(bare)
    if block is None:
        return blank(head)
    kept: list[str] = []
    at = 0
    for span in spans_of_names(bare[block.start : block.end]):
        start, end = block.start + span.start, block.start + span.end
        gap, said = blank(head[at:start]), bare[start:end]
        ends = bool(kept) and ":" in said and LINE_END not in gap  # {AO: Ada Obi, LW: Li Wei}
        kept += [LINE_END + gap[1:] if ends else gap, said]
        at = end
    return "".join([*kept, blank(head[at:])])


def _front_matter(text: str) -> FrontMatter:
    """The front matter, read without the comments that stand in it."""
    found = find_front_matter(text)
    head = text[: found.end]
    bare = _blanked(head, _comments_in_values(head), 0)
    if bare == head:
        return found
    again = find_front_matter(bare + text[found.end :])
    return replace(again, end=max(found.end, again.end), start=found.start)


def _comments_in_values(head: str) -> list[Offsets]:
    found: list[Offsets] = []
    end = 0
    last = {mark: head.rfind(closing) for mark, closing in CLOSING.items()}
    while match := OPENING.search(head, end):
        mark, start = match.group(), match.end()
        if last[mark] >= start:
            end = head.find(CLOSING[mark], start) + len(CLOSING[mark])
        else:
            rest = REST_OF_VALUE.match(head, start)
            end = rest.end() if rest else len(head)
        found.append(Offsets(match.start(), end))
    return found


def _comments(text: str, start: int) -> tuple[list[Offsets], list[int]]:
    """Where comments stand, and where those begin that are never closed.

    One of HTML that begins inside one of Obsidian's and is closed behind it is hidden to its end.
    """
    found: list[Offsets] = []
    unclosed: list[int] = []
    opens, closes = HTML
    last = text.rfind(closes)
    while match := COMMENT.search(text, start):
        if not (match["html"] or match["obsidian"]):
            unclosed.append(match.start())
        start = match.end()
        inner = match.group().rfind(opens) if match["obsidian"] else -1
        if inner >= 0 and last >= start and closes not in match.group()[inner:]:
            start = text.find(closes, start) + len(closes)
        found.append(Offsets(match.start(), start))
    return found, unclosed


def _blanked(text: str, private: list[Offsets], start: int) -> str:
    """The text from a place on with what is private blank."""
    parts: list[str] = []
    for place in private:
        parts += [text[start : place.start], blank(text[place.start : place.end])]
        start = place.end
    return "".join([*parts, text[start:]])


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
