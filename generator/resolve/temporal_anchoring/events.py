"""The day of an event that another expression counts from: *the day before the summit*."""

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from generator.language.lexicons import Lexicon
from generator.language.possessives import without_possessives
from generator.model.annotations import TimeExpression, TimeExpressions
from generator.model.text import Document, Span
from generator.resolve.temporal_anchoring.context import Value
from generator.temporal import days_of, unit_of


class DatedSentence(Struct, frozen=True):
    """A day, where it is named, and the words of its sentence."""

    day: date
    span: Span
    words: frozenset[str]


def dated_sentences(
    document: Document, expressions: TimeExpressions, values: Sequence[Value], *, lexicon: Lexicon
) -> tuple[DatedSentence, ...]:
    """The sentences of a document that have a day."""
    texts = {s.id: document.text[s.start : s.end] for s in document.sentences}
    found: list[DatedSentence] = []
    for one, value in zip(expressions, values, strict=True):
        days = days_of(value.timex) if value.timex and unit_of(value.timex) == "D" else None
        if days:
            words = _words(texts.get(one.sentence, ""), lexicon)
            found.append(DatedSentence(days.first, one.span, words))
    return tuple(found)


def date_of_event(
    expression: TimeExpression, dated: Sequence[DatedSentence], *, lexicon: Lexicon
) -> tuple[date, tuple[Span, ...]] | None:
    """The one day whose sentences have all the words of the event's name, and where it stands."""
    wanted = _words(expression.text, lexicon)
    told = [one for one in dated if wanted and wanted <= one.words]
    days = {one.day for one in told}
    return (days.pop(), tuple(one.span for one in told)) if len(days) == 1 else None


def _words(text: str, lexicon: Lexicon) -> frozenset[str]:
    plain = without_possessives(text, lexicon).lower()
    return frozenset(re.findall(r"[^\W\d_]{2,}", plain)) - lexicon.words("event_stop_words")
