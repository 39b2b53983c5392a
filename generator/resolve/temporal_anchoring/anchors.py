"""On what grounds an expression has its value: its own words, a year, a date of publication, …."""

from datetime import date, timedelta

import msgspec

from generator.language.weights import load_count
from generator.model.annotations import TimeExpression
from generator.model.corpus import Confidence
from generator.model.rules import AnchorRule, UndatedReason
from generator.resolve.temporal_anchoring.context import LONG_BEFORE, Context, Value
from generator.resolve.temporal_anchoring.publication import Publication
from generator.resolve.temporal_anchoring.years import ONE_WEEK, YearAnchors, with_year
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

NEAR = load_count("anchors.near")
"""Characters; within them a comparison is with the quarter last reported on."""
FRESH = timedelta(days=21)
"""How long before a document's own day a day without a year is its news, and no day of the past."""
BESIDE = load_count("anchors.beside")
"""Characters; within them a stated year is that of a day behind it, whenever that is told."""
ANY_DAY = date(1, 1, 1)
"""Handed over where only the context counts."""


def value_of(
    one: TimeExpression, publication: Publication | None, years: YearAnchors, context: Context
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
    return without_value(one, "no_event")


def without_value(one: TimeExpression, reason: UndatedReason) -> Value:
    """An expression that stays open, with what its words give, and why."""
    return Value(one.timex_value, None, (), "low", (), reason)


def _said(one: TimeExpression) -> Value:
    """All is in the words; a reference such as *now* has no value."""
    if one.kind in {"duration", "set"}:
        return Value(one.timex_value, None, (), "explicit", (one.span,))
    if one.value is None:
        return without_value(one, "vague")
    says, days = weekday_says(one.pattern), days_of(one.timex_value or "")
    if says is None or days is None:
        sure: Confidence = "explicit" if len(one.evidence) == 1 else "inferred"
        reaching = "ofend" in parse_pattern(one.pattern).flags
        seen: tuple[AnchorRule, ...] = ("year_of_end",) if reaching else ()
        return Value(one.timex_value, one.value, seen, sure, one.evidence)
    compared, confidence = _compared(one.pattern, days)
    return Value(one.timex_value, one.value, (compared,), confidence, (one.span,))


def _in_order(one: TimeExpression, years: YearAnchors, context: Context) -> Value:
    """*04/05/2025*: in the order that its weekday or other dates by number show, or open."""
    order = context.order
    alone = resolve(one.pattern, Anchor(ANY_DAY))
    shown = f"{one.pattern};{order.flag}" if order.is_one and not alone else ""
    timex = alone or (resolve(shown, Anchor(ANY_DAY)) if shown else None)
    if timex is None:
        return without_value(one, "two_orders")
    if needs(timex) == "year":  # *4/5/25*, which does not say its century either
        return _with_year(msgspec.structs.replace(one, pattern=timex), years, context)
    seen: tuple[AnchorRule, ...] = () if alone else (order.rule,)
    sure: Confidence = "explicit" if alone else "inferred"
    days = days_of(timex)
    if days and weekday_says(one.pattern):
        compared, sure = _compared(one.pattern, days)
        seen = (*seen, compared)
    return Value(timex, timex, seen, sure, (one.span,) if alone else order.shown)


def _compared(pattern: str, days: Days) -> tuple[AnchorRule, Confidence]:
    """What the weekday that the text gives beside a date says of it."""
    if days.first.isoweekday() == weekday_says(pattern):
        return "weekday_agrees", "verified"
    return "weekday_disagrees", "low"


def _with_year(one: TimeExpression, years: YearAnchors, context: Context) -> Value:
    found = with_year(one.pattern, years, context.value)
    if found is None:
        several: UndatedReason = "two_years" if len(years) > 1 else "no_such_day"
        return without_value(one, several if years else "no_year")
    timex, anchor = found
    seen, days = (anchor.rule,), days_of(timex)
    confidence: Confidence = "inferred" if anchor.sure else "low"
    if days and weekday_says(one.pattern):
        checked, confidence = _compared(one.pattern, days)
        return Value(timex, edtf_of(timex), (*seen, checked), confidence, anchor.evidence)
    return Value(timex, edtf_of(timex), seen, confidence, anchor.evidence)


def _in_story_year(one: TimeExpression, years: YearAnchors, context: Context) -> Value | None:
    """In a text about the past a date takes the year stated before it: *in 1832 … on 30 May*."""
    stated = context.stated
    if not context.history or stated is None or "recent" in one.pattern:
        return None
    own = max((a.day for a in years), default=ANY_DAY)
    parsed = parse_pattern(one.pattern)
    news = candidates(parsed.base, range(own.year, own.year + 1), parsed.steps)
    near = days_of(news[0]) if news else None
    fresh = near is not None and timedelta(0) <= own - near.first <= FRESH
    fresh = fresh and one.span.start - stated.span.end > BESIDE  # *in 1944 … on June 6*
    if own.year - stated.year < LONG_BEFORE or fresh:
        return None  # *on July 8*, in a life told on July 13
    found = candidates(parsed.base, range(stated.year, stated.year + 1), parsed.steps)
    if not found:
        return None
    value = edtf_of(found[0])
    return Value(found[0], value, ("year_stated_before",), "inferred", (stated.span,))


def _a_year_before(one: TimeExpression, context: Context) -> Value | None:
    """*A year ago*, said of a quarter's figures, is that quarter a year before."""
    near = one.span.start - context.quarter_at < NEAR
    if one.rule != "ago" or parse_pattern(one.pattern).base != "published-1Y" or not near:
        return None
    timex = resolve("context-1Y", Anchor(ANY_DAY, context.quarter)) if context.quarter else None
    if timex is None:
        return None
    return Value(timex, edtf_of(timex), ("quarter_before",), "inferred", (one.span,))


def _from_publication(
    one: TimeExpression, publication: Publication | None, context: Context
) -> Value:
    """Seen from the first and the last day on which the document may have been published."""
    if publication is None or publication.last is None or one.precision == "vague":
        return without_value(one, "vague" if one.precision == "vague" else "no_publication")
    first = resolve(one.pattern, Anchor(publication.first, context.value))
    last = resolve(one.pattern, Anchor(publication.last, context.value))
    begin, end = days_of(first or ""), days_of(last or "")
    if first is None or begin is None or end is None:
        return without_value(one, "vague")
    if first != last and publication.last - publication.first > ONE_WEEK:
        return without_value(one, "no_publication")
    stated = publication.fact is None
    seen: AnchorRule = "own_date" if stated else "inferred_date"
    timex = first if first == last else None
    edtf = edtf_of(first) if timex else interval_of(Days(begin.first, end.last))
    narrowed = _rest_of_week(one.pattern, publication, begin)
    confidence: Confidence = "inferred" if stated else "low"
    return Value(timex, narrowed or edtf, (seen,), confidence, publication.evidence)


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


def _from_context(one: TimeExpression, publication: Publication | None, context: Context) -> Value:
    """Counted from the date before it, or from the quarter that is reported on."""
    flags = parse_pattern(one.pattern).flags
    reported = bool(flags & {"period", "own"}) or "-1Y" in one.pattern
    value = (context.quarter if reported else None) or context.value
    if value is None and (publication is None or "own" not in flags):
        return without_value(one, "no_context")
    timex = resolve(one.pattern, Anchor(publication.first if publication else ANY_DAY, value))
    days = days_of(timex) if timex else None
    last = publication.last if publication else None
    ahead = days is not None and last is not None and days.first > last
    if timex is None or (ahead and "future" not in flags):  # *150 years later*: not from that date
        return without_value(one, "vague")
    evidence = (context.span,) if context.span else ()
    return Value(timex, edtf_of(timex), ("date_before",), "inferred", evidence)
