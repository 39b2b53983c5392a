"""Elements of HTML that hide what stands in them, in a Markdown text: it is private, as a comment.

Only what CommonMark reads as a tag is one; a tag in code is what the text is about.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pyromark import events_with_range

from generator.model.text import Offsets
from generator.read.formats.elements import hides
from generator.read.formats.markdown_blocks import OPTIONS, characters_of, parsed_source

OPENING = re.compile(
    r"<(?P<name>[a-z][a-z0-9-]{0,30})(?P<more>(?:\s[^<>]{0,2000})?)>", re.IGNORECASE
)
ATTRIBUTE = re.compile(
    r"(?<=[\s\"'])(?P<name>hidden|style)(?:\s*=\s*(?:\"(?P<a>[^\"]*+)\"|'(?P<b>[^']*+)'|(?P<c>[^\s\"'/]++)))?"
    r"(?=[\s/]|$)",
    re.IGNORECASE,
)
VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"})
NEVER_CLOSED = frozenset({"dd", "dt", "li", "option", "p", "td", "th", "tr"})
"""What HTML lets end by itself: in Markdown at the next blank line."""
BLANK_LINE = re.compile(r"\n[ \t]*\n")


def find_hidden_elements(
    text: str, start: int, private: Sequence[Offsets]
) -> tuple[list[Offsets], list[int]]:
    """Where hidden elements stand, none inside another, and which of them are never closed.

    One that is not closed hides the rest: too much is hidden rather than too little.
    """
    told = [tag for tag in OPENING.finditer(text, start) if _is_hiding(tag)]
    found: list[Offsets] = []
    unclosed: list[int] = []
    unbalanced: set[str] = set()
    if not told:
        return found, unclosed
    tags = {place.start for place in _tags(text, start, private)}
    for tag in told:
        if tag.start() not in tags or (found and tag.start() < found[-1].end):
            continue
        end = _end(text, tag, unbalanced)
        unclosed += [tag.start()] if end is None else []
        found.append(Offsets(tag.start(), len(text) if end is None else end))
    return found, unclosed


def _is_hiding(tag: re.Match[str]) -> bool:
    said = {
        a["name"].lower(): a["a"] or a["b"] or a["c"] or "" for a in ATTRIBUTE.finditer(tag["more"])
    }
    return hides(tag["name"].lower(), said.get("hidden"), said.get("style", ""))


def _tags(text: str, start: int, private: Sequence[Offsets]) -> Iterator[Offsets]:
    """Every tag that CommonMark reads as one."""
    source = parsed_source(text, private)[start:]
    places = characters_of(source)
    for event, place in events_with_range(source, options=OPTIONS):
        if isinstance(event, dict) and ("Html" in event or "InlineHtml" in event):
            at, end = start + places(place["start"]), start + places(place["end"])
            yield from (Offsets(*tag.span()) for tag in OPENING.finditer(text, at, end))


def _end(text: str, opening: re.Match[str], unbalanced: set[str]) -> int | None:
    """Where an element ends, None where nothing closes it; a name of which one did so is noted."""
    name = opening["name"].lower()
    if name in VOID or opening["more"].endswith("/"):
        return opening.end()
    depth = 1
    for tag in () if name in unbalanced else _tags_named(name).finditer(text, opening.end()):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    unbalanced.add(name)
    blank = BLANK_LINE.search(text, opening.end()) if name in NEVER_CLOSED else None
    return blank.start() if blank else None


@lru_cache(maxsize=256)
def _tags_named(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){re.escape(name)}(?=[\s/>])[^<>]{{0,2000}}>", re.IGNORECASE)
