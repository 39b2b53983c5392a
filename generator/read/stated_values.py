"""What an original or a list of references states of a document: values as lines that can be used.

The keys are `title`, `authors`, `publisher`, `published`, `url` and `language`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from generator.files.yaml_tree import cleaned
from generator.language.lexicons import Lexicon, languages_with, load_words
from generator.temporal import find_full_date
from generator.temporal.edtf import is_of_the_calendar

TEXT_FIELDS = (
    *("text", "body", "content", "article", "maintext", "full_text", "articleBody"),
    *("article_text", "article_body", "fulltext", "content_html", "content_text", "bodyText"),
)
"""What programs call an article's words; a reference to one has none of these fields."""
LONGEST_VALUE = 500
"""Characters of a title, a name or another value; the rest of a longer one is cut off."""
DAY = re.compile(r"(?!0000)\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
ADDRESS = re.compile(r"https?://[^\s<>\"]{1,2000}")


COPY_NUMBER = re.compile(r"[ _-]?\(?\d{1,3}\)?$")
"""Behind the name of a new text: *Document1*, *Untitled (2)*."""
SLOT = re.compile(r"\{([a-z]+)\}")
"""Stands in an expression for words that each language has its own for."""


@cache
def stated_pattern(name: str) -> re.Pattern[str]:
    """An expression of `stated_patterns.tsv` with the words of every language in it."""
    every = Lexicon("any", *languages_with("stated_words"))
    words: defaultdict[str, set[str]] = defaultdict(set)
    for slot, known in every.rows("stated_words"):
        words[slot].update(known.split())
    expression = every.pattern("stated_patterns", name).pattern
    return re.compile(SLOT.sub(lambda slot: f"(?:{'|'.join(sorted(words[slot[1]]))})", expression))


def plain(text: str) -> str:
    """A text as one line without characters that are no text."""
    return " ".join(cleaned(text).split())


def usable_values(stated: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """The values that can be used, each once, as one line."""
    found: dict[str, tuple[str, ...]] = {}
    for key, values in stated.items():
        lines = (plain(value)[:LONGEST_VALUE] for value in values)
        usable = tuple(dict.fromkeys(line for line in lines if _usable(key, line)))
        if usable:
            found[key] = usable if key == "authors" else usable[:1]
    return found


def is_no_title(words: str) -> bool:
    """Whether a title is a day alone, or what a program calls a text that has none: *Document1*."""
    name = COPY_NUMBER.sub("", words.strip().casefold())
    day = find_full_date(words, 0, len(words))
    return name in load_words("titles_of_programs") or (day or ())[:2] == (0, len(words))


def find_impossible_days(stated: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """What is told of a day that is written like one and that no calendar has."""
    for value in (plain(value) for value in stated.get("published", ())):
        if DAY.fullmatch(value) and not is_of_the_calendar(value):
            yield f"published: {value!r} is no day of the calendar; it is not used"


def _usable(key: str, value: str) -> bool:
    if key == "published":
        return DAY.fullmatch(value) is not None and is_of_the_calendar(value)
    if key == "url":
        return ADDRESS.fullmatch(value) is not None
    return any(c.isalnum() for c in value) and not (key == "title" and is_no_title(value))
