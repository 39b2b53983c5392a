"""Loads the word lists of `generator/lexicons/`: one folder a language, one file a kind.

Every file starts with comment lines that give its ``source`` and its ``licence``. A ``.txt`` file
has one entry a line; a ``.tsv`` file has one row a line, columns parted by tabs. ``#`` at a line's
start makes it a comment. Lists that belong to no language lie in the folder ``any``.
"""

from functools import cache
from importlib.resources import files


class Lexicon:
    """The word lists of one language, read on first use and kept."""

    def __init__(self, language: str) -> None:
        self.language = language

    def words(self, kind: str) -> frozenset[str]:
        """The entries of ``<kind>.txt``."""
        return _words(self.language, kind)

    def rows(self, kind: str) -> tuple[tuple[str, ...], ...]:
        """The rows of ``<kind>.tsv``, in file order."""
        return _rows(self.language, kind)


def load_lexicon(language: str) -> Lexicon | None:
    """The lexicon of a BCP 47 primary language, or None where there is none."""
    known = files("generator").joinpath("lexicons", language).is_dir()
    return Lexicon(language) if known and language != "any" else None


def load_words(kind: str, language: str = "any") -> frozenset[str]:
    """The entries of a list that belongs to no language, or of one language's list."""
    return _words(language, kind)


def load_rows(kind: str, language: str = "any") -> tuple[tuple[str, ...], ...]:
    """The rows of a table that belongs to no language, or of one language's table."""
    return _rows(language, kind)


def _lines(language: str, name: str) -> list[str]:
    path = files("generator").joinpath("lexicons", language, name)
    lines = path.read_text("utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


@cache
def _words(language: str, kind: str) -> frozenset[str]:
    return frozenset(line.strip() for line in _lines(language, f"{kind}.txt"))


@cache
def _rows(language: str, kind: str) -> tuple[tuple[str, ...], ...]:
    rows = _lines(language, f"{kind}.tsv")
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in rows)
