"""The words of dates: what each kind of word looks like, and what it counts as in a value.

A kind is what stands in braces in a rule of ``date_rules.tsv``: ``{month}``, ``{count}``, ….
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from generator.lexicons import load_rows, load_words

NOT_BEFORE_YEAR = r"(?<![\w$£€¥#/@])(?<!\d[.,:])(?<!\d-)(?<!\d–)(?<!(?-i:[A-Z])-)"
YEAR = r"(?:1[0-9]|20)\d\d"
NOT_AFTER_YEAR = (
    r"(?![\w%/]|[.,:]\d|-\w|–\d|['’]\w?\d| ?(?:%|(?:percent|per cent|million|billion|years?)\b))"
)
DIGITS = r"(?<![\d.,$£€])(?:\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d+)?(?:[ -]\d/\d|[½¼¾])?|½)"
MONTH_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%])"
CLOCK = (
    r"(?<![\d:.])(?:(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)? ?[ap]\.?m\b\.?"
    r"|(?:1[0-2]|[1-9]|{hour})(?: o['’]clock(?: in the {part})?| in the {part})"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])|(?:[01]\d|2[0-3])[0-5]\d(?= (?:GMT|UTC|hours)))"
)
ZONE = r"(?-i:[A-Z]{1,4}T|UTC|local time)"


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of these words, the longest first; a space stands for white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered) + ")"


@lru_cache(maxsize=1)
def word_patterns() -> Mapping[str, str]:
    """A regular expression for each kind of word."""
    full_months = _column(
        "months", lambda row: len(row[0]) > 4 or row[0] in {"june", "july", "may"}
    )
    short_months = _column("months", lambda row: row[0] not in full_months)
    full_days = _column("weekdays", lambda row: row[0].endswith("day"))
    short_days = _column("weekdays", lambda row: not row[0].endswith("day"))
    singular = any_of(
        _column(
            "time_units",
            lambda row: row[2] not in {"TS", "WE"} and row[0] not in {"night", "summer"},
        )
    )
    plural = any_of(row[1] for row in load_rows("time_units", "en"))
    long_plural = any_of(
        row[1]
        for row in load_rows("time_units", "en")
        if row[2] not in {"TS", "TM", "WE"} and row[1] not in {"quarters", "nights", "summers"}
    )
    ordinals = any_of(row[0] for row in load_rows("ordinal_words", "en"))
    number = _number_pattern()
    month = rf"(?:{any_of(full_months)}\b|{any_of(short_months)}\b\.?)"
    day = rf"(?:{any_of(full_days)}\b|{any_of(short_days)}\b\.?)"
    return {
        "month": month,
        "fullmonth": any_of(full_months) + r"\b",
        "barmonth": rf"(?:{any_of(full_months)}\b|{any_of(short_months)}\b\.)",
        "monthnumber": r"(?:0[1-9]|1[0-2])",
        "weekday": day,
        "fullday": any_of(full_days) + r"\b",
        "barday": rf"(?:{any_of(full_days)}\b|{any_of(short_days)}\b\.)",
        "day": MONTH_DAY,
        "daynumber": r"(?:0[1-9]|[12]\d|3[01])",
        "nth": r"\d{1,2}(?:st|nd|rd|th)",
        "year": YEAR + r"(?![\d%])",
        "yearfirst": NOT_BEFORE_YEAR + YEAR,
        "bareyear": NOT_BEFORE_YEAR + r"(?:1[5-9]|20)\d\d" + NOT_AFTER_YEAR,
        "shortyear": r"\d\d",
        "spokenyear": _spoken_year_pattern(),
        "decade": r"(?:1[5-9]|20)\d0['’]?s\b",
        "shortdecade": r"[1-9]0['’]?s\b",
        "decadeword": any_of(row[0] for row in load_rows("decade_words", "en")) + r"\b",
        "century": rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{ordinals})\b",
        "ord": r"(?:first|second|third|fourth|1st|2nd|3rd|4th)\b",
        "quarter": r"[1-4]",
        "half": r"(?:first|second|last)\b",
        "season": any_of(row[0] for row in load_rows("seasons", "en")) + r"\b",
        "part": any_of(row[0] for row in load_rows("day_parts", "en")) + r"\b",
        "holiday": any_of(row[0] for row in load_rows("holidays", "en")) + r"\b",
        "shift": any_of(row[0] for row in load_rows("date_shifts", "en")) + r"\b",
        "period": r"(?:(?:fiscal|financial) year|day|weekend|week|fortnight|month|quarter|year|decade)\b",
        "longperiod": r"(?:(?:fiscal|financial|current|calendar) year|weekend|week|month|year)\b",
        "unit": singular + r"\b",
        "units": plural + r"\b",
        "bareunits": long_plural + r"\b(?![ -]old)",
        "num": number,
        "count": rf"{number}[\s-](?:{plural}|{singular})\b(?<!a quarter)(?<!ee-quarters)(?<!three quarters)(?<!one-quarter)(?<!one quarter)",
        "ref": any_of(row[0] for row in load_rows("time_references", "en")) + r"\b",
        "clock": CLOCK.replace("{hour}", _hours()).replace("{part}", "(?:morning|afternoon|evening)"),
        "zone": ZONE,
    }  # fmt: skip


def _hours() -> str:
    return any_of(
        row[0] for row in load_rows("number_words", "en") if int(row[1]) <= 12 and row[0] != "dozen"
    )


def _column(kind: str, keep: Callable[[tuple[str, ...]], bool]) -> tuple[str, ...]:
    return tuple(row[0] for row in load_rows(kind, "en") if keep(row))


def _number_pattern() -> str:
    words = any_of(row[0] for row in load_rows("number_words", "en"))
    spelt = rf"{words}(?:[\s-]+(?:and\s+)?{words})*(?:\s+and\s+a\s+half)?"
    fixed = r"(?:a\s+)?couple\s+of|a\s+couple|half\s+an?|an?\s+half|an?\s+(?:dozen|hundred|thousand)|an?"
    vague = any_of(load_words("vague_numbers", "en"))
    return rf"(?:\b{vague}\b|\b{spelt}|{DIGITS}|\b(?:{fixed}))"


def _spoken_year_pattern() -> str:
    tens = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    ones = r"(?:one|two|three|four|five|six|seven|eight|nine)"
    teens = r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
    rest = rf"(?:{tens}(?:[\s-]{ones})?|{teens}|(?:oh|hundred)(?:[\s-]{ones})?)"
    return rf"(?:\b(?:nineteen|eighteen)[\s-]{rest}|\btwenty[\s-](?:{tens}(?:[\s-]{ones})?|{teens})|\btwo\s+thousand(?:\s+(?:and\s+)?(?:{teens}|{ones}|{tens}(?:[\s-]{ones})?))?)\b"
