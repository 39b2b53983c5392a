"""Dates that say only from when: ``1987/..``, not before the latest day that a text tells of."""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def is_open(value: str) -> bool:
    """Whether an EDTF value has no end."""
    return value.endswith("/..")


def known_first(rows: Sequence[T], value_of: Callable[[T], str]) -> Sequence[T]:
    """The rows of known dates, so that no lower bound stands for a beginning; all where none is."""
    return [row for row in rows if not is_open(value_of(row))] or rows
