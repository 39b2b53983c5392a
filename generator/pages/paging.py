"""Splits lists that can be long over several pages, and knows on which page each row stands."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from generator.pages.views import Paging

T = TypeVar("T")


def page_url(hub: str, number: int) -> str:
    """The address of a hub's page; its first page is the hub itself."""
    return hub if number <= 1 else f"{hub}page-{number}/"


def row_urls(hub: str, ids: Iterable[Iterable[str]], rows: int) -> dict[str, str]:
    """The address of each row of a list that is split every `rows` cards, by the rows of each."""
    return {
        one: f"{page_url(hub, i // rows + 1)}#{one}" for i, card in enumerate(ids) for one in card
    }


def split(items: Sequence[T], rows: int) -> tuple[tuple[T, ...], ...]:
    """The rows of each page; one empty page where there is nothing."""
    starts = range(0, max(len(items), 1), rows)
    return tuple(tuple(items[start : start + rows]) for start in starts)


def paging(hub: str, number: int, pages: int) -> Paging:
    """Where a page stands among the pages of its list."""
    return Paging(
        number=number,
        pages=pages,
        several=pages > 1,
        before=page_url(hub, number - 1) if number > 1 else "",
        after=page_url(hub, number + 1) if number < pages else "",
        has_before=number > 1,
    )
