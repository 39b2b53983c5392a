"""Where the year of a date without a year comes from."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeAlias

from msgspec import Struct

from generator.model.annotations import TimeExpression, TimeExpressions
from generator.model.rules import AnchorRule
from generator.model.text import Document, Span
from generator.model.zones import FRAME
from generator.temporal import Anchor, days_of, days_of_edtf, resolve

ONE_WEEK = timedelta(days=7)
"""A document dated more loosely than this says nothing of when *Friday* was, nor what is past."""


class YearAnchor(Struct, frozen=True):
    """A day that dates without a year lie near, why it is thought so, and what shows it."""

    day: date
    rule: AnchorRule
    evidence: tuple[Span, ...]
    from_publication: bool
    """It is the day of publication, so that the tense around a date tells on which side it lies."""
    sure: bool = True
    """False where it may be a day of another story: one full date in running text."""


YearAnchors: TypeAlias = Sequence[YearAnchor]


def anchor_from_publication(document: Document) -> YearAnchor | None:
    """The document's own date, from its text, a sidecar or the editor."""
    fact = document.metadata.published
    first, last = (days_of_edtf(fact.value) if fact else None) or (None, None)
    middle = first + (last - first) / 2 if first and last else None
    day = middle or first or last
    if fact is None or day is None:
        return None
    shown = fact.evidence
    evidence = (Span(document.id, shown.start, shown.end),) if shown else ()
    exact = first is not None and last is not None and last - first <= ONE_WEEK
    return YearAnchor(day, "year_near_own_date", evidence, from_publication=exact)


def anchor_from_file(expressions: TimeExpressions) -> YearAnchor | None:
    """The latest full date in the text, unless a later year is named as past."""
    told = [e for e in expressions if "future" not in e.pattern]
    dated = ((days_of(e.timex_value or ""), e) for e in told if is_full(e))
    full = [(days.first, e) for days, e in dated if days]
    if not full:
        return None
    latest = max(day for day, _ in full)
    years = (e.timex_value or "" for e in told)
    if any(re.fullmatch(r"\d{4}", y) and int(y) > latest.year for y in years):
        return None
    shown = [e for day, e in full if day.year == latest.year]
    return YearAnchor(
        latest,
        "year_in_file",
        tuple(e.span for e in shown),
        from_publication=False,
        sure=len(shown) > 1 or any(e.zone in FRAME for e in shown),
    )


def is_full(expression: TimeExpression) -> bool:
    """A day that is said with its year."""
    return re.fullmatch(r"\d{4}-\d\d-\d\d", expression.timex_value or "") is not None


def _seen_from(anchor: YearAnchor, pattern: str, context: str | None) -> str | None:
    """A date as its day and month say it; a weekday beside them is only compared."""
    if not anchor.from_publication:
        plain = re.sub(";(?:past|strict|future)", "", pattern)
        return resolve(plain, Anchor(anchor.day, context))
    if pattern.startswith("XXXX-XX"):  # *Thursday the 15th*: the weekday tells the month
        return resolve(pattern, Anchor(anchor.day, context))
    value = resolve(re.sub(";w[1-7]", "", pattern), Anchor(anchor.day, context))
    return value or resolve(pattern, Anchor(anchor.day, context))


def with_year(
    pattern: str, anchors: YearAnchors, context: str | None = None
) -> tuple[str, YearAnchor] | None:
    """The one value that all anchors give a date without a year; None where they differ.

    The tense around a date says whether it lies before or after the document's own date; it says
    nothing seen from another day, where the nearest such date is taken. There a weekday beside it
    chooses the year; seen from the document's own date it is only compared.
    """
    values: dict[str, YearAnchor] = {}
    for anchor in anchors:
        value = _seen_from(anchor, pattern, context)
        if value is None:
            return None
        values.setdefault(value, anchor)
    found = tuple(values.items())
    return found[0] if len(found) == 1 else None
