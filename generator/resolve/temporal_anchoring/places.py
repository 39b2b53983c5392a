"""Whether an expression's place in the document makes it part of the story."""

import re

from generator.model.annotations import TimeExpression
from generator.model.text import Document
from generator.temporal import parse_pattern

KNOWN_NAMES = 2 / 3
"""A caption is about the story where so many of its names occur in the story too."""
NAME = re.compile(r"\b[A-Z][\w’'-]+(?:\.[A-Z]\.?)*")


def is_told(expression: TimeExpression) -> bool:
    """A day of the story that the text tells as past."""
    flags = parse_pattern(expression.pattern).flags
    return "past" in flags and expression.zone != "caption" and expression.precision == "day"


def is_of_story(document: Document, expression: TimeExpression) -> bool:
    """Not in a caption about something else: a picture of another day only anchors dates."""
    if expression.zone != "caption":
        return True
    at = expression.span.start
    zone = next((z for z in document.zones if z.start <= at < z.end), None)
    if zone is None:
        return False
    story = " ".join(document.text[z.start : z.end] for z in document.zones if z.kind == "body")
    caption = document.text[zone.start : at]
    names = {_bare(name) for name in NAME.findall(caption)}
    known = {_bare(name) for name in NAME.findall(story)}
    return bool(names) and len(names & known) >= KNOWN_NAMES * len(names)


def _bare(name: str) -> str:
    return name.replace("’", "'").removesuffix("'s").casefold()
