"""The notation in which the grammar writes what words for times say.

A pattern is a TIMEX3 value, with gaps or counted from somewhere, and flags behind semicolons::

    2025-05-19  196  P3D  PRESENT_REF    all is said
    XXXX-05-19  XXXX-05  XXXX-Q3         the year is missing
    2025-?04-05                          day and month by number, in an order that is open
    XX25-04-05                           the century is missing
    XXXX-XX-15                           year and month are missing
    XXXX-WXX-3TEV                        a weekday, here Wednesday evening
    XXXX+easter-2  2024+11-W4-4          a holiday
    XX8                                  a decade without its century
    published-1W  published+0Y:Q3        counted from the document's date, and a part of that
    context+1M  event-1D                 counted from the date before it, or from an event
    T09:50                               a time of day

Flags:

- ``last`` ``next`` ``current``: *last*, *next*, *this* May; ``week``: a week more
- ``past`` ``future``: the tense around it; ``strict``: it hangs on that very verb
- ``onward`` ``upto``: *since* and *until* it, so that one end is open
- ``context``: seen from the date before it; ``own``: that date, or else the document's
- ``recent``: a quarter reported on; ``period``: the stretch reported on; ``yearbefore``
- ``dayfirst`` ``monthfirst``: numbers that can only be read in this order
- ``nth2``: not the nearest one before or after, but the second
- ``then #3.2``: the third Tuesday in it, and so on, see `generator.temporal.steps`
- ``near``: where no date stands before it, counted from the document's own
- ``ofend``: its year is that of the date that it reaches to
- ``w3``: the text says that it is a Wednesday
- ``until`` ``since`` ``aftermath``: one end is open; ``named``: the event's name is complete
- ``early`` ``mid`` ``late`` ``start`` ``end`` ``earlier`` ``later`` ``part``: a part of the stretch
"""

import re
from functools import lru_cache

from msgspec import Struct

RELATIVE = re.compile(r"(published|context|event)([+-])([\d.]+|X)(T?[A-Z]+)(?::(.*))?$")
WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(T[\w:]+)?$")
ORDER = re.compile(r"(\d{4}|XX\d\d)-\?(\d\d)-(\d\d)$")
SHORT_YEAR = re.compile(r"XX(?P<digits>\d\d)(?P<rest>-\d\d.*)$")
DAY_OF_MONTH = re.compile(r"XXXX-XX-(\d\d)$")
THEN = "then "
DECADE = re.compile(r"XX(\d)$")


class Pattern(Struct, frozen=True):
    """A pattern taken apart: what it says, and its flags."""

    base: str
    flags: frozenset[str]
    steps: str = ""
    """Steps from there to what is meant, as in `generator.temporal.steps`."""


@lru_cache(maxsize=4096)
def parse_pattern(pattern: str) -> Pattern:
    """Take a pattern apart at its semicolons."""
    base, *flags = pattern.split(";")
    plain = frozenset(flag for flag in flags if not flag.startswith(THEN))
    return Pattern(base, plain, steps_of(pattern))


def steps_of(pattern: str) -> str:
    """The steps that a pattern ends with; empty where it has none."""
    found = (flag for flag in pattern.split(";")[1:] if flag.startswith(THEN))
    return next(found, "").removeprefix(THEN)


def with_steps(pattern: str, steps: str) -> str:
    """A pattern that goes on from where another leads: its week, the third Tuesday in it."""
    before = steps_of(pattern)
    kept = [part for part in pattern.split(";") if not part.startswith(THEN)]
    return ";".join((*kept, f"{THEN}{before},{steps}" if before else f"{THEN}{steps}"))


def needs(pattern: str) -> str:
    """What it is anchored to: ``published``, ``year``, ``context``, ``event``, ``order`` or ""."""
    base = parse_pattern(pattern).base
    if ORDER.match(base):
        return "order"
    relative = RELATIVE.match(base)
    if relative:
        return relative[1]
    if WEEKDAY.match(base) or base.startswith("T"):
        return "published"
    return "year" if "XX" in base and not base.startswith("P") else ""


def weekday_says(pattern: str) -> int | None:
    """The weekday that the text gives beside a date, 1 for Monday."""
    flags = sorted(f for f in parse_pattern(pattern).flags if re.fullmatch(r"w[1-7]", f))
    return int(flags[0][1]) if flags else None
