"""The pass for blocks that Markdown marks as something else than running text."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from generator.model.text import ZoneKind
from generator.read.zones.draft import Draft

FENCE = re.compile(r"^ {0,3}(?P<mark>`{3,}|~{3,})[^`\n]*$", re.MULTILINE)
ROW = re.compile(r" {0,3}\|.*\|\s*")
CALLOUT = "[!"
CODE: tuple[ZoneKind, str] = ("boilerplate", "program code")
TABLE: tuple[ZoneKind, str] = ("boilerplate", "row of a table")
HEAD: tuple[ZoneKind, str] = ("subhead", "head of a callout")


def mark_markup_blocks(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Code between fences, rows of tables, heads of callouts."""
    code = list(_fenced(text))
    out: list[Draft] = []
    for draft in drafts:
        start, end = draft.paragraph.start, draft.paragraph.end
        line = text[start:end]
        found = None
        if any(a < end and start < b for a, b in code):
            found = CODE
        elif ROW.fullmatch(line.split("\n", 1)[0]):
            found = TABLE
        elif CALLOUT in draft.paragraph.marker:
            found = HEAD
        out.append(replace(draft, kind=found[0], reason=found[1]) if found else draft)
    return out


def _fenced(text: str) -> Sequence[tuple[int, int]]:
    """The stretches between fences; one that is not closed goes on to the end."""
    found: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    for match in FENCE.finditer(text):
        if opened is None:
            opened = match
        elif match["mark"].startswith(opened["mark"]):
            found.append((opened.start(), match.end()))
            opened = None
    return [*found, (opened.start(), len(text))] if opened else found
