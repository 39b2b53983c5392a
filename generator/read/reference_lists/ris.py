"""RIS as Zotero, EndNote and databases write it."""

import re
from collections.abc import Iterator, Mapping

import rispy
from rispy.parser import ParseError

from generator.read.reference_lists.entries import (
    EntryProblem,
    ReferenceEntry,
    ReferenceList,
    day_of,
    make_reference,
)

LINE = re.compile(r"[A-Z][A-Z0-9] {1,2}- ?")
BEGINS, ENDS = "TY", "ER"
AUTHORS = ("authors", "first_authors")
TITLES = ("title", "primary_title")
PUBLISHERS = (
    "journal_name",
    "alternate_title3",
    "secondary_title",
    "alternate_title2",
    "publisher",
)
DATES = ("date", "year", "publication_year")
FILES = ("file_attachments1", "file_attachments2", "figure", "id")


def read(text: str) -> ReferenceList:
    """The records; one that cannot be read is named, and the others go on."""
    found: list[ReferenceEntry] = []
    problems: list[EntryProblem] = []
    for line, record, problem in _records(text):
        if problem:
            problems.append(EntryProblem(line, problem))
            continue
        try:
            entries = rispy.loads(record)
        except (ParseError, OSError, ValueError, KeyError, IndexError):
            problems.append(EntryProblem(line, "this reference cannot be read; it is not used"))
            continue
        found.extend(_reference(line, entry) for entry in entries)
    return ReferenceList(tuple(found), tuple(problems))


def _records(text: str) -> Iterator[tuple[int, str, str]]:
    """Each record with its first line's number, or what is wrong with the lines there."""
    lines: list[str] = []
    first = 0
    for number, line in enumerate([*text.split("\n"), BEGINS], start=1):
        tag = line[:2] if LINE.match(line) or line == BEGINS else ""
        if tag == BEGINS:
            if lines:
                yield first, "", "this reference has no end (ER); it is not used"
            lines, first = [line], number
        elif lines:
            lines.append(line)
            if tag == ENDS:
                yield first, "\n".join(lines) + "\n", ""
                lines = []
        elif line.strip():
            yield number, "", "this is no line of a reference (TY begins one); it is not used"


def _reference(line: int, entry: Mapping[str, object]) -> ReferenceEntry:
    return make_reference(
        line,
        names=_words(entry, *FILES),
        doi=_first(entry, "doi"),
        stated={
            "title": [_first(entry, *TITLES)],
            "authors": [_forwards(name) for name in _words(entry, *AUTHORS)],
            "publisher": [_first(entry, *PUBLISHERS)],
            "published": day_of(*_words(entry, *DATES)),
            "url": [_first(entry, "urls", "url")],
        },
    )


def _words(entry: Mapping[str, object], *keys: str) -> list[str]:
    """All values of some fields, in order."""
    values = (entry.get(key) for key in keys)
    lists = (value if isinstance(value, list) else [value] for value in values)
    return [one for several in lists for one in several if isinstance(one, str) and one.strip()]


def _first(entry: Mapping[str, object], *keys: str) -> str:
    return next(iter(_words(entry, *keys)), "")


def _forwards(name: str) -> str:
    """*Obi, Ada* as Ada Obi."""
    last, comma, first = name.partition(",")
    return f"{first.strip(' ,')} {last.strip()}".strip() if comma else name
