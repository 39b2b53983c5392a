"""Numbers, counts of units and times of day, as they stand in a value: *2 1/2 years* is 2Y6M."""

import re
from collections.abc import Mapping
from functools import lru_cache

from generator.language.lexicons import Lexicon

FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
LATE = frozenset({"AF", "EV"})
"""TIMEX3 letters of the parts of a day whose hours are counted from noon."""
VAGUE = "X"
"""Stands for a number that the words do not give."""
SMALLER = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60), "D": ("TH", 24)}
"""What a half of a unit is counted in."""


def number_of(words: str, lexicon: Lexicon) -> float | None:
    """The number that words or digits give; None for *a few*, *several* and what is no number."""
    plain = " ".join(re.split(r"[\s-]+", words.lower().strip()))
    if plain in lexicon.words("vague_numbers"):
        return None
    if lexicon.pattern("date_patterns", "two").fullmatch(plain):
        return 2
    if lexicon.pattern("date_patterns", "half").fullmatch(plain):
        return 0.5
    if plain[:1].isdigit() or plain[:1] in FRACTIONS:
        return _digits(plain)
    return _spelt(plain, lexicon)


def _digits(plain: str) -> float | None:
    match = re.fullmatch(r"([\d,]*(?:\.\d+)?)(?: (\d)/(\d)| ?([½¼¾]))?", plain)
    if match is None:
        return None
    whole = float(match[1].replace(",", "") or 0)
    part = int(match[2]) / int(match[3]) if match[2] and match[3] != "0" else 0.0
    return whole + part + FRACTIONS.get(match[4] or "", 0.0)


def _spelt(plain: str, lexicon: Lexicon) -> float | None:
    values = _values(lexicon)
    half = lexicon.pattern("date_patterns", "and_a_half").search(plain)
    total, current = 0, 0
    for word in plain[: half.start() if half else None].split():
        if word in lexicon.group("indefinite_articles") and word not in values:
            current = 1
        elif word in values and values[word] < 100:
            current = (
                current * values[word] if values[word] == 12 and current else current + values[word]
            )
        elif word in values:
            total, current = _scaled(total, current, values[word])
        elif word not in lexicon.group("name_conjunctions"):
            return None
    return total + current + (0.5 if half else 0.0)


@lru_cache(maxsize=8)
def _values(lexicon: Lexicon) -> Mapping[str, int]:
    return {row[0]: int(row[1]) for row in lexicon.rows("number_words")}


def _scaled(total: int, current: int, scale: int) -> tuple[int, int]:
    if scale == 100:
        return total, max(current, 1) * 100
    return total + max(current, 1) * scale, 0


@lru_cache(maxsize=8)
def units(lexicon: Lexicon) -> Mapping[str, tuple[str, int]]:
    """Unit and count of each unit word, singular and plural."""
    rows = lexicon.rows("time_units")
    return {word: (row[2], int(row[3])) for row in rows for word in row[:2]}


def count_of(words: str, lexicon: Lexicon) -> str:
    """A number with its unit: *two weeks* ``2W``, *2 1/2 years* ``2Y6M``, *several days* ``XD``."""
    match = re.match(r"(.*?)(?<![\s-])[\s-]++([a-z]+)$", words, re.IGNORECASE | re.DOTALL)
    if match is None:
        return f"{VAGUE}{VAGUE}"
    unit, each = units(lexicon)[match[2].lower()]
    number = number_of(match[1], lexicon)
    if unit in {"E", "C"}:
        unit, each = "Y", each * (10 if unit == "E" else 100)
    if number is None:
        return f"{VAGUE}{unit}"
    return _counted(number * each, unit)


def _counted(number: float, unit: str) -> str:
    if number == int(number):
        return f"{int(number)}{unit}"
    if unit not in SMALLER:
        return f"{number:g}{unit}"
    small, times = SMALLER[unit]
    rest = round((number - int(number)) * times)
    return (f"{int(number)}{unit}" if number >= 1 else "") + f"{rest}{small}"


def with_half(count: str) -> str:
    """A count with half a unit more: *an hour and a half*."""
    match = re.fullmatch(r"(\d+)(T?[A-Z])", count)
    return _counted(int(match[1]) + 0.5, match[2]) if match else count


def duration_of(count: str) -> str:
    """TIMEX3 of a count: ``2W`` is ``P2W``, ``2TH`` is ``PT2H``, ``5TH30TM`` is ``PT5H30M``."""
    dated = "".join(re.findall(r"(?<![\dX.])[\dX.]++(?:WE|[DWMQYEC])", count))
    dated = re.sub(r"([EC])$", lambda unit: {"E": "DE", "C": "CE"}[unit[1]], dated)
    clock = "".join(f"{n}{u}" for n, u in re.findall(r"(?<![\dX.])([\dX.]++)T([HMS])", count))
    return "P" + dated + (f"T{clock}" if clock else "")


def spoken_year_of(words: str, lexicon: Lexicon) -> str:
    """*nineteen eighty-four* is 1984, *two thousand and five* 2005, *twenty twenty-five* 2025."""
    values = _values(lexicon)
    said = (values[part] for part in re.split(r"[\s-]+", words.lower()) if part in values)
    first, *rest = (number for number in said if number != 100)
    if rest[:1] == [1000]:
        return f"{first * 1000 + sum(rest[1:])}"
    return f"{first * 100 + sum(rest)}"


def clock_of(words: str, lexicon: Lexicon) -> str:
    """*8:40 p.m.* is ``T20:40``, *1400 GMT* ``T14:00``, *four in the morning* ``T04:00``."""
    match = re.match(r"(\d\d?)[:.](\d\d) ?([ap])?|(\d\d)(\d\d)|(\d\d?|[a-z]+) ?([ap]?)", words)
    if match is None:
        return ""
    spelt = match[6] or ""
    hour = int(number_of(spelt, lexicon) or 0) if spelt else int(match[1] or match[4])
    said = {row[1] for row in lexicon.rows("day_parts") if row[0] in words}
    late = (match[3] or match[7]) == "p" or not said.isdisjoint(LATE)
    if match[3] or match[7] or said:
        hour = hour % 12 + (12 if late else 0)
    return f"T{hour:02}:{match[2] or match[5] or '00'}"
