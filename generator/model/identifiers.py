"""Identifiers made from content: a slug for people and a short hash against collisions.

They survive edits elsewhere in a document because no offset goes into them; equal words in one
document are told apart by an ordinal.
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

Row = TypeVar("Row", bound=Struct)

SLUG_WORDS = 4
HASH_DIGITS = 6
LONG_ID = 80
PATH_HASHES = (0, HASH_DIGITS, 12, 24, 64)
"""Digits of the path's hash in a document's id, as many as are needed to tell it from all."""


def slug(text: str, *, words: int = SLUG_WORDS, longest: int = 60) -> str:
    """The first `words` words of `text` in small ASCII letters and digits, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:words])[:longest].strip("-")


def short_hash(text: str) -> str:
    """Six hexadecimal digits of the text's SHA-256, whitespace collapsed."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[
        :HASH_DIGITS
    ]


def content_id(prefix: str, text: str) -> str:
    """``prefix-first-words-hash``: the same words always give the same id."""
    return "-".join(part for part in (prefix, slug(text), short_hash(text)) if part)


def number_repeats(ids: Iterable[str]) -> tuple[str, ...]:
    """The ids with ``-2``, ``-3``, … after the second, third, … of equal ones, all different.

    A number that would make an id that is there already is passed over.
    """
    given = tuple(ids)
    taken = set(given)
    seen: Counter[str] = Counter()
    out: list[str] = []
    for one in given:
        seen[one] += 1
        new = one
        while seen[one] > 1 and (new := f"{one}-{seen[one]}") in taken:
            seen[one] += 1
        taken.add(new)
        out.append(new)
    return tuple(out)


def with_ids(rows: Sequence[Row], ids: Iterable[str]) -> tuple[Row, ...]:
    """The rows with these ids, repeated ones numbered."""
    return tuple(replace(row, id=i) for row, i in zip(rows, number_repeats(ids), strict=True))


def path_ids(paths: Iterable[str]) -> dict[str, str]:
    """An id for each path, all different even where case and ``_`` or ``-`` do not count.

    Where several would be one, each of them gets more of its path's hash, until none is left; what
    a path gets does not depend on the order of the others.
    """
    level = dict.fromkeys(paths, 0)
    while True:
        ids = {path: _path_id(path, PATH_HASHES[n]) for path, n in level.items()}
        times = Counter(_same_page(one) for one in ids.values())
        alike = [
            path
            for path, one in ids.items()
            if (times[_same_page(one)] > 1 or not one) and level[path] + 1 < len(PATH_HASHES)
        ]
        if not alike:
            return ids
        for path in alike:
            level[path] += 1


def _path_id(path: str, digits: int) -> str:
    stem = path.rsplit(".", 1)[0].lower()
    plain = re.sub(r"[^a-z0-9_]+", "-", stem).strip("-")[:LONG_ID].strip("-")
    hashed = hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:digits]
    return "-".join(part for part in (plain, hashed) if part)


def _same_page(one: str) -> str:
    """What two ids share whose pages would have one address."""
    return slug(one, words=len(one), longest=len(one))
