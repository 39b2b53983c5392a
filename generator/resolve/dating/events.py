"""The day of an event that another expression counts from: *the day before the summit*."""

import re
from collections.abc import Sequence
from datetime import date

from generator.calendar import days_of, unit_of
from generator.lexicons import load_words
from generator.model.annotations import TimeExpression
from generator.model.text import Document, Span


def date_of_event(
    document: Document, expression: TimeExpression, dated: Sequence[tuple[TimeExpression, str]]
) -> tuple[date, tuple[Span, ...]] | None:
    """The one day whose sentence has all the words of the event's name, and the spans."""
    wanted = _words(expression.text)
    if not wanted:
        return None
    sentences = {s.id: document.text[s.start : s.end] for s in document.sentences}
    found: dict[date, list[Span]] = {}
    for other, timex in dated:
        days = days_of(timex) if unit_of(timex) == "D" else None
        if days and wanted <= _words(sentences.get(other.sentence, "")):
            found.setdefault(days.first, []).append(other.span)
    if len(found) != 1:
        return None
    day, spans = next(iter(found.items()))
    return day, tuple(spans)


def _words(text: str) -> frozenset[str]:
    plain = text.replace("’", "'").replace("'s", "").lower()
    return frozenset(re.findall(r"[^\W\d_]{2,}", plain)) - load_words("event_stop_words", "en")
