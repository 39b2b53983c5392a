"""Stretches of a text: the line around an offset, a passage without white space at its ends."""

from generator.model.text import Offsets
from generator.pages.views import Part


def line_at(text: str, offset: int) -> Offsets:
    """The line of a text that holds an offset."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return Offsets(start, end if end >= 0 else len(text))


def trimmed(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts without white space before the first and behind the last."""
    if not parts:
        return parts
    first = Part(parts[0].text.lstrip(), parts[0].tone, parts[0].url)
    trimmed = (first, *parts[1:])
    last = Part(trimmed[-1].text.rstrip(), trimmed[-1].tone, trimmed[-1].url)
    return tuple(p for p in (*trimmed[:-1], last) if p.text)
