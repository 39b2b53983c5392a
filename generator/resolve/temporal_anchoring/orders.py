"""In which order dates by number are written: 04/05/2025 is the fourth of May or April the fifth.

A document's other dates show it, or else those of its outlet: its publisher, or the folder in
which one outlet's documents lie. Where two orders show, no date takes either.
"""

from collections.abc import Iterable
from pathlib import PurePosixPath

from msgspec import Struct

from generator.model.annotations import AllAnnotations, TimeExpressions
from generator.model.grouping import grouped
from generator.model.rules import AnchorRule
from generator.model.text import Document, Documents, Span
from generator.temporal import shown_order

SEVERAL = "several"


class NumberOrder(Struct, frozen=True):
    """``dayfirst`` or ``monthfirst``, what shows it; none, or `SEVERAL` where dates disagree."""

    flag: str = ""
    shown: tuple[Span, ...] = ()
    rule: AnchorRule = "order_of_others"

    @property
    def is_one(self) -> bool:
        """Whether a date may be read in this order."""
        return self.flag not in {"", SEVERAL}


def orders_of_numbers(documents: Documents, annotations: AllAnnotations) -> dict[str, NumberOrder]:
    """The order that each document's dates by number are read in."""
    found = [order_in(a.time_expressions) for a in annotations]
    named = [(_outlet(d), o) for d, o in zip(documents, found, strict=True)]
    outlets = {
        outlet: _common(one for one in orders if one.flag)
        for outlet, orders in grouped((outlet, o) for outlet, o in named if outlet).items()
    }
    borrowed = (own if own.flag else outlets.get(outlet, own) for outlet, own in named)
    return {d.id: order for d, order in zip(documents, borrowed, strict=True)}


def order_in(expressions: TimeExpressions) -> NumberOrder:
    """The order that the dates of one document show."""
    shown = ((shown_order(one.pattern), one.span) for one in expressions)
    return _only((flag, span) for flag, span in shown if flag)


def _common(orders: Iterable[NumberOrder]) -> NumberOrder:
    """The order of an outlet's documents, where none shows another."""
    found = _only((order.flag, span) for order in orders for span in order.shown or (None,))
    return NumberOrder(found.flag, found.shown, "order_of_outlet")


def _only(shown: Iterable[tuple[str, Span | None]]) -> NumberOrder:
    found = grouped(shown)
    if len(found) != 1:
        return NumberOrder(SEVERAL if found else "")
    ((flag, spans),) = found.items()
    return NumberOrder(flag, tuple(span for span in spans if span))


def _outlet(document: Document) -> str:
    """The publisher, or the folder below the seeds' own; neither is told of a lone file."""
    publisher = document.metadata.publisher
    folder = PurePosixPath(document.path).parent
    lies_below = f"{folder}/" if folder.name else ""
    return publisher.value.casefold() if publisher else lies_below
