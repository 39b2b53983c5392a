"""One document's time expressions, in reading order: each gets its value, or the reason for none."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec
from msgspec import Struct

from generator.calendar import (
    Anchor,
    Days,
    candidates,
    days_of,
    edtf_of,
    interval_of,
    needs,
    parse_pattern,
    resolve,
    unit_of,
    weekday_says,
)
from generator.model.annotations import TimeExpression
from generator.model.corpus import Confidence, DatedExpression, SpanRow
from generator.model.text import Document, Span
from generator.resolve.dating.events import date_of_event
from generator.resolve.dating.places import is_of_story, is_told
from generator.resolve.dating.publication import Publication
from generator.resolve.dating.years import YearAnchor, with_year

NO_YEAR = "no year in this document nor in a related one"
TWO_YEARS = "the related documents give different years"
NO_PUBLICATION = "the document's own date is not known"
NO_CONTEXT = "no date before it to count from"
NO_EVENT = "the event that it counts from has no date in this document"
NEAR = 500
"""Characters; within them a comparison is with the quarter last reported on."""
LONG_BEFORE = 2
"""Years before the document's own that make a story one of the past."""
HISTORY_YEARS = 4
"""Stated years that make a document one about the past, where they are most of those it states."""
VAGUE = "the words do not say when"
NO_SUCH_DAY = "there is no such day"


class Value(Struct, frozen=True):
    """What an expression comes to: TIMEX3, EDTF, and on what grounds."""

    timex: str | None
    edtf: str | None
    how: str
    confidence: Confidence
    evidence: tuple[Span, ...]
    unresolved: str | None = None


class Context(Struct, frozen=True):
    """What was dated before, for *a year earlier* and *the following day*."""

    value: str | None = None
    span: Span | None = None
    quarter: str | None = None
    """The quarter that the document reports on, not one that it is compared with."""
    quarter_at: int = -1
    year: int = 0
    """The year last stated in full."""
    year_at: int = -1
    year_span: Span | None = None
    history: bool = False
    """The document tells of years long before its own date."""


def resolve_expressions(
    document: Document,
    expressions: Sequence[TimeExpression],
    publication: Publication | None,
    years: Sequence[YearAnchor],
) -> tuple[DatedExpression, ...]:
    """The values of all expressions; those that hang on an event after all others."""
    values = list(_in_order(expressions, publication, years))
    for i, one in enumerate(expressions):
        if one.anchor == "event":
            values[i] = _beside_event(document, one, expressions, values)
        elif "aftermath" in one.pattern:
            values[i] = _aftermath(values[i], expressions, values)
    return tuple(_row(document, e, v) for e, v in zip(expressions, values, strict=True))


def _in_order(
    expressions: Sequence[TimeExpression],
    publication: Publication | None,
    years: Sequence[YearAnchor],
) -> Iterator[Value]:
    context = Context(history=_is_history(expressions, publication, years))
    for one in expressions:
        value = _value(one, publication, years, context)
        yield value
        context = _next_context(context, one, value, publication)


def _next_context(
    context: Context, one: TimeExpression, value: Value, publication: Publication | None
) -> Context:
    size = unit_of(value.timex) if value.timex and one.kind in {"date", "time"} else None
    if size is None:
        return context
    compared = "yearbefore" in one.pattern or "context-" in one.pattern or "-1Y" in one.pattern
    days = days_of(value.timex) if value.timex else None
    running = days and publication and days.last > publication.first
    if size in {"Q", "H"} and not compared and not running:
        context = msgspec.structs.replace(context, quarter=value.timex, quarter_at=one.span.start)
    if one.anchor == "" and days and size in {"D", "M", "Y", "Q", "S"}:
        stated = {"year": days.first.year, "year_at": one.span.start, "year_span": one.span}
        context = msgspec.structs.replace(context, **stated)
    return msgspec.structs.replace(context, value=value.timex, span=one.span)


def _is_history(
    expressions: Sequence[TimeExpression],
    publication: Publication | None,
    years: Sequence[YearAnchor],
) -> bool:
    """Whether most of the stated years lie well before the document's own, and nothing is news:
    no weekday, no *yesterday*, no *last week*."""
    if any(e.anchor == "published" and e.precision in {"day", "week"} for e in expressions):
        return False
    stated = [
        d.first.year for e in expressions if e.anchor == "" and (d := days_of(e.timex_value or ""))
    ]
    own = publication.first.year if publication else max((a.day.year for a in years), default=0)
    old = [year for year in stated if own - year >= LONG_BEFORE]
    return len(old) >= HISTORY_YEARS and len(old) * 2 > len(stated)


def _a_year_before(one: TimeExpression, context: Context) -> Value | None:
    """*A year ago*, said of a quarter's figures, is that quarter a year before."""
    near = one.span.start - context.quarter_at < NEAR
    if (
        one.rule != "ago"
        or parse_pattern(one.pattern).base != "published-1Y"
        or not (near and context.quarter)
    ):
        return None
    timex = resolve("context-1Y", Anchor(date(1, 1, 1), context.quarter))
    return (
        Value(timex, edtf_of(timex), "counted from the quarter before it", "inferred", (one.span,))
        if timex
        else None
    )


def _value(
    one: TimeExpression,
    publication: Publication | None,
    years: Sequence[YearAnchor],
    context: Context,
) -> Value:
    need = needs(one.pattern)
    if need == "" or one.kind == "set":
        return _said(one)
    if need == "year":
        return _with_year(one, years, context)
    if need == "published":
        return _a_year_before(one, context) or _from_publication(one, publication, context)
    if need == "context":
        return _from_context(one, publication, context)
    return Value(None, None, "", "low", (), NO_EVENT)


def _said(one: TimeExpression) -> Value:
    """All is in the words; a reference such as *now* has no value."""
    edtf = one.value
    if one.kind in {"duration", "set"}:
        return Value(one.timex_value, None, "", "explicit", (one.span,))
    if edtf is None:
        return Value(one.timex_value, None, "", "low", (), VAGUE)
    says, days = weekday_says(one.pattern), days_of(one.timex_value or "")
    if says and days and days.first.isoweekday() != says:
        return Value(one.timex_value, edtf, "the weekday does not agree", "low", (one.span,))
    confidence: Confidence = "verified" if says else "explicit"
    return Value(one.timex_value, edtf, "weekday agrees" if says else "", confidence, (one.span,))


def _with_year(one: TimeExpression, years: Sequence[YearAnchor], context: Context) -> Value:
    told = _in_story_year(one, years, context)
    if told:
        return told
    found = with_year(one.pattern, years, context.value)
    if found is None:
        reason = NO_YEAR if not years else (TWO_YEARS if len(years) > 1 else NO_SUCH_DAY)
        return Value(one.timex_value, None, "", "low", (), reason)
    timex, anchor = found
    verified = weekday_says(one.pattern) is not None
    how = anchor.rule + ("; weekday agrees" if verified else "")
    return Value(
        timex, edtf_of(timex), how, "verified" if verified else "inferred", anchor.evidence
    )


def _in_story_year(
    one: TimeExpression, years: Sequence[YearAnchor], context: Context
) -> Value | None:
    """In a text about the past a date takes the year stated before it: *in 1832 … on 30 May*."""
    own = max((a.day.year for a in years), default=context.year)
    if (
        not context.year
        or not context.history
        or own - context.year < LONG_BEFORE
        or context.year_span is None
    ):
        return None
    found = candidates(parse_pattern(one.pattern).base, range(context.year, context.year + 1))
    if not found or "recent" in one.pattern:
        return None
    how = "year of the date before it"
    return Value(found[0], edtf_of(found[0]), how, "inferred", (context.year_span,))


def _from_publication(
    one: TimeExpression, publication: Publication | None, context: Context
) -> Value:
    if publication is None or publication.last is None:
        return Value(one.timex_value, None, "", "low", (), NO_PUBLICATION)
    ends = [
        resolve(one.pattern, Anchor(day, context.value))
        for day in (publication.first, publication.last)
    ]
    days = [days_of(end) for end in ends if end]
    first, last = (days[0], days[-1]) if days else (None, None)
    if len(days) < 2 or first is None or last is None:
        return Value(one.timex_value, None, "", "low", (), VAGUE)
    rule = (
        "seen from the document's own date"
        if publication.fact is None
        else "seen from the inferred date of publication"
    )
    confidence: Confidence = "inferred" if publication.fact is None else "low"
    evidence = publication.evidence
    timex = ends[0] if ends[0] == ends[1] else None
    edtf = edtf_of(timex) if timex else interval_of(Days(first.first, last.last))
    narrowed = _rest_of_week(one.pattern, publication, first)
    return Value(timex, narrowed or edtf, rule, confidence, evidence)


def _rest_of_week(pattern: str, publication: Publication, week: Days) -> str | None:
    """*Later this week* is after the day of publication, *earlier this week* before it."""
    parsed = parse_pattern(pattern)
    if parsed.base != "published+0W":
        return None
    tomorrow = publication.first + timedelta(days=1)
    yesterday = (publication.last or publication.first) - timedelta(days=1)
    if "later" in parsed.flags and tomorrow <= week.last:
        return interval_of(Days(tomorrow, week.last))
    if "earlier" in parsed.flags and week.first <= yesterday:
        return interval_of(Days(week.first, yesterday))
    return None


def _from_context(one: TimeExpression, publication: Publication | None, context: Context) -> Value:
    day = publication.first if publication else date(1, 1, 1)
    value = context.value
    flags = parse_pattern(one.pattern).flags
    if flags & {"period", "own"} or "-1Y" in one.pattern:
        value = context.quarter or value
    timex = resolve(one.pattern, Anchor(day, value))
    if timex is None or (value is None and publication is None):
        return Value(
            one.timex_value, None, "", "low", (), NO_CONTEXT if "X" not in one.pattern else VAGUE
        )
    evidence = (context.span,) if context.span else ()
    return Value(timex, edtf_of(timex), "counted from the date before it", "inferred", evidence)


def _beside_event(
    document: Document,
    one: TimeExpression,
    expressions: Sequence[TimeExpression],
    values: Sequence[Value],
) -> Value:
    dated = [
        (e, v.timex) for e, v in zip(expressions, values, strict=True) if e is not one and v.timex
    ]
    found = date_of_event(document, one, dated)
    if found is None:
        return Value(None, None, "", "low", (), NO_EVENT)
    day, spans = found
    how = "counted from the event that it names"
    timex = resolve(one.pattern, Anchor(day, event=day))
    flags = parse_pattern(one.pattern).flags
    if flags & {"until", "since"}:
        open_end = f"../{day.isoformat()}" if "until" in flags else f"{day.isoformat()}/.."
        return Value(None, open_end, how, "low", spans)
    return Value(timex, edtf_of(timex) if timex else None, how, "inferred", spans)


def _aftermath(
    value: Value, expressions: Sequence[TimeExpression], values: Sequence[Value]
) -> Value:
    """*Shortly afterward*: after the date before it, and not after the last day that is told."""
    after = days_of(value.timex) if value.timex else None
    if after is None:
        return value
    told = [
        d.last
        for e, v in zip(expressions, values, strict=True)
        if v.timex and is_told(e) and (d := days_of(v.timex))
    ]
    latest = max(told, default=after.first)
    end = latest.isoformat() if latest > after.first else ".."
    how = "after the date before it, and not after the last day told"
    return Value(None, f"{after.first.isoformat()}/{end}", how, "low", value.evidence)


def _row(document: Document, one: TimeExpression, value: Value) -> DatedExpression:
    rule = "; ".join(part for part in (one.rule, value.how) if part)
    return DatedExpression(
        id=one.id,
        document=document.id,
        start=one.span.start,
        end=one.span.end,
        text=one.text,
        value=value.edtf,
        timex_value=value.timex or one.timex_value,
        precision=one.precision,
        rule=rule,
        evidence=tuple(SpanRow(s.document_id, s.start, s.end) for s in value.evidence),
        confidence=value.confidence,
        event=one.event,
        in_timeline=_in_timeline(document, one, value),
        sentence=one.sentence,
        unresolved=value.unresolved,
        planned=value.edtf is not None and bool(_AHEAD & parse_pattern(one.pattern).flags),
    )


_AHEAD = frozenset({"future", "later"})


def _in_timeline(document: Document, one: TimeExpression, value: Value) -> bool:
    return (
        value.edtf is not None
        and one.kind == "date"
        and one.event is not None
        and is_of_story(document, one)
    )
