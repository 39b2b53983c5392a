"""Countries, unions and regions by every word that news uses for them.

A table, not a guess: names, adjectives, words for the people, capitals and seats of government come
from the word lists. Extraction asks it where a name ends; resolution asks it what a name means.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from generator.language.lexicons import Lexicon, load_rows
from generator.language.noun_phrases import without_article

Sense = Literal["name", "adjective", "people", "capital", "seat"]
StateKind = Literal["country", "region", "union", "former"]
SHORTEST_CAPITALS = 4
"""A name of fewer letters is not looked for in headings of capitals: *US* would find *us*."""


class State(Struct, frozen=True):
    """One country, region or union, and what a word that was looked up says of it."""

    name: str
    kind: StateKind
    sense: Sense


class Gazetteer:
    """The tables of one language, by word."""

    def __init__(self, entries: Iterable[tuple[str, State]], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._states: dict[str, State] = {}
        for text, state in entries:
            self._states.setdefault(text, state)
            if len(text) >= SHORTEST_CAPITALS:
                self._states.setdefault(text.upper(), state)
        self.find = lru_cache(maxsize=65536)(self._find)
        """What a word or a run of words means; ``the`` before it is ignored."""
        self.longest = max((len(text.split()) for text in self._states), default=0)
        """Most words of an entry."""

    def _find(self, text: str) -> State | None:
        plain = " ".join(text.replace("’", "'").replace(" '", "'").split())
        return self._states.get(plain) or self._states.get(without_article(plain, self._lexicon))


@lru_cache(maxsize=4)
def gazetteer_of(lexicon: Lexicon) -> Gazetteer:
    """The gazetteer in the words of a lexicon; it knows nothing where the lexicon has no tables."""
    entries: list[tuple[str, State]] = []
    tables: Mapping[str, StateKind] = {
        "countries": "country",
        "former_countries": "former",
        "regions": "region",
    }
    for table, kind in tables.items():
        for row in lexicon.rows(table):
            entries.extend(_country_words(row, kind))
    for row in lexicon.rows("unions"):
        entries.extend(_union_words(row))
    return Gazetteer(sorted(entries, key=lambda entry: _SENSES.index(entry[1].sense)), lexicon)


_SENSES: tuple[Sense, ...] = ("name", "adjective", "people", "seat", "capital")


def _country_words(row: tuple[str, ...], kind: StateKind) -> Iterable[tuple[str, State]]:
    name, others, adjectives, people, capitals, seats = (*row, "", "", "", "", "", "")[:6]
    groups: tuple[tuple[Sense, tuple[str, ...]], ...] = (
        ("name", (name, *_cells(others))),
        ("adjective", _cells(adjectives)),
        ("people", (*_cells(people), *(f"{word}s" for word in _cells(adjectives)))),
        ("capital", _cells(capitals)),
        ("seat", _cells(seats)),
    )
    for sense, words in groups:
        for word in words:
            yield word.replace("’", "'"), State(name, kind, sense)


def _union_words(row: tuple[str, ...]) -> Iterable[tuple[str, State]]:
    name, others, seats = (*row, "", "")[:3]
    for word in (name, *_cells(others)):
        yield word, State(name, "union", "name")
    for word in _cells(seats):
        yield f"{word}", State(name, "union", "seat")


def _cells(cell: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in cell.split(";") if word.strip())


def town_size(name: str) -> int:
    """0 for no town of the list, else 1 (small) to 3 (a million people)."""
    return _town(name)[1]


def town_lies_in(name: str, around: str, gazetteer: Gazetteer) -> bool:
    """Whether the list has a town of this name in a country or American state."""
    state = gazetteer.find(around)
    wider = state.name if state and state.sense == "name" else around
    codes = (code for code in _town(name)[0].split(";") if code)
    return any(wider in {_codes().get(code), _codes().get(code[:2])} for code in codes)


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    return {row[0]: row[1] for row in load_rows("country_codes")}


def _town(name: str) -> tuple[str, int]:
    plain = re.sub(r"^(St|Ste|Mt|Ft) ", r"\1. ", name)
    return _towns().get(name) or _towns().get(plain) or ("", 0)


@lru_cache(maxsize=1)
def _towns() -> dict[str, tuple[str, int]]:
    """Every town by name: codes of its countries, and size."""
    return {name: (codes, int(size)) for name, codes, size in load_rows("towns")}
