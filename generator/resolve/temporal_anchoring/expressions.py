"""A document's time expressions, in reading order: each gets its value, or why it has none."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.i18n.catalogue import JOINT, words_in_data
from generator.language.lexicons import Lexicon, lexicon_of_corpus
from generator.model.annotations import TimeExpression, TimeExpressions
from generator.model.corpus import DatedExpression, SpanRow
from generator.model.rules import AnchorRule
from generator.model.text import Document, Offsets
from generator.model.zones import RUNNING_TEXT
from generator.resolve.temporal_anchoring.anchors import value_of, without_value
from generator.resolve.temporal_anchoring.context import Value, begin_context, next_context
from generator.resolve.temporal_anchoring.events import (
    DatedSentence,
    date_of_event,
    dated_sentences,
)
from generator.resolve.temporal_anchoring.orders import NumberOrder
from generator.resolve.temporal_anchoring.publication import Publication
from generator.resolve.temporal_anchoring.years import YearAnchors
from generator.temporal import (
    Anchor,
    days_of,
    days_of_edtf,
    edtf_of,
    parse_pattern,
    resolve,
    says_year,
)

FISCAL = "fiscal_year"
"""Begins and ends in two years of the calendar, and each body has its own."""
LONGEST = frozenset({"decade", "century"})
LONG = frozenset({"quarter", "season", "year"})
"""How exact a date is that is no day to which something is planned, once it has begun."""
AHEAD = frozenset({"future", "later"})
"""Flags of what is still to come."""


def resolve_expressions(
    document: Document,
    expressions: TimeExpressions,
    publication: Publication | None,
    years: YearAnchors,
    order: NumberOrder,
) -> tuple[DatedExpression, ...]:
    """The values of all expressions; those that hang on an event after all others."""
    values = list(_in_order(expressions, publication, years, order))
    lexicon = lexicon_of_corpus([document.language])
    dated = dated_sentences(document, expressions, values, lexicon=lexicon)
    told = [v.timex for e, v in zip(expressions, values, strict=True) if v.timex and _is_told(e)]
    latest = max((days.last for timex in told if (days := days_of(timex))), default=None)
    for i, one in enumerate(expressions):
        if one.anchor == "event":
            values[i] = _beside_event(one, dated, lexicon=lexicon)
        elif "aftermath" in parse_pattern(one.pattern).flags:
            values[i] = _aftermath(values[i], latest)
    return tuple(
        _row(document, e, v, publication) for e, v in zip(expressions, values, strict=True)
    )


def _in_order(
    expressions: TimeExpressions,
    publication: Publication | None,
    years: YearAnchors,
    order: NumberOrder,
) -> Iterator[Value]:
    context = begin_context(expressions, publication, years, order)
    for one in expressions:
        value = value_of(one, publication, years, context)
        yield value
        context = next_context(context, one, value, publication)


def _beside_event(
    one: TimeExpression, dated: Sequence[DatedSentence], *, lexicon: Lexicon
) -> Value:
    """*The day before the summit*, counted from the day that the summit has elsewhere."""
    found = date_of_event(one, dated, lexicon=lexicon)
    if found is None:
        return without_value(one, "no_event")
    day, spans = found
    seen: tuple[AnchorRule, ...] = ("named_event",)
    flags = parse_pattern(one.pattern).flags
    if "until" in flags:
        return Value(None, f"../{day.isoformat()}", seen, "low", spans)
    if "since" in flags:
        return Value(None, f"{day.isoformat()}/..", seen, "low", spans)
    timex = resolve(one.pattern, Anchor(day, event=day))
    return Value(timex, edtf_of(timex) if timex else None, seen, "inferred", spans)


def _aftermath(value: Value, latest: date | None) -> Value:
    """*Shortly afterward*: after the date before it, and not after the last day that is told."""
    after = days_of(value.timex) if value.timex else None
    if after is None:
        return value
    end = latest.isoformat() if latest and latest > after.first else ".."
    between = f"{after.first.isoformat()}/{end}"
    return Value(None, between, ("after_date_before",), "low", value.evidence)


def _row(
    document: Document, one: TimeExpression, value: Value, publication: Publication | None
) -> DatedExpression:
    seen = (words_in_data("anchoring", rule) for rule in value.seen_from)
    return DatedExpression(
        id=one.id,
        document=document.id,
        start=one.span.start,
        end=one.span.end,
        text=one.text,
        value=_with_open_end(one, value.edtf),
        timex_value=value.timex or one.timex_value,
        precision=one.precision,
        rule=one.rule,
        why=JOINT.join((words_in_data("dates", one.rule), *seen)),
        evidence=tuple(SpanRow(s.document_id, s.start, s.end) for s in value.evidence),
        confidence=value.confidence,
        event=Offsets(one.clause.start, one.clause.end) if one.clause else None,
        clause=one.clause,
        in_timeline=_in_timeline(one, value, publication),
        sentence=one.sentence,
        unresolved=words_in_data("undated", value.unresolved) if value.unresolved else None,
        planned=_is_planned(one, value, publication),
        seen_from=value.seen_from,
        unresolved_reason=value.unresolved,
    )


def _is_planned(one: TimeExpression, value: Value, publication: Publication | None) -> bool:
    """Told as still to come: in words of the future, or on a day after the document's own.

    What lies before the document's own date is over, whatever the words: *planned in the 1920s*.
    """
    first, last = (days_of_edtf(value.edtf) if value.edtf else None) or (None, None)
    if value.edtf is None or (publication and last and last < publication.first):
        return False
    if publication and publication.last and first and first > publication.last:
        return True
    return bool(AHEAD & parse_pattern(one.pattern).flags)


def _with_open_end(one: TimeExpression, edtf: str | None) -> str | None:
    """*Since Sunday* begins on that day and goes on, *until 2027* ends then."""
    flags = parse_pattern(one.pattern).flags
    if edtf is None or "/" in edtf or one.kind != "date" or not flags & {"onward", "upto"}:
        return edtf
    return f"{edtf}/.." if "onward" in flags else f"../{edtf}"


def _in_timeline(one: TimeExpression, value: Value, publication: Publication | None) -> bool:
    """A date with a clause of running text; a decade, or a clock time alone, dates none."""
    dated = value.edtf is not None and one.kind == "date" and one.precision not in LONGEST
    told = dated and one.clause is not None and one.zone in RUNNING_TEXT and one.rule != FISCAL
    return told and not _is_year_guessed(one, value) and _happens(one, value, publication)


def _is_year_guessed(one: TimeExpression, value: Value) -> bool:
    """*An advantage in November*: no tense tells which; or one full date of another story does."""
    if value.confidence == "low" and "year_in_file" in value.seen_from:
        return True
    month = one.precision == "month" and "year_near_own_date" in value.seen_from
    return month and not says_year(parse_pattern(one.pattern))


def _happens(one: TimeExpression, value: Value, publication: Publication | None) -> bool:
    """How things are happens on no day: *Acme makes cars in Oslo in 2016*.

    In the present what is planned is told, in the perfect what is not over: *has met this week*;
    with *on Sunday* beside it another event is dated.
    """
    tense = one.clause.tense if one.clause else ""
    first, last = (days_of_edtf(value.edtf) if value.edtf else None) or (None, None)
    begun = publication is not None and first is not None and first <= publication.first
    if tense == "present":  # *is painting the ferry this year* has begun
        return _is_planned(one, value, publication) and not (begun and one.precision in LONG)
    ahead = publication and publication.last and first and first > publication.last
    if ahead and "past" in parse_pattern(one.pattern).flags:
        return False  # *noticed this weekend*, written on Monday
    if tense != "perfect":
        return True  # no definite time goes with the present perfect: *has spoken to the BBC*
    return (
        publication is not None
        and not (last and last < publication.first)
        and not (first and publication.last and first > publication.last)
    )


def _is_told(one: TimeExpression) -> bool:
    """A day of the story that the text tells as past."""
    past = "past" in parse_pattern(one.pattern).flags
    return past and one.zone != "caption" and one.precision == "day"
