"""On what grounds an expression has its value: its own words, a year, a date of publication, …."""

from collections.abc import Sequence
from datetime import date

import msgspec

from generator.model.annotations import TimeExpression
from generator.model.corpus import Confidence
from generator.resolve.temporal_anchoring.context import LONG_BEFORE, Context, Value
from generator.resolve.temporal_anchoring.publication import Publication
from generator.resolve.temporal_anchoring.years import ONE_WEEK, YearAnchor, with_year
from generator.temporal import (
    Anchor,
    Days,
    candidates,
    days_of,
    edtf_of,
    interval_of,
    needs,
    parse_pattern,
    resolve,
    shift,
    weekday_says,
)

YEAR_OF_END = "year of the date that it reaches to"
NO_YEAR = "no year in this document nor in a related one"
TWO_YEARS = "the related documents give different years"
NO_PUBLICATION = "the document's own date is not known to the day"
NO_CONTEXT = "no date before it to count from"
NO_EVENT = "the event that it counts from has no date in this document"
VAGUE = "the words do not say when"
TWO_ORDERS = "day and month may stand in either order"
SAME_ORDER = "day and month in the order of the other dates by number"
NO_SUCH_DAY = "there is no such day"
NEAR = 500
"""Characters; within them a comparison is with the quarter last reported on."""
ANY_DAY = date(1, 1, 1)
"""Handed over where only the context counts."""


def value_of(
    one: TimeExpression,
    publication: Publication | None,
    years: Sequence[YearAnchor],
    context: Context,
) -> Value:
    """The value of one expression, from what it needs; events are looked up later."""
    need = "" if one.kind == "set" else needs(one.pattern)
    if need == "":
        return _said(one)
    if need == "order":
        return _in_order(one, years, context)
    if need == "year":
        return _in_story_year(one, years, context) or _with_year(one, years, context)
    if need == "published":
        return _a_year_before(one, context) or _from_publication(one, publication, context)
    if need == "context":
        return _from_context(one, publication, context)
    return without_value(one, NO_EVENT)


def without_value(one: TimeExpression, reason: str) -> Value:
    """An expression that stays open, with what its words give, and why."""
    return Value(one.timex_value, None, "", "low", (), reason)


def _said(one: TimeExpression) -> Value:
    """All is in the words; a reference such as *now* has no value."""
    if one.kind in {"duration", "set"}:
        return Value(one.timex_value, None, "", "explicit", (one.span,))
    if one.value is None:
        return without_value(one, VAGUE)
    says, days = weekday_says(one.pattern), days_of(one.timex_value or "")
    if says is None or days is None:
        sure: Confidence = "explicit" if len(one.evidence) == 1 else "inferred"
        how = YEAR_OF_END if "ofend" in parse_pattern(one.pattern).flags else ""
        return Value(one.timex_value, one.value, how, sure, one.evidence)
    how, confidence = _compared(one.pattern, days)
    return Value(one.timex_value, one.value, how, confidence, (one.span,))


def _in_order(one: TimeExpression, years: Sequence[YearAnchor], context: Context) -> Value:
    """*04/05/2025*: in the order of the document's other dates by number, or open."""
    alone = resolve(one.pattern, Anchor(ANY_DAY))
    shown = f"{one.pattern};{context.order}" if context.order and not alone else ""
    timex = alone or (resolve(shown, Anchor(ANY_DAY)) if shown else None)
    if timex is None:
        return without_value(one, TWO_ORDERS)
    if needs(timex) == "year":  # *4/5/25*, which does not say its century either
        return _with_year(msgspec.structs.replace(one, pattern=timex), years, context)
    if alone:
        return Value(timex, timex, "", "explicit", (one.span,))
    return Value(timex, timex, SAME_ORDER, "inferred", context.order_shown)


def _compared(pattern: str, days: Days) -> tuple[str, Confidence]:
    """What the weekday that the text gives beside a date says of it."""
    if days.first.isoweekday() == weekday_says(pattern):
        return "weekday agrees", "verified"
    return "the weekday beside it does not agree", "low"


def _with_year(one: TimeExpression, years: Sequence[YearAnchor], context: Context) -> Value:
    found = with_year(one.pattern, years, context.value)
    if found is None:
        several = TWO_YEARS if len(years) > 1 else NO_SUCH_DAY
        return without_value(one, several if years else NO_YEAR)
    timex, anchor = found
    how, days = anchor.rule, days_of(timex)
    confidence: Confidence = "inferred" if anchor.sure else "low"
    if days and weekday_says(one.pattern):
        checked, confidence = _compared(one.pattern, days)
        how = f"{how}; {checked}"
    return Value(timex, edtf_of(timex), how, confidence, anchor.evidence)


def _in_story_year(
    one: TimeExpression, years: Sequence[YearAnchor], context: Context
) -> Value | None:
    """In a text about the past a date takes the year stated before it: *in 1832 … on 30 May*."""
    stated = context.stated
    if not context.history or stated is None or "recent" in one.pattern:
        return None
    own = max((a.day.year for a in years), default=stated.year)
    if own - stated.year < LONG_BEFORE:
        return None
    parsed = parse_pattern(one.pattern)
    found = candidates(parsed.base, range(stated.year, stated.year + 1), parsed.steps)
    if not found:
        return None
    how = "year stated before it, in a text about the past"
    return Value(found[0], edtf_of(found[0]), how, "inferred", (stated.span,))


def _a_year_before(one: TimeExpression, context: Context) -> Value | None:
    """*A year ago*, said of a quarter's figures, is that quarter a year before."""
    near = one.span.start - context.quarter_at < NEAR
    if one.rule != "ago" or parse_pattern(one.pattern).base != "published-1Y" or not near:
        return None
    timex = resolve("context-1Y", Anchor(ANY_DAY, context.quarter)) if context.quarter else None
    if timex is None:
        return None
    how = "counted from the quarter before it"
    return Value(timex, edtf_of(timex), how, "inferred", (one.span,))


def _from_publication(
    one: TimeExpression, publication: Publication | None, context: Context
) -> Value:
    """Seen from the first and the last day on which the document may have been published."""
    if publication is None or publication.last is None or one.precision == "vague":
        return without_value(one, VAGUE if one.precision == "vague" else NO_PUBLICATION)
    first = resolve(one.pattern, Anchor(publication.first, context.value))
    last = resolve(one.pattern, Anchor(publication.last, context.value))
    begin, end = days_of(first or ""), days_of(last or "")
    if first is None or begin is None or end is None:
        return without_value(one, VAGUE)
    if first != last and publication.last - publication.first > ONE_WEEK:
        return without_value(one, NO_PUBLICATION)
    stated = publication.fact is None
    how = f"seen from the {'document’s own' if stated else 'inferred'} date"
    timex = first if first == last else None
    edtf = edtf_of(first) if timex else interval_of(Days(begin.first, end.last))
    narrowed = _rest_of_week(one.pattern, publication, begin)
    confidence: Confidence = "inferred" if stated else "low"
    return Value(timex, narrowed or edtf, how, confidence, publication.evidence)


def _rest_of_week(pattern: str, publication: Publication, week: Days) -> str | None:
    """*Later this week* is after the day of publication, *earlier this week* before it."""
    parsed = parse_pattern(pattern)
    if parsed.base != "published+0W":
        return None
    tomorrow = shift(publication.first, 1, "D")
    yesterday = shift(publication.last or publication.first, -1, "D")
    if "later" in parsed.flags and tomorrow and tomorrow <= week.last:
        return interval_of(Days(tomorrow, week.last))
    if "earlier" in parsed.flags and yesterday and week.first <= yesterday:
        return interval_of(Days(week.first, yesterday))
    return None


def _beside_publication(one: TimeExpression, publication: Publication) -> Value:
    """*The previous week*, with no date before it, is the one before the document's own."""
    timex = resolve(one.pattern, Anchor(publication.first, publication.first.isoformat()))
    how = "seen from the document’s own date"
    if timex is None:
        return without_value(one, VAGUE)
    return Value(timex, edtf_of(timex), how, "low", publication.evidence)


def _from_context(one: TimeExpression, publication: Publication | None, context: Context) -> Value:
    """Counted from the date before it, or from the quarter that is reported on."""
    flags = parse_pattern(one.pattern).flags
    reported = bool(flags & {"period", "own"}) or "-1Y" in one.pattern
    value = (context.quarter if reported else None) or context.value
    if value is None and "near" in flags and publication and publication.last == publication.first:
        return _beside_publication(one, publication)
    if value is None and (publication is None or "own" not in flags):
        return without_value(one, NO_CONTEXT)
    timex = resolve(one.pattern, Anchor(publication.first if publication else ANY_DAY, value))
    if timex is None:
        return without_value(one, VAGUE)
    evidence = (context.span,) if context.span else ()
    return Value(timex, edtf_of(timex), "counted from the date before it", "inferred", evidence)
