"""Time expressions of one document, with their values as far as the document alone gives them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from generator.extract.time_expressions.clauses import Clauses
from generator.language.lexicons import Lexicon
from generator.model.annotations import DatedClause, TimeExpression
from generator.model.identifiers import short_hash, slug, with_ids
from generator.model.reading_order import SentenceFinder
from generator.model.text import Document, Offsets, Parse, Sentence, Span, Zone
from generator.model.zones import NEWS, RUNNING_TEXT
from generator.temporal import (
    Reading,
    find_readings,
    joins,
    needs,
    plain_edtf,
    plain_timex,
    precision_of,
    with_year_of,
)

OF_END = "ofend"
TODAY = "published+0D"
COUNTED = re.compile(r"P(\d{1,4}[DWMY])$")
"""Clock hours aside: they lead to the same day."""
FROM_NOW = "from_now"
EXACT = frozenset({"day", "day_and_month"})
"""How exact a date is that is one of a day."""


def find_time_expressions(
    document: Document, parse: Parse, *, lexicon: Lexicon
) -> tuple[TimeExpression, ...]:
    """The time expressions of `document` in reading order."""
    clauses = Clauses(document, parse, lexicon=lexicon)
    found = tuple(_expressions(document, clauses))
    return with_ids(found, (one.id for one in found))


def _expressions(document: Document, clauses: Clauses) -> Iterator[TimeExpression]:
    sentences = SentenceFinder(document.sentences)
    for zone in sorted(document.zones, key=lambda z: z.start):
        if zone.kind not in NEWS:
            continue
        done = zone.start
        readings = _readings(document, zone, clauses)
        for reading, whole in _stretches(document.text, readings, clauses.lexicon):
            if reading.start < done:
                continue
            sentence = sentences.last_from(reading.start)
            found = _expression(document, zone, reading, sentence, clauses, whole)
            done = found.span.end
            yield found


def _readings(document: Document, zone: Zone, clauses: Clauses) -> list[Reading]:
    found = find_readings(document.text, zone.start, zone.end, lexicon=clauses.lexicon)
    return [_when(one, clauses) for one in found if not clauses.is_no_date(one)]


def _when(one: Reading, clauses: Clauses) -> Reading:
    """*Will open in three days*: the day that is so far ahead, in place of a stretch."""
    counted = COUNTED.match(one.pattern)
    if counted is None or not clauses.lies_ahead(one):
        return one
    pattern = f"{TODAY};then +{counted[1]}"
    return msgspec.structs.replace(one, kind="date", pattern=pattern, rule=FROM_NOW)


def _stretches(
    text: str, readings: Sequence[Reading], lexicon: Lexicon
) -> Iterator[tuple[Reading, Offsets]]:
    """Each reading with its stretch: *between June* and *August 1998* are the ends of one."""
    joined: Offsets | None = None
    for one, other in pairwise((*readings, None)):
        if one is None:
            return
        ends = other is not None and joins(text, (one.start, one.end), other.start, lexicon=lexicon)
        if other is not None and ends:
            joined = Offsets(one.start, other.end)
            yield _with_year(one, other), joined
        else:
            yield one, joined or Offsets(one.start, one.end)
            joined = None


def _with_year(one: Reading, other: Reading) -> Reading:
    """A date without a year, with that of the date that it reaches to."""
    pattern = with_year_of(one.pattern, other.pattern)
    if pattern == one.pattern:
        return one
    return msgspec.structs.replace(one, pattern=f"{pattern};{OF_END}")


def _proof(span: Span, reading: Reading, whole: Offsets) -> tuple[Span, ...]:
    """The expression itself, and the other end of its stretch where the year comes from there."""
    borrowed = OF_END in reading.pattern.split(";")
    return (span, Span(span.document_id, span.end, whole.end)) if borrowed else (span,)


def _expression(
    document: Document,
    zone: Zone,
    reading: Reading,
    sentence: Sentence | None,
    clauses: Clauses,
    whole: Offsets,
) -> TimeExpression:
    end = clauses.end_of(reading)
    span = Span(document.id, reading.start, end)
    text = document.text[reading.start : end]
    if sentence and sentence.end <= reading.start:
        sentence = None
    words = document.text[sentence.start : sentence.end] if sentence else ""
    tense = clauses.tense_of(reading)
    if tense == "present":  # *the council meets on Friday*; a caption tells of its picture
        ahead = zone.kind in RUNNING_TEXT and not reading.pattern.startswith(TODAY)
        tense = "future" if ahead else ""
    stretch = whole.end > reading.end or whole.start < reading.start
    opens = "" if stretch else clauses.open_end(reading)
    pattern = ";".join(part for part in (reading.pattern, tense, opens) if part)
    clause = _clause(reading, whole, sentence, clauses)
    return TimeExpression(
        id=f"d-{slug(text)}-{short_hash(f'{text} {words}')}",
        span=span,
        text=text,
        kind=reading.kind,
        value=plain_edtf(pattern),
        timex_value=plain_timex(pattern),
        precision=precision_of(pattern),
        rule=reading.rule,
        evidence=_proof(span, reading, whole),
        clause=clause,
        sentence=sentence.id if sentence else "",
        zone=zone.kind,
        anchor=needs(pattern),
        pattern=pattern,
    )


def _clause(
    reading: Reading, whole: Offsets, sentence: Sentence | None, clauses: Clauses
) -> DatedClause | None:
    if reading.kind != "date":
        return None
    exact = precision_of(reading.pattern) in EXACT or reading.rule == "weekday"
    return clauses.clause_of(whole, sentence, exact=exact)
