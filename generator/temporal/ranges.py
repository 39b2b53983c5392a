"""Two dates that are the ends of one stretch: *from 1961 to 1964*, *June to August 1998*."""

import re

from generator.language.lexicons import Lexicon

PLAIN = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?")
"""A year, a month or a day: what an interval of EDTF has as its ends."""
OPENING = re.compile(r"(?:(?<!\w)(\w++)\s+)?(?<!\w)(\w++)\s+$")
"""The last two words before a date."""
LONGEST = 12
"""Characters that are looked at before the first date and between both."""


def joins(text: str, first: tuple[int, int], second: int, *, lexicon: Lexicon) -> bool:
    """Whether the words around two dates make them one stretch; `second` is where the later begins.

    *From* goes with *to* or *until*, *between* with *and*; a dash or *to* joins two dates alone.
    """
    start, end = first
    if not 0 < second - end <= LONGEST:
        return False
    middle = text[end:second].strip().lower()
    words = OPENING.search(text[max(0, start - LONGEST) : start].lower())
    one, other = words.groups("") if words else ("", "")
    before = one if other in lexicon.group("definite_articles") else other
    return any(
        middle == join and (not lead or lead == before) for lead, join in lexicon.rows("ranges")
    )


def stretch_of(first: str, second: str) -> str | None:
    """The EDTF interval of two values; None where they are no plain dates or run backwards."""
    plain = PLAIN.fullmatch(first) and PLAIN.fullmatch(second)
    return f"{first}/{second}" if plain and first[: len(second)] <= second else None


def with_year_of(first: str, second: str) -> str:
    """A pattern without a year, with the year of the one that it reaches to: *June to August 1998*.

    Left as it is where the second has no year, or would lie before it.
    """
    base, flags = first.partition(";")[0], first.partition(";")[2]
    year = re.match(r"(\d{4})-(\d\d)", second)
    month = re.match(r"XXXX-(\d\d)", base)
    if not (year and month and month[1] <= year[2]):
        return first
    filled = base.replace("XXXX", year[1])
    return f"{filled};{flags}" if flags else filled
