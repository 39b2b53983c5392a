"""What a pattern says by itself, before anything is anchored."""

import re
from datetime import date

from generator.calendar.anchoring import RELATIVE, Anchor, needs, parse_pattern, resolve
from generator.calendar.numbers import duration_of
from generator.calendar.values import edtf_of, unit_of

NOWHERE = Anchor(date(1, 1, 1))
"""Handed over where a pattern needs no anchor."""
PRECISIONS = {
    "D": "day",
    "W": "week",
    "WE": "weekend",
    "M": "month",
    "Q": "quarter",
    "H": "half-year",
    "S": "season",
    "Y": "year",
    "E": "decade",
    "C": "century",
}
PARTS = frozenset({"later", "earlier", "until", "since", "aftermath"})
"""Flags that leave one end of a stretch open."""


def plain_timex(pattern: str) -> str | None:
    """TIMEX3 as far as the words give it; gaps stay ``X``, and None where they only count."""
    if needs(pattern) == "":
        return resolve(pattern, NOWHERE)
    base = parse_pattern(pattern).base
    vague = re.match(r"(\w+)([+-])X(T?[A-Z]+)$", base)
    if vague:
        if vague[1] == "context":
            return duration_of(f"X{vague[3]}")
        return "PAST_REF" if vague[2] == "-" else "FUTURE_REF"
    return None if RELATIVE.match(base) or "+" in base else base


def plain_edtf(pattern: str) -> str | None:
    """EDTF where the words need no anchor; None for a duration, a reference and where they do."""
    value = plain_timex(pattern) if needs(pattern) == "" else None
    return edtf_of(value) if value else None


def precision_of(pattern: str) -> str:
    """How fine the words are: ``day``, ``month``, …, ``interval``, ``duration`` or ``vague``."""
    parsed = parse_pattern(pattern)
    if re.match(r"P[\dXT]", parsed.base):
        return "duration"
    if parsed.flags & PARTS or "/" in parsed.base:
        return "interval"
    relative = RELATIVE.match(parsed.base)
    if relative:
        return _relative(relative[3], relative[4], relative[5] or "")
    if re.match(r"[A-Z]+_REF", parsed.base):
        return "vague"
    if re.search(r"T\d", parsed.base):
        return "time"
    if "WXX" in parsed.base or "+" in parsed.base:
        return "day"
    if re.fullmatch(r"XX\d", parsed.base):
        return "decade"
    return PRECISIONS.get(
        unit_of(parsed.base.replace("XXXX", "2000").replace("XX", "01")) or "", "vague"
    )


def _relative(count: str, unit: str, part: str) -> str:
    if count == "X":
        return "vague"
    if part:
        return PRECISIONS.get(unit_of(f"2000-{part}") or "", "day")
    return PRECISIONS.get(unit, "day")
