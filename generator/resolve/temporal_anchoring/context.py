"""What was dated before an expression: what *a year earlier* and *that day* count from."""

import msgspec
from msgspec import Struct

from generator.language.weights import load_count
from generator.model.annotations import TimeExpression, TimeExpressions
from generator.model.corpus import Confidence
from generator.model.rules import AnchorRule, UndatedReason
from generator.model.text import Span
from generator.resolve.temporal_anchoring.orders import NumberOrder
from generator.resolve.temporal_anchoring.publication import Publication
from generator.resolve.temporal_anchoring.years import YearAnchors
from generator.temporal import days_of, unit_of

LONG_BEFORE = load_count("anchors.long_before")
"""Years before the document's own that make a story one of the past."""
HISTORY_YEARS = load_count("anchors.history_years")
"""Stated years that make a document one about the past, where they are most of those it states."""
UNANCHORED = frozenset({"no_year", "two_years", "no_publication"})
"""Why a date of the calendar stays open: the text says which, and not of which year or week."""
STATES_YEAR = frozenset({"D", "M", "Y", "Q", "S"})


class Value(Struct, frozen=True):
    """What an expression comes to: TIMEX3, EDTF, and on what grounds."""

    timex: str | None
    edtf: str | None
    seen_from: tuple[AnchorRule, ...]
    confidence: Confidence
    evidence: tuple[Span, ...]
    unresolved: UndatedReason | None = None


class Stated(Struct, frozen=True):
    """A year that the text states, and where."""

    year: int
    span: Span


class Context(Struct, frozen=True):
    """What was dated so far in a document."""

    value: str | None = None
    span: Span | None = None
    quarter: str | None = None
    """The quarter that the document reports on, not one that it is compared with."""
    quarter_at: int = -1
    stated: Stated | None = None
    history: bool = False
    """The document tells of years long before its own date."""
    order: NumberOrder = NumberOrder()
    """In which order dates by number are read."""


def begin_context(
    expressions: TimeExpressions,
    publication: Publication | None,
    years: YearAnchors,
    order: NumberOrder,
) -> Context:
    """The context before the first expression."""
    return Context(history=_is_history(expressions, publication, years), order=order)


def next_context(
    context: Context, one: TimeExpression, value: Value, publication: Publication | None
) -> Context:
    """The context after an expression; what has no place in time changes nothing.

    The document's own date line is none that a story counts from: *seven decades later*.
    """
    told = one.kind in {"date", "time"} and one.zone != "dateline"
    if told and value.unresolved in UNANCHORED:  # *that month* is this one, whichever it was
        return msgspec.structs.replace(context, value=None, span=None)
    size = unit_of(value.timex) if value.timex and told else None
    days = days_of(value.timex) if value.timex and size else None
    if size is None or days is None:
        return context
    compared = any(mark in one.pattern for mark in ("yearbefore", "context-", "-1Y"))
    running = publication is not None and days.last > publication.first
    if size in {"Q", "H"} and not compared and not running:
        context = msgspec.structs.replace(context, quarter=value.timex, quarter_at=one.span.start)
    if one.anchor == "" and size in STATES_YEAR:
        context = msgspec.structs.replace(context, stated=Stated(days.first.year, one.span))
    return msgspec.structs.replace(context, value=value.timex, span=one.span)


def _is_history(
    expressions: TimeExpressions, publication: Publication | None, years: YearAnchors
) -> bool:
    """Whether most stated years lie well before the document's own, and nothing is news.

    News has weekdays, *yesterday*, *last week*.
    """
    if any(e.anchor == "published" and e.precision in {"day", "week"} for e in expressions):
        return False
    values = (e.timex_value or "" for e in expressions if e.anchor == "")
    stated = [days.first.year for value in values if (days := days_of(value))]
    own = publication.first.year if publication else max((a.day.year for a in years), default=0)
    old = [year for year in stated if own - year >= LONG_BEFORE]
    return len(old) >= HISTORY_YEARS and len(old) * 2 > len(stated)
