"""What a list of references says of one work, and where it could not be read."""

import re
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from generator.read.stated_values import find_impossible_days, usable_values

DOI = re.compile(r"10\.\d{4,9}/[^\s\"'<>\[\]{}|\\]{1,200}")
DAY = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?![\d/-]{0,12}\d)")
NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS = {name: str(number) for number, name in enumerate(NAMES, start=1)}
"""As BibTeX writes them."""


class ReferenceEntry(Struct, frozen=True):
    """One work: the names of its files, its DOI in small letters ("" for none), what it states."""

    line: int
    names: tuple[str, ...]
    doi: str
    stated: Mapping[str, tuple[str, ...]]
    problems: tuple[str, ...] = ()
    """What it states and cannot be used."""


class EntryProblem(Struct, frozen=True):
    """What could not be read, at a line of the list."""

    line: int
    message: str


class ReferenceList(Struct, frozen=True):
    """What could be read of a list of references, and what could not."""

    references: tuple[ReferenceEntry, ...]
    problems: tuple[EntryProblem, ...]


NO_LIST = ReferenceList((), ())
"""What a file is that holds something else."""
Reader = Callable[[str], ReferenceList]
"""What every module of a kind of list calls `read`."""


def make_reference(
    line: int, *, names: Iterable[str], doi: str, stated: Mapping[str, Iterable[str]]
) -> ReferenceEntry:
    """A reference of values as a program wrote them; those that cannot be used are left out."""
    found = DOI.search(doi)
    number = found.group().rstrip(".,;").lower() if found else ""
    values = dict(usable_values(stated))
    if number and "url" not in values:
        values["url"] = (f"https://doi.org/{number}",)
    files = (re.split(r"[/\\]", name)[-1].strip() for name in names)
    named = tuple(dict.fromkeys(f for f in files if f))
    return ReferenceEntry(line, named, number, values, tuple(find_impossible_days(stated)))


def day_of(*dates: str, month: str = "", day: str = "") -> list[str]:
    """The first date that can be read, in EDTF; a year alone is joined by `month` and `day`."""
    for words in dates:
        match = DAY.match(words.strip().rstrip("/"))
        if match is None:
            continue
        year, first, second = match.groups()
        number = first or _number_of_month(month)
        which = second or (day if day.isdigit() and number else "")
        parts = [year, *(f"{int(part):02}" for part in (number, which) if part)]
        return ["-".join(parts)]
    return []


def _number_of_month(month: str) -> str:
    word = month.strip()
    return MONTHS.get(word.lower()[:3], word if word.isdigit() else "")
