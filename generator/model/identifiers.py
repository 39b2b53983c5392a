"""Identifiers made from content: a slug for people and a short hash against collisions.

They survive edits elsewhere in a document because no offset goes into them; equal words in one
document are told apart by an ordinal.
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

SLUG_WORDS = 4
HASH_DIGITS = 6


def slug(text: str, *, words: int = SLUG_WORDS, longest: int = 60) -> str:
    """The first `words` words of `text` in small ASCII letters and digits, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:words])[:longest].strip("-")


def short_hash(text: str) -> str:
    """Six hexadecimal digits of the text's SHA-256, whitespace collapsed."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8")).hexdigest()[:HASH_DIGITS]


def content_id(prefix: str, text: str) -> str:
    """``prefix-first-words-hash``: the same words always give the same id."""
    return "-".join(part for part in (prefix, slug(text), short_hash(text)) if part)


def number_repeats(ids: Iterable[str]) -> tuple[str, ...]:
    """The ids with ``-2``, ``-3``, … after the second, third, … of equal ones."""
    seen: Counter[str] = Counter()
    out: list[str] = []
    for one in ids:
        seen[one] += 1
        out.append(one if seen[one] == 1 else f"{one}-{seen[one]}")
    return tuple(out)
