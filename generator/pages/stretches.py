"""Stretches of a text: the line around an offset, a passage cut at its marks."""

from collections.abc import Iterable

from msgspec import Struct

from generator.model.text import Document, Offsets
from generator.model.visible_text import shown_text
from generator.pages.views import Part, Tone


class Highlight(Struct, frozen=True, order=True):
    """A run of a passage to be shown in its own way."""

    start: int
    end: int
    tone: Tone
    url: str = ""


def line_at(text: str, offset: int) -> Offsets:
    """The line of a text that holds an offset."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return Offsets(start, end if end >= 0 else len(text))


def trimmed(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts without white space before the first and behind the last."""
    if parts and parts[0].text[:1].isspace():
        parts = (Part(parts[0].text.lstrip(), parts[0].tone, parts[0].url), *parts[1:])
    if parts and parts[-1].text[-1:].isspace():
        parts = (*parts[:-1], Part(parts[-1].text.rstrip(), parts[-1].tone, parts[-1].url))
    return tuple(p for p in parts if p.text)


def cut_at(
    document: Document, start: int, end: int, marks: Iterable[Highlight]
) -> tuple[Part, ...]:
    """Cut a stretch at its marks; of marks that overlap, the first one wins."""
    parts: list[Part] = []
    at = start
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        first, last = max(mark.start, start), min(mark.end, end)
        if first < at or last <= first:
            continue
        parts.append(Part(shown_text(document, at, first)))
        parts.append(Part(shown_text(document, first, last), mark.tone, mark.url))
        at = last
    parts.append(Part(shown_text(document, at, end)))
    return trimmed(tuple(p for p in parts if p.text))
