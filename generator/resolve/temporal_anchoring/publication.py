"""When a document was published: as stated, or between which days as its own words tell."""

from datetime import date

from msgspec import Struct

from generator.model.annotations import TimeExpression, TimeExpressions
from generator.model.text import Document, Fact, Offsets, Span
from generator.model.zones import CAPTION, STORY
from generator.resolve.temporal_anchoring.orders import NumberOrder
from generator.resolve.temporal_anchoring.years import YearAnchors, with_year
from generator.temporal import (
    Anchor,
    Days,
    days_of,
    days_of_edtf,
    interval_of,
    needs,
    parse_pattern,
    resolve,
    shift,
    weekday_says,
)


class Publication(Struct, frozen=True):
    """The first and last day on which a document may have been published; None where open."""

    first: date
    last: date | None
    fact: Fact | None
    """The inferred fact; None where the document says it."""
    evidence: tuple[Span, ...] = ()


def stated_publication(document: Document) -> Publication | None:
    """The document's own date, if its text, a sidecar or the editor gives one."""
    fact = document.metadata.published
    ends = days_of_edtf(fact.value) if fact else None
    if fact is None or ends is None or ends[0] is None:
        return None
    shown = fact.evidence
    evidence = (Span(document.id, shown.start, shown.end),) if shown else ()
    return Publication(ends[0], ends[1], None, evidence)


def own_day(expressions: TimeExpressions, order: NumberOrder) -> Publication | None:
    """The day of a date line by number, in the order that other dates show."""
    for one in expressions:
        open_order = one.zone == "dateline" and needs(one.pattern) == "order"
        pattern = f"{one.pattern};{order.flag}" if open_order and order.is_one else ""
        value = resolve(pattern, Anchor(date.min)) if pattern else None
        days = days_of(value) if value else None
        if value and days:
            place = Offsets(one.span.start, one.span.end)
            fact = Fact(value, "inferred", place, "date_line")
            return Publication(days.first, days.last, fact, (one.span, *order.shown))
    return None


def infer_publication(expressions: TimeExpressions, years: YearAnchors) -> Publication | None:
    """Not before the latest day that is told as past; in its week where the words show that."""
    read = (e for e in expressions if e.zone in STORY | CAPTION)
    told = [(day, e) for e in read if (day := _past_day(e, years))]
    if not told:
        return None
    latest, shown = max(told, key=lambda pair: (pair[0], -pair[1].span.start))
    evidence, spans = Offsets(shown.span.start, shown.span.end), (shown.span,)
    week = [e for e in expressions if parse_pattern(e.pattern).base == "published+0W"]
    if week and weekday_says(shown.pattern) and shown.zone in STORY:
        end = _end_of_week(latest, week)
        value = interval_of(Days(latest, end))
        fact = Fact(value, "inferred", evidence, "latest_past_weekday")
        return Publication(latest, end, fact, spans)
    later = _later_stretch(expressions, latest)
    if later:
        first, shown = later
        evidence, spans = Offsets(shown.span.start, shown.span.end), (shown.span,)
        fact = Fact(f"{first.year}/..", "inferred", evidence, "latest_past_year")
        return Publication(date(first.year, 1, 1), None, fact, spans)
    fact = Fact(f"{latest.isoformat()}/..", "inferred", evidence, "latest_past_day")
    return Publication(latest, None, fact, spans)


def _later_stretch(
    expressions: TimeExpressions, latest: date
) -> tuple[date, TimeExpression] | None:
    """The latest month, year or decade after that day which is told as past, by its first day."""
    dates = (e for e in expressions if e.zone in STORY and (e.kind, e.anchor) == ("date", ""))
    past = (e for e in dates if "past" in parse_pattern(e.pattern).flags)
    told = [
        (days.first, e)
        for e in past
        if (days := days_of(e.timex_value or "")) and days.first.year > latest.year
    ]
    return max(told, key=lambda pair: (pair[0], -pair[1].span.start), default=None)


def _past_day(expression: TimeExpression, years: YearAnchors) -> date | None:
    """The day of an expression that tells what happened; None for plans and what is not a day."""
    past = "past" in parse_pattern(expression.pattern).flags or expression.zone == "caption"
    if not past or expression.precision != "day" or expression.anchor not in {"", "year"}:
        return None
    value = expression.timex_value
    if expression.anchor == "year":
        found = with_year(expression.pattern, years)
        value = found[0] if found else None
    days = days_of(value) if value else None
    return days.first if days else None


def _end_of_week(day: date, week: TimeExpressions) -> date:
    """The week's Sunday, or Saturday where something lies ahead *later this week*."""
    later = any("later" in parse_pattern(e.pattern).flags for e in week)
    ahead = 7 - day.isoweekday() - (1 if later else 0)
    return shift(day, max(ahead, 0), "D") or day
