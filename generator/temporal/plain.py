"""What a pattern says by itself, before anything is anchored."""

import re
from datetime import date

from generator.temporal.anchoring import Anchor, resolve
from generator.temporal.edtf import edtf_of
from generator.temporal.numbers import duration_of
from generator.temporal.patterns import DECADE, ORDER, RELATIVE, needs, parse_pattern
from generator.temporal.steps import finest_of
from generator.temporal.values import unit_of

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
OPEN = frozenset({"later", "earlier", "until", "since", "aftermath"})
"""Flags of a stretch whose ends are not those of a day, week or month."""
FORMS = (
    (r"P[\dXT]", "duration"),
    (r"[A-Z]+_REF", "vague"),
    (r".*T\d", "time"),
    (r".*(?:WXX|\+|-\?)", "day"),
    (DECADE.pattern, "decade"),
)
"""What the form of a pattern says of its precision."""


def plain_timex(pattern: str) -> str | None:
    """TIMEX3 as far as the words give it; gaps stay ``X``, and None where they only count."""
    if needs(pattern) == "":
        return resolve(pattern, NOWHERE)
    parsed = parse_pattern(pattern)
    base = parsed.base
    if parsed.steps:
        return None
    order = ORDER.match(base)
    if order:
        return f"{order[1]}-XX-XX"
    vague = re.match(r"(\w+)([+-])X(T?[A-Z]+)$", base)
    if vague and vague[1] == "context":
        return duration_of(f"X{vague[3]}")
    if vague:
        return "PAST_REF" if vague[2] == "-" else "FUTURE_REF"
    return None if RELATIVE.match(base) or "+" in base else base


def plain_edtf(pattern: str) -> str | None:
    """EDTF where the words need no anchor; None for a duration, a reference and where they do."""
    value = plain_timex(pattern) if needs(pattern) == "" else None
    return edtf_of(value) if value else None


def precision_of(pattern: str) -> str:
    """How fine the words are: ``day``, ``month``, …, ``interval``, ``duration`` or ``vague``."""
    parsed = parse_pattern(pattern)
    finest = finest_of(parsed.steps)
    if parsed.flags & OPEN or "/" in parsed.base or finest == "span":
        return "interval"
    if finest:
        return PRECISIONS[finest]
    relative = RELATIVE.match(parsed.base)
    if relative:
        return _relative(relative[3], relative[4], relative[5] or "")
    form = next((name for form, name in FORMS if re.match(form, parsed.base)), None)
    filled = parsed.base.replace("XXXX", "2000").replace("XX", "01")
    return form or PRECISIONS.get(unit_of(filled) or "", "vague")


def _relative(count: str, unit: str, part: str) -> str:
    if count == "X":
        return "vague"
    if part:
        return PRECISIONS.get(unit_of(f"2000-{part}") or "", "day")
    return PRECISIONS.get(unit, "day")
