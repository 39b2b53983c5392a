"""Whether an expression tells what happened, in the running text of its document."""

from generator.model.annotations import TimeExpression
from generator.temporal import parse_pattern

TOLD_ZONES = frozenset({"body", "standfirst"})
"""A caption tells of its picture, a headline in half a sentence; their dates are no events."""


def is_told(expression: TimeExpression) -> bool:
    """A day of the story that the text tells as past."""
    flags = parse_pattern(expression.pattern).flags
    return "past" in flags and expression.zone != "caption" and expression.precision == "day"
