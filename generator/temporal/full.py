"""Full dates: the forms that name a day, a month and a year, and so need nothing else."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from babel import Locale

from generator.language.lexicons import Lexicon, languages_with, load_words
from generator.language.noun_phrases import any_word
from generator.temporal.words import any_of

FULL = r"""
    (?<![\w/.-])
    (?: (?P<weekday>{weekday})\.?,?\s+ (?:{article})? )?
    (?:
        (?P<month1>{month})\.?\s*(?P<day1>\d{{1,2}}){nth}?(?:,\s*|\s+)(?P<year1>\d{{4}})
      | (?P<day2>\d{{1,2}}){nth}?(?:\s+{of})?[\s-]+
            (?P<month2>{month})\.?,?[\s-]+(?P<year2>\d{{4}})
      | (?P<year3>\d{{4}})(?P<mark>[-/.])(?P<month3>\d{{1,2}})(?P=mark)(?P<day3>\d{{1,2}})
            (?:T\d\d(?::?\d\d){{1,2}}\S*)?
      | (?P<first>\d{{1,2}})(?P<mark2>[-/.]|\s/\s)(?P<second>\d{{1,2}})(?P=mark2)(?P<year4>\d{{4}})
    )
    (?:(?=\d{{1,2}}:\d\d)|(?![\w-]|[/.]\d))
"""
"""A clock may stand right behind, as *June 4, 20319:14 AM* where a page's parts ran together.

Years of two digits are left alone: they do not say their century."""


OTHERS = r"""
    (?: (?<![\w/.-]) (?P<day>\d{{1,2}})(?:\.|er|re|º|°)?\s+(?:de\s+|d[’'])?(?P<month>{months})\.?,?
            \s+(?:de[l]?\s+)?(?P<year>\d{{4}}) (?!\w)
      | (?<!\d) (?P<year2>\d{{4}})\s?[年년]\s?(?P<month2>\d{{1,2}})\s?[月월]
            \s?(?P<day2>\d{{1,2}})\s?[日일] )
"""
"""How other languages write a day: the month's name behind its number, or signs behind numbers.

Where signs stand behind the numbers no blanks part words, so that a word may stand right beside.
"""

SHORT_YEAR = re.compile(r"(?<![\w/.-])(\d{1,2})(/|\s/\s)(\d{1,2})\2\d\d(?![\w/-])")
"""*8/2/31*: a day whose century and order are open, which still shows what a line is."""
MONTHS, DAYS = 12, 31


def find_full_date(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """The first date with day, month and year in a stretch: its offsets and its EDTF value.

    A weekday before the date is part of it. ``19/05/2025`` is read, as only one order of day and
    month is possible, and so is ``Sunday, 04/05/2025``; ``04/05/2025`` alone is not.
    """
    return next(find_full_dates(text, start, end), None)


def find_full_dates(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """All full dates of a stretch, in reading order."""
    found = [(m.start(), m.end(), _value_of(m)) for m in _pattern().finditer(text, start, end)]
    taken = {at for at, *_ in found}
    others = (m for m in _others().finditer(text, start, end) if m.start() not in taken)
    found += [(m.start(), m.end(), _value_of_other(m)) for m in others]
    yield from ((a, b, value) for a, b, value in sorted(found) if value is not None)


def find_open_orders(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Dates by number that are no full ones: which part is the day, or the century, is open."""
    for match in _pattern().finditer(text, start, end):
        first, second = (int(match[part] or 0) for part in ("first", "second"))
        if 0 < first != second > 0 and max(first, second) <= MONTHS and _value_of(match) is None:
            yield match.span()
    for match in SHORT_YEAR.finditer(text, start, end):
        low, high = sorted((int(match[1]), int(match[3])))
        if 0 < low <= MONTHS and high <= DAYS:
            yield match.span()


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    rows = _lexicon().rows
    names = {kind: "|".join(re.escape(row[0]) for row in rows(f"{kind}s")) for kind in _KINDS}
    of = any_of(_lexicon().group("genitive_prepositions"))
    nth = any_of(_lexicon().words("ordinal_endings"))
    whole = FULL.format(article=any_word(_lexicon(), "definite_articles"), of=of, nth=nth, **names)
    return re.compile(whole, re.IGNORECASE | re.VERBOSE)


@lru_cache(maxsize=1)
def _others() -> re.Pattern[str]:
    months = "|".join(re.escape(name) for name in sorted(_other_months(), reverse=True))
    return re.compile(OTHERS.format(months=months), re.IGNORECASE | re.VERBOSE)


@lru_cache(maxsize=1)
def _other_months() -> dict[str, int]:
    """Names of months by the Unicode locale data; one that two languages use apart is none."""
    found: dict[str, set[int]] = {}
    for language in sorted(load_words("month_languages")):
        for number, name in Locale(language).months["format"]["wide"].items():
            found.setdefault(name.lower(), set()).add(number)
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1}


def _value_of_other(match: re.Match[str]) -> str | None:
    name = match["month"]
    month = _other_months()[name.lower()] if name else int(match["month2"])
    return _day(int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"]))


_KINDS = ("month", "weekday")


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    """Of all languages with lists of months: a date line is read before its language is known."""
    return Lexicon(*languages_with("months"))


def _value_of(match: re.Match[str]) -> str | None:
    found = match.groupdict()
    if found["first"]:
        weekday = _weekdays().get((found["weekday"] or "").lower())
        first, second = int(found["first"]), int(found["second"])
        stopped = found["mark2"] == "."
        return _numeric(int(found["year4"]), first, second, weekday, stopped=stopped)
    name = found["month1"] or found["month2"]
    numbers = {row[0]: int(row[1]) for row in _lexicon().rows("months")}
    month = numbers[name.lower()] if name else int(found["month3"])
    day = int(found["day1"] or found["day2"] or found["day3"])
    return _day(int(found["year1"] or found["year2"] or found["year3"]), month, day)


def _numeric(
    year: int, first: int, second: int, weekday: int | None, *, stopped: bool
) -> str | None:
    """Day and month by number: British or American order, so only where one order is possible.

    A weekday beside them that one order alone has shows the order, and so do full stops: wherever
    they are written the day stands first (Unicode's locale data has no month before them).
    """
    orders = (_day(year, second, first), _day(year, first, second))
    readings = {value for value in orders[: 1 if stopped and orders[0] else 2] if value is not None}
    if len(readings) > 1 and weekday:
        readings = {v for v in readings if date.fromisoformat(v).isoweekday() == weekday}
    return readings.pop() if len(readings) == 1 else None


@lru_cache(maxsize=1)
def _weekdays() -> dict[str, int]:
    return {row[0]: int(row[1]) for row in _lexicon().rows("weekdays")}


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
