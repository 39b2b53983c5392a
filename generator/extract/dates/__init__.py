"""Time expressions of one document, with their values as far as the document alone gives them."""

from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from generator.calendar import Reading, find_readings, needs, plain_edtf, plain_timex, precision_of
from generator.extract.dates.clauses import Clauses
from generator.identifiers import number_repeats, short_hash, slug
from generator.lexicons import Lexicon
from generator.model.annotations import TimeExpression
from generator.model.text import Document, Parse, Sentence, Span, Zone

DATED_ZONES = frozenset({"headline", "standfirst", "caption", "subhead", "dateline", "body"})
"""Boilerplate, credits and front matter tell nothing; the dates of a biography are no news."""


def find_time_expressions(
    document: Document, parse: Parse, *, lexicon: Lexicon | None
) -> tuple[TimeExpression, ...]:
    """The time expressions of `document` in reading order; none without a lexicon."""
    if lexicon is None:
        return ()
    clauses = Clauses(document, parse, lexicon=lexicon)
    found = tuple(_expressions(document, clauses))
    ids = number_repeats(one.id for one in found)
    return tuple(msgspec.structs.replace(one, id=i) for one, i in zip(found, ids, strict=True))


def _expressions(document: Document, clauses: Clauses) -> Iterator[TimeExpression]:
    starts = [sentence.start for sentence in document.sentences]
    for zone in sorted(document.zones, key=lambda z: z.start):
        if zone.kind not in DATED_ZONES:
            continue
        done = zone.start
        for reading in find_readings(document.text, zone.start, zone.end):
            if reading.start < done or clauses.is_no_date(reading):
                continue
            at = bisect_right(starts, reading.start) - 1
            sentence = document.sentences[at] if at >= 0 else None
            found = _expression(document, zone, reading, sentence, clauses)
            done = found.span.end
            yield found


def _expression(
    document: Document, zone: Zone, reading: Reading, sentence: Sentence | None, clauses: Clauses
) -> TimeExpression:
    end = clauses.end_of(reading)
    span = Span(document.id, reading.start, end)
    text = document.text[reading.start : end]
    if sentence and sentence.end <= reading.start:
        sentence = None
    words = document.text[sentence.start : sentence.end] if sentence else ""
    tense = clauses.tense_of(reading)
    pattern = f"{reading.pattern};{tense}" if tense else reading.pattern
    return TimeExpression(
        id=f"d-{slug(text)}-{short_hash(f'{text} {words}')}",
        span=span,
        text=text,
        kind=reading.kind,
        value=plain_edtf(pattern),
        timex_value=plain_timex(pattern),
        precision=precision_of(pattern),
        rule=reading.rule,
        evidence=(span,),
        event=clauses.event_of(reading, end, sentence) if reading.kind == "date" else None,
        sentence=sentence.id if sentence else "",
        zone=zone.kind,
        anchor=needs(pattern),
        pattern=pattern,
    )
