"""CSL-JSON as Zotero, Better BibTeX and citation processors write it."""

import json
import re
from collections.abc import Iterator, Mapping

from generator.files.guarded import UnreadableError
from generator.read.reference_lists.entries import (
    NO_LIST,
    EntryProblem,
    ReferenceEntry,
    ReferenceList,
    day_of,
    make_reference,
)
from generator.read.stated_values import TEXT_FIELDS

PUBLISHERS = ("container-title", "publisher")
LIST, ITEMS = re.compile(r"\["), re.compile(r'"items"\s*:\s*\[')
BETWEEN = re.compile(r"[\s,]*")
NAMES = ("id", "citation-key", "file", "note")


def read(text: str) -> ReferenceList:
    """The items; one that is no reference is named, and the others go on.

    A file without a reference is none of these lists: it may hold articles.
    """
    try:
        rows = json.loads(text)
    except json.JSONDecodeError as error:
        if _is_lines(text):
            return NO_LIST
        return ReferenceList((), (EntryProblem(error.lineno, f"this is no JSON ({error.msg})"),))
    except (RecursionError, ValueError) as error:
        raise UnreadableError("its parts nest too deeply, or a number is too long") from error
    items = rows.get("items") if isinstance(rows, dict) else rows
    if not isinstance(items, list) or not any(map(_is_reference, items)):
        return NO_LIST
    lines = _lines(text, len(items))
    found = [_reference(line, i) for line, i in zip(lines, items, strict=False) if _is_reference(i)]
    wrong = [line for line, i in zip(lines, items, strict=False) if not _is_reference(i)]
    return ReferenceList(
        tuple(found),
        tuple(EntryProblem(line, "this is no reference; it is not used") for line in wrong),
    )


def _is_lines(text: str) -> bool:
    """Whether the first line is an object by itself."""
    try:
        return isinstance(json.loads(text.lstrip().partition("\n")[0]), dict)
    except (RecursionError, ValueError):
        return False


def _is_reference(item: object) -> bool:
    if not isinstance(item, dict) or not {"type", "title"} <= item.keys():
        return False
    return item.keys().isdisjoint(TEXT_FIELDS)


def _lines(text: str, count: int) -> list[int]:
    """The line that each item begins in."""
    read_one = json.JSONDecoder().raw_decode
    begin = ITEMS.search(text) if text.lstrip().startswith("{") else LIST.search(text)
    at, line, seen = begin.end() if begin else len(text), 1, 0
    found: list[int] = []
    for _ in range(count):
        between = BETWEEN.match(text, at)
        at = between.end() if between else at
        line, seen = line + text.count("\n", seen, at), at
        found.append(line)
        try:
            at = read_one(text, at)[1]
        except ValueError:  # the list of that name stands in another one
            return [1] * count
    return found


def _reference(line: int, item: Mapping[str, object]) -> ReferenceEntry:
    def texts_of(*keys: str) -> list[str]:
        values = (item.get(key) for key in keys)
        return [v for v in values if isinstance(v, str) and v.strip()]

    return make_reference(
        line,
        names=[name for name in texts_of(*NAMES) if "\n" not in name],
        doi=next(iter(texts_of("DOI")), ""),
        stated={
            "title": texts_of("title"),
            "authors": list(_authors(item.get("author"))),
            "publisher": texts_of(*PUBLISHERS)[:1],
            "published": _day(item.get("issued")),
            "url": texts_of("URL"),
        },
    )


def _authors(people: object) -> Iterator[str]:
    for person in people if isinstance(people, list) else ():
        if isinstance(person, dict):
            parts = [person.get(k) for k in ("given", "non-dropping-particle", "family")]
            name = " ".join(part for part in parts if isinstance(part, str))
            literal = person.get("literal")
            yield name or (literal if isinstance(literal, str) else "")


def _day(issued: object) -> list[str]:
    if not isinstance(issued, dict):
        return []
    parts = issued.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        return day_of("-".join(str(part) for part in parts[0]))
    written = [issued.get(key) for key in ("raw", "literal")]
    return day_of(*(words for words in written if isinstance(words, str)))
