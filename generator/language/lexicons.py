"""Loads the word lists of `generator/lexicons/`: one folder a language, one file a kind.

Every file starts with comment lines that give its ``source`` and its ``licence``. A ``.txt`` file
has one entry a line; a ``.tsv`` file has one row a line, columns parted by tabs. ``#`` at a line's
start makes it a comment. Lists that belong to no language lie in the folder ``any``.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

NEVER = "(?!)"
"""An expression that no text has, for a language without such words."""


class Lexicon:
    """The word lists of one language, or of several as one; read on first use and kept.

    A list that a language does not have is empty. Lexicons of the same languages are equal.
    """

    def __init__(self, *languages: str) -> None:
        self.languages = languages

    @property
    def language(self) -> str:
        """The code of the language, of several the first one's, of none ""."""
        return self.languages[0] if self.languages else ""

    def words(self, *kinds: str) -> frozenset[str]:
        """The entries of ``<kind>.txt``, of several lists together."""
        return _words_of(self.languages, kinds)

    def rows(self, kind: str) -> tuple[tuple[str, ...], ...]:
        """The rows of ``<kind>.tsv``, in file order."""
        return _rows_of(self.languages, kind)

    def keys(self, kind: str, *marks: str) -> frozenset[str]:
        """The first column of ``<kind>.tsv``, of rows with all these marks in the others."""
        return _keys_of(self.languages, kind, frozenset(marks))

    def pattern(self, kind: str, name: str) -> re.Pattern[str]:
        """An expression of ``<kind>.tsv`` by its name; without a language that has it none fits."""
        return _pattern_of(self.languages, kind, name)

    def group(self, *names: str) -> frozenset[str]:
        """The words of groups of ``word_groups.tsv``, the small words that rules ask for."""
        return _group_of(self.languages, names)

    def pronouns(self, *shown: str) -> frozenset[str]:
        """The personal pronouns that show all that is asked for, such as ``subject`` and ``3``."""
        return _keys_of(self.languages, "pronouns", frozenset(shown))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and self.languages == other.languages

    def __hash__(self) -> int:
        return hash(self.languages)


ANY_LANGUAGE = Lexicon("any")
"""The lists that belong to no one language."""


@cache
def load_lexicon(language: str) -> Lexicon | None:
    """The lexicon of a BCP 47 primary language, or None where there is none."""
    known = language and files("generator").joinpath("lexicons", language).is_dir()
    return Lexicon(language) if known and language != "any" else None


def lexicon_for_reading(language: str) -> Lexicon:
    """The lists by which a text is cut: its language's, or those of all that have some as one."""
    return load_lexicon(language) or Lexicon(*languages_with("word_groups"))


def lexicon_of_corpus(languages: Iterable[str | None]) -> Lexicon:
    """The word lists of all languages of a corpus as one; a language without lists adds none."""
    known = {code for code in languages if code and load_lexicon(code)}
    return Lexicon(*sorted(known))


def languages_with(kind: str) -> tuple[str, ...]:
    """The languages that have a table of this kind, in the order of their codes."""
    folders = files("generator").joinpath("lexicons").iterdir()
    found = (f.name for f in folders if f.joinpath(f"{kind}.tsv").is_file())
    return tuple(sorted(name for name in found if name != "any"))


def load_words(kind: str, language: str = "any") -> frozenset[str]:
    """The entries of a list that belongs to no language, or of one language's list."""
    return _words(language, kind)


def load_rows(kind: str, language: str = "any") -> tuple[tuple[str, ...], ...]:
    """The rows of a table that belongs to no language, or of one language's table."""
    return _rows(language, kind)


@cache
def _words_of(languages: tuple[str, ...], kinds: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for code in languages for kind in kinds for word in _words(code, kind))


@cache
def _rows_of(languages: tuple[str, ...], kind: str) -> tuple[tuple[str, ...], ...]:
    return tuple(row for language in languages for row in _rows(language, kind))


@cache
def _pattern_of(languages: tuple[str, ...], kind: str, name: str) -> re.Pattern[str]:
    rows = (row for row in _rows_of(languages, kind) if row[0] == name)
    return re.compile(next((row[1] for row in rows), NEVER))


@cache
def _group_of(languages: tuple[str, ...], names: tuple[str, ...]) -> frozenset[str]:
    rows = _rows_of(languages, "word_groups")
    return frozenset(word for group, words in rows if group in names for word in words.split())


@cache
def _keys_of(languages: tuple[str, ...], kind: str, marks: frozenset[str]) -> frozenset[str]:
    return frozenset(key for key, *cells in _rows_of(languages, kind) if marks <= {*cells})


def _text(language: str, name: str) -> list[str]:
    path = files("generator").joinpath("lexicons", language, name)
    return path.read_text("utf-8").splitlines() if path.is_file() else []


def _lines(language: str, name: str) -> list[str]:
    return [line for line in _text(language, name) if line.strip() and not line.startswith("#")]


WITH = "# with: "
"""What a list is headed by that has all words of shorter ones of its language as well."""


@cache
def _words(language: str, kind: str) -> frozenset[str]:
    lines = _text(language, f"{kind}.txt")
    kinds = (k for line in lines if line.startswith(WITH) for k in line[len(WITH) :].split())
    own = frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
    return own.union(*(_words(language, other) for other in kinds))


@cache
def _rows(language: str, kind: str) -> tuple[tuple[str, ...], ...]:
    rows = _lines(language, f"{kind}.tsv")
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in rows)
