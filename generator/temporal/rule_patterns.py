"""The forms of ``date_rules.tsv``, ready to match, and the values that they give."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Literal, cast

from msgspec import Struct

from generator.language.lexicons import Lexicon
from generator.language.noun_phrases import singular
from generator.temporal.numbers import (
    clock_of,
    count_of,
    duration_of,
    number_of,
    spoken_year_of,
    units,
    with_half,
)
from generator.temporal.patterns import steps_of
from generator.temporal.steps import are_steps
from generator.temporal.values import days_of
from generator.temporal.words import SLOT, spaced, word_patterns

Kind = Literal["date", "time", "duration", "set"]
NAMES = frozenset(
    {"month", "fullmonth", "barmonth", "weekday", "fullday", "barday", "holiday", "holidays"}
)
"""Kinds of words that are written with a capital."""
LETTERS_BEHIND = re.compile(r"(?<![^\W\d_])[^\W\d_]++$")
"""*1st*, *1er*: what is written behind the number of a day."""
INNER = re.compile(r"\{date:([a-z -]+)\}$")
Reader = Callable[[str, Lexicon], str]
"""What the words of a slot come to in a language."""
LAST = "-1"
"""The place of the last of several."""
DIGITS = "0"
"""Stands for any digit among the first letters of a rule."""


class Form(Struct, frozen=True):
    """One row: what it looks for, and the pattern that it gives."""

    rule: str
    lexicon: Lexicon
    kind: Kind
    expression: re.Pattern[str]
    value: str
    names: tuple[str, ...]
    """Groups whose words must begin with a capital."""
    inner: frozenset[str] = frozenset()
    """Precisions of the date that must follow; `value` then has the steps that lead on from it."""


@lru_cache(maxsize=8)
def forms_by_word(lexicon: Lexicon) -> Mapping[str, tuple[Form, ...]]:
    """For each word in a form, the forms that may begin with it, in the order of the file."""
    index: dict[str, list[Form]] = {}
    for name, kind, pattern, value in lexicon.rows("date_rules"):
        inner = INNER.search(pattern)
        expression = _compile(pattern[: inner.start()] if inner else pattern, lexicon)
        groups = expression.groupindex
        named = tuple(g for g in groups if g.rstrip("0123456789") in NAMES)
        asked = frozenset(inner[1].split()) if inner else frozenset()
        form = Form(name, lexicon, cast("Kind", kind), expression, value, named, asked)
        for word in sorted(_words_of(expression.pattern)):
            index.setdefault(word, []).append(form)
    return {word: tuple(forms) for word, forms in index.items()}


def pattern_of(form: Form, match: re.Match[str]) -> str | None:
    """The form's value with the words of the match in their places; None where one says nothing."""
    named = (match[name] for name in form.names if match[name] is not None)
    if not all(_may_name(words, form.lexicon) for words in named):
        return None
    filled = re.sub(r"\[([^\[\]]*)\]", lambda part: _optional(part[1], match), form.value)
    try:
        whole = _SLOT.sub(lambda slot: _word_in(slot, match, form.lexicon), filled)
    except (KeyError, ValueError):
        return None
    if not are_steps(whole if form.inner else steps_of(whole)):
        return None
    base = _SHORT_RANGE.sub(r"\1\2/\1\3", whole.removesuffix(";half"))
    stated, _, _ = base.partition(";")
    if _DIGITS.match(stated) and days_of(stated) is None:
        return None  # 31 February, or years that run backwards
    return duration_of(base[1:]) if re.match(r"P(?!XX)[\dX]", base) else base


def _may_name(words: str, lexicon: Lexicon) -> bool:
    """With a capital, or in small letters where the list says that it is no other word."""
    plain = " ".join(words.lower().replace("’", "'").split())
    return words[:1].isupper() or plain in _small_names(lexicon)


@lru_cache(maxsize=8)
def _small_names(lexicon: Lexicon) -> frozenset[str]:
    rows = (row for kind in ("months", "weekdays", "holidays") for row in lexicon.rows(kind))
    return frozenset(row[0] for row in rows if "small" in row[-1].split())


_SHORT_RANGE = re.compile(r"^(\d\d)(\d\d)/(\d\d)(?!\d)")
"""*1990/91*, to be written 1990/1991."""
_DIGITS = re.compile(r"\d[\d-]*(?:/[\d-]+)?$")
_SLOT = re.compile(r"\{([a-z]+)(\d?)(?:\?(\w+))?\}")


def _compile(pattern: str, lexicon: Lexicon) -> re.Pattern[str]:
    patterns = word_patterns(lexicon)

    def expand(slot: re.Match[str]) -> str:
        return f"(?P<{slot[1]}{slot[2]}>{patterns[slot[1]]})"

    whole = spaced(pattern)
    return re.compile(r"(?<!\w)" + SLOT.sub(expand, whole), re.IGNORECASE)


def _words_of(expression: str) -> frozenset[str]:
    """All words in a regular expression, its first ones among them; ``0`` where it has digits."""
    bare = re.sub(r"\(\?P<\w+>|\(\?[a-z-]+:|\\[a-zA-Z]", " ", expression)
    words = set(re.findall(r"[^\W\d_]+", bare.lower()))
    for ended, letters in re.findall(r"\(\?:([^()]*)\)+([^\W\d_]+)", bare.lower()):
        words |= {f"{word}{letters}" for word in re.findall(r"[^\W\d_]+", ended)}  # *Mondays*
    return frozenset(words | {DIGITS} if re.search(r"\\d|\d", expression) else words)


def _optional(part: str, match: re.Match[str]) -> str:
    return part if all(match[name] for name in re.findall(r"\{([a-z]+\d?)", part)) else ""


def _word_in(slot: re.Match[str], match: re.Match[str], lexicon: Lexicon) -> str:
    words = match[slot[1] + slot[2]]
    if words is None:
        return slot[3] or ""
    read = _READERS[slot[1]](" ".join(words.lower().replace("’", "'").split()), lexicon)
    return with_half(read) if slot.string.endswith(";half") else read


def _from(kind: str) -> Reader:
    def read(words: str, lexicon: Lexicon) -> str:
        rows = {row[0]: row[1] for row in lexicon.rows(kind)}
        return rows.get(words) or rows[words.rstrip(".")]

    return read


def _month(words: str, lexicon: Lexicon) -> str:
    return f"{int(_from('months')(words, lexicon)):02}"


def _two_digits(words: str, _lexicon: Lexicon) -> str:
    return f"{int(LETTERS_BEHIND.sub('', words)):02}"


def _singular(kind: str) -> Reader:
    def read(words: str, lexicon: Lexicon) -> str:
        rows = {row[0]: row[1] for row in lexicon.rows(kind)}
        return rows[singular(words, lexicon, rows)]

    return read


def _unit(words: str, lexicon: Lexicon) -> str:
    return units(lexicon)[words.rpartition(" ")[2].rstrip(".")][0]


def _century(words: str, lexicon: Lexicon) -> str:
    ordinal = {row[0]: row[1] for row in lexicon.rows("ordinal_words")}.get(words)
    return f"{int(ordinal or LETTERS_BEHIND.sub('', words)) - 1:02}"


def _day_word(words: str, lexicon: Lexicon) -> str:
    return f"{int(_from('ordinal_words')(words.replace(' ', '-'), lexicon)):02}"


def _nth(words: str, lexicon: Lexicon) -> str:
    """*third* 3, *21st* 21, *last* -1, *second last* and *penultimate* -2."""
    to = lexicon.group("goal_prepositions")
    *rest, last = (part for part in re.split(r"[\s-]", words) if part not in to)
    placed = {tuple(row[0].split("-")): row[1] for row in lexicon.rows("ordinal_adjectives")}
    if (*rest, last) in placed:
        return placed[*rest, last]
    back = bool(rest) and placed.get((last,)) == LAST
    plain = "-".join(rest if back else (*rest, last))
    number = (
        LETTERS_BEHIND.sub("", plain)
        if plain[0].isdigit()
        else _from("ordinal_words")(plain, lexicon)
    )
    return f"-{number}" if back else number


def _ordinal(words: str, lexicon: Lexicon) -> str:
    return words[0] if words[0].isdigit() else _from("ordinal_words")(words, lexicon)


def _number(words: str, lexicon: Lexicon) -> str:
    number = number_of(words, lexicon)
    return "X" if number is None else f"{number:g}"


def _half(words: str, lexicon: Lexicon) -> str:
    ordinals = {row[0]: row[1] for row in lexicon.rows("ordinal_words")}
    return "1" if ordinals.get(words) == "1" else "2"


def _decade(words: str, _lexicon: Lexicon) -> str:
    return words[:3]


def _short_decade(words: str, _lexicon: Lexicon) -> str:
    return words[:1]


def _same(words: str, _lexicon: Lexicon) -> str:
    return words


_READERS: Mapping[str, Reader] = {
    "month": _month, "fullmonth": _month, "barmonth": _month, "monthnumber": _same,
    "weekday": _from("weekdays"), "fullday": _from("weekdays"), "barday": _from("weekdays"),
    "fulldays": _singular("weekdays"), "holidays": _singular("holidays"),
    "gluedday": _two_digits, "weeknumber": _two_digits, "early": _two_digits, "late": _two_digits,
    "day": _two_digits, "daynumber": _same, "nth": _two_digits,
    "year": _same, "anyyear": _same, "yearfirst": _same, "bareyear": _same, "shortyear": _same,
    "spokenyear": spoken_year_of, "decade": _decade,
    "shortdecade": _short_decade, "decadeword": _from("decade_words"),
    "century": _century, "ord": _ordinal, "quarter": _same, "half": _half,
    "season": _from("seasons"), "part": _from("day_parts"), "holiday": _from("holidays"),
    "dayword": _day_word, "nthword": _nth, "piece": _unit, "pieces": _unit, "shiftperiod": _unit,
    "shift": _from("date_shifts"), "period": _unit, "longperiod": _unit, "unit": _unit,
    "units": _unit, "bareunits": _unit, "num": _number, "count": count_of,
    "ref": _from("time_references"), "clock": clock_of, "saidclock": clock_of,
}  # fmt: skip
