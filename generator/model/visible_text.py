"""What a reader sees of a stretch of source text: one function for the pages and for the proof.

White space is one space, control and bidirectional characters are a space, and what the reader of
Markdown found to be marks is hidden; nothing else is changed.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from generator.model.text import Document, Fact, Metadata, Offsets

INVISIBLE = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)
LONE = re.compile("[\ud800-\udfff]")
WHITE = re.compile(r"\s+")


def shown(text: str) -> str:
    """The text with each run of white space, control and bidirectional characters as one space."""
    if text.isprintable() and "  " not in text:
        return text  # as nearly all are: no other white space, nothing invisible
    return WHITE.sub(" ", LONE.sub("\ufffd", INVISIBLE.sub(" ", text)))


def shown_text(document: Document, start: int, end: int) -> str:
    """What a page shows of a document's reading text between two offsets."""
    if not document.markup:
        return shown(document.text[start:end])
    return shown_words(document.text, document.markup, start, end)


def words_at(document: Document, start: int, end: int) -> str:
    """The words between two offsets as they are matched: accents with their letters, no marks."""
    words = shown_text(document, start, end) if document.markup else document.text[start:end]
    return unicodedata.normalize("NFC", words)


def text_at(document: Document, start: int, end: int) -> str:
    """The reading text between two offsets, to the character; of Markdown the words without marks.

    A link's target and a tag's attributes are nothing that a source says.
    """
    return words_at(document, start, end) if document.markup else document.text[start:end]


def shown_words(text: str, markup: Sequence[Offsets], start: int, end: int) -> str:
    """What is shown of a text whose `markup` is hidden."""
    if not markup:
        return shown(text[start:end])
    pieces: list[str] = []
    for mark in _marks_in(markup, start, end):
        pieces.append(text[start : max(start, mark.start)])
        start = max(start, mark.end)
    return shown("".join([*pieces, text[start:end]]))


def same_words(one: str, other: str) -> bool:
    """Whether two texts are equal but for white space and the way accents are encoded."""
    return plain(one) == plain(other)


def plain(text: str) -> str:
    """Words as they are compared: white space is one space, accents are with their letters."""
    return unicodedata.normalize("NFC", shown(text).strip())


def without_markup(text: str, markup: Sequence[Offsets]) -> str:
    """A text with its markup as spaces, offsets unchanged."""
    pieces: list[str] = []
    at = 0
    for mark in markup:
        lines = text[mark.start : mark.end].split("\n")
        pieces += (text[at : mark.start], "\n".join(" " * len(line) for line in lines))
        at = mark.end
    return "".join([*pieces, text[at:]])


def parsed_text(document: Document) -> str:
    """The reading text as a parser should see it, offsets unchanged: markup becomes spaces."""
    return without_markup(document.text, document.markup)


def _marks_in(markup: Sequence[Offsets], start: int, end: int) -> Iterator[Offsets]:
    """The marks that reach into a stretch."""
    first = bisect_right(markup, start, key=lambda mark: mark.end)
    for mark in markup[first:]:
        if mark.start >= end:
            return
        yield mark


def shown_metadata(metadata: Metadata, text: str, markup: tuple[Offsets, ...]) -> Metadata:
    """What Markdown states of itself as a reader sees it: a title without marks of emphasis."""
    if not markup:
        return metadata

    def seen(fact: Fact) -> Fact:
        place = fact.evidence
        if place is None or len(fact.value) != place.end - place.start:
            return fact
        return replace(fact, value=shown_words(text, markup, place.start, place.end))

    return replace(
        metadata,
        title=metadata.title and seen(metadata.title),
        authors=tuple(map(seen, metadata.authors)),
        publisher=metadata.publisher and seen(metadata.publisher),
    )
