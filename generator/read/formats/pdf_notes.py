"""Footnotes of a printed page: smaller letters at its foot or at its column's, with a mark."""

import re
from collections.abc import Iterator, Sequence
from functools import partial, reduce

from generator.read.formats.pdf_layout import Line, put_together

SMALLER = 1.1
"""How much higher the letters of the text are than those of its notes."""
MARK = re.compile(
    r"(?:\(?\d{1,3}[.)]?|\[\d{1,3}\]|[*†‡§¶]{1,3}|[¹²³⁴-⁹⁰]{1,3})\s?(?=[\[(“\"‘'«]?[^\W\d_])"
)
"""What a note begins with: its number or sign, then words."""


def part_notes(page: Sequence[Line], body: float) -> tuple[list[Line], list[list[Line]]]:
    """The lines of a page's text, and its notes, each with the lines in which it goes on."""
    notes: list[list[Line]] = []
    for run in _small_runs(page, body):
        if MARK.match(run[0].text) and _is_lowest(run, page, body):
            notes += _notes_of(run)
    inside = {id(line) for note in notes for line in note}
    return [line for line in page if id(line) not in inside], notes


def _small_runs(page: Sequence[Line], body: float) -> Iterator[list[Line]]:
    """Lines in smaller letters, as they stand one after the other."""
    run: list[Line] = []
    for line in page:
        if SMALLER * line.height < body:
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_lowest(run: Sequence[Line], page: Sequence[Line], body: float) -> bool:
    """Whether no line in the text's own letters stands below a run, and one stands above it."""
    box = reduce(partial(put_together, space=""), run)
    text = [one for one in page if SMALLER * one.height >= body]
    below = (
        one
        for one in text
        if one.top <= box.bottom and box.left < one.right and one.left < box.right
    )
    return not any(below) and any(one.bottom >= box.top for one in text)


def _notes_of(run: Sequence[Line]) -> list[list[Line]]:
    """The notes of a run, each from its mark on."""
    notes: list[list[Line]] = []
    for line in run:
        if not notes or MARK.match(line.text):
            notes.append([])
        notes[-1].append(line)
    return notes
