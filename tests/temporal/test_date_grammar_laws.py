"""Laws of the calendar, whatever the text: no day of the machine, nothing finer than the words."""

import re
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract.time_expressions import find_time_expressions
from generator.language.lexicons import Lexicon, load_rows
from generator.model.annotations import Annotations
from generator.model.corpus import DatedExpression
from generator.model.text import Document, Fact, Metadata, Parse, Sentence, Zone
from generator.resolve.temporal_anchoring import resolve_dates
from generator.temporal import (
    Anchor,
    date_rules,
    days_of,
    days_of_edtf,
    edtf_of,
    find_full_dates,
    find_readings,
    parse_pattern,
    plain_edtf,
    plain_timex,
    precision_of,
    resolve,
    unit_of,
)
from generator.temporal.rules import DateRule

MARK = re.compile(r"\[([^\]=]+?) = [^\]]*\]")
PACKAGE = Path(__file__).parents[2] / "generator"
PIECES = st.sampled_from(
    [
        "May", "March", "19", "19th", "31", "2025", "1960s", "’80s", "the", "last",
        "next", "this", "early", "late", "mid-", "of", "week", "year", "years", "month",
        "months", "day", "days", "Friday", "Wednesday", "(", ")", ",", ".", "-", "–",
        "23", "Apr", "Apr.", "Feb", "Sept.", "ago", "later", "earlier", "before",
        "after", "two", "few", "several", "a", "half", "quarter", "third", "Q3",
        "first", "century", "decade", "spring", "summer", "fall", "Christmas", "Easter",
        "noon", "10", "p.m.", "9:50", "GMT", "EST", "today", "yesterday", "tonight",
        "morning", "night", "now", "recently", "nineteen", "eighty-four", "twenty",
        "hundred", "and", "to", "every", "each", "fiscal", "FY", "24", "hours", "2014",
        "in", "on", "1", "1/2", "$", "%", "shortly", "afterward", "call", "2000",
        "people", "99", "00", "0", "old", "long", "end",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=12).map(" ".join), st.text(max_size=60))
EDGES = (date.min, date(1, 1, 2), date(99, 12, 31), date(100, 1, 1), date(9999, 12, 25), date.max)
DAYS = st.one_of(st.dates(), st.sampled_from(EDGES))
SIZES = {"day": 1, "weekend": 2, "week": 7, "month": 28, "season": 89, "quarter": 90,
         "half-year": 181, "year": 365, "decade": 3651, "century": 36158}  # fmt: skip
"""The fewest days of a stretch of each precision."""


@settings(deadline=None)
@given(TEXTS, DAYS, st.sampled_from((None, "2024-03-05", "2023-Q3", "1832", "2024-W07-WE", "199")))
def test_any_text_is_read_and_anchored(text: str, day: date, context: str | None) -> None:
    """No text raises; spans are in order and inside; values that cover days are real dates."""
    at = 0
    for reading in find_readings(text, 0, len(text), lexicon=Lexicon("en")):
        assert at <= reading.start < reading.end <= len(text)
        at = reading.end
        value = resolve(reading.pattern, Anchor(day, context, event=day))
        plain_timex(reading.pattern)
        edtf = edtf_of(value) if value else None
        assert edtf is None or days_of_edtf(edtf) is not None


@settings(deadline=None)
@given(TEXTS, DAYS)
def test_a_value_is_never_finer_than_its_words(text: str, day: date) -> None:
    """A year's words give a year, a month's a month: as many days at least as they name."""
    for reading in find_readings(text, 0, len(text), lexicon=Lexicon("en")):
        value = resolve(reading.pattern, Anchor(day))
        covered = days_of(value) if value else None
        least = SIZES.get(precision_of(reading.pattern), 1)
        cut = covered is not None and date.min in {covered.first, covered.last}  # no year 0
        if covered is not None and not cut and reading.kind == "date":
            assert (covered.last - covered.first).days + 1 >= least


@settings(deadline=None)
@given(TEXTS)
def test_words_alone_say_the_same_on_every_day(text: str) -> None:
    """What needs no anchor has one value, whatever day it is seen from."""
    for reading in find_readings(text, 0, len(text), lexicon=Lexicon("en")):
        if plain_edtf(reading.pattern) is not None:
            seen = {resolve(reading.pattern, Anchor(date(year, 6, 1))) for year in (2, 1999, 2040)}
            assert len(seen) == 1


@settings(deadline=None)
@given(TEXTS)
def test_full_dates_are_days(text: str) -> None:
    """A full date is a day of the calendar, inside the text."""
    for start, end, value in find_full_dates(text, 0, len(text)):
        assert 0 <= start < end <= len(text)
        assert date.fromisoformat(value)


@settings(deadline=None)
@given(DAYS, st.sampled_from(("D", "W", "WE", "M", "Q", "H", "Y", "E", "C")))
def test_a_stretch_holds_the_day_it_was_made_of(day: date, unit: str) -> None:
    """The week, month or century of a day has that day in it, a weekend its week."""
    value = resolve(f"published+0{unit}", Anchor(day))
    assert value is not None
    days = days_of(value)
    if days is not None and unit != "WE":
        assert days.first <= day <= days.last
        assert unit_of(value) == unit


class NoClock(date):
    """A calendar whose machine has no clock."""

    @classmethod
    def today(cls) -> "NoClock":
        """Nobody may ask."""
        raise AssertionError


def test_the_machine_has_no_clock_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file that knows dates asks for the time, and nothing is missing where asking fails."""
    rooms = ("temporal", "extract/time_expressions", "resolve/temporal_anchoring")
    files = [path for room in rooms for path in sorted((PACKAGE / room).glob("*.py"))]
    assert len(files) > len(rooms)
    for path in [*files, *(PACKAGE / "resolve" / "timeline").glob("*.py")]:
        assert not re.search(r"\btoday\(|\bnow\(|import time\b|utcnow", path.read_text("utf-8"))
    text = "It closed last week, on May 19, at Easter and in the ’80s."
    readings = list(find_readings(text, 0, len(text), lexicon=Lexicon("en")))
    before = [resolve(r.pattern, Anchor(date(2025, 4, 23))) for r in readings]
    for name in sorted(sys.modules):
        if name.startswith("generator.temporal.") and hasattr(sys.modules[name], "date"):
            monkeypatch.setattr(sys.modules[name], "date", NoClock)
    after = [resolve(r.pattern, Anchor(NoClock(2025, 4, 23))) for r in readings]
    assert after == before == ["2025-W16", "2025-05-19", "2025-04-20", "198"]


NUMERIC = (
    "It fell on {year:04}-{month:02}-{day:02}.", "It fell on {day}.{month}.{year}.",
    "It fell on {day}/{month}/{month:02}.", "It fell on May {day}, {year}.",
    "It fell on {day} May {year:04}.", "It fell in {month}/{year}, {day} years ago.",
    "It fell {year} weeks after May {day}, {month} centuries before {year}.",
    "It fell {year},000,000,000,000,000 years ago, {day} days from now.",
)  # fmt: skip
PHRASES = tuple(
    MARK.sub(r"\1", line.split("\t")[2])
    for line in (Path(__file__).parent / "date_phrases.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
)


def document_of(text: str, published: str | None) -> Document:
    """A document of one sentence, with its own date or without."""
    zone = Zone(0, len(text), "body", "running_text", 1)
    sentence = Sentence("s", 0, len(text), 1, "body")
    meta = Metadata(published=Fact(published, "stated", None, "date_line") if published else None)
    return Document("a", "a.txt", "text/plain", "", "", text, "en", meta, (zone,), (sentence,))


def dates_of(text: str, published: str | None) -> tuple[DatedExpression, ...]:
    """The dates of a text, as they are published; no parse is needed to read them."""
    document = document_of(text, published)
    found = find_time_expressions(document, Parse("a", ()), lexicon=Lexicon("en"))
    annotations = [Annotations("a", "en", time_expressions=found)]
    return resolve_dates([document], annotations).dates


NO_DAYS = (
    "0000",
    "0000-01-01",
    "2024-02-30",
    "9999/..",
    "../0001",
    "99999-01-01",
    "-1",
    "XXXX",
    "",
)
OWN_DATES = st.one_of(
    st.none(), DAYS.map(date.isoformat), st.sampled_from(("2025", "2025-04", *NO_DAYS))
)


@settings(max_examples=60, deadline=None)
@given(TEXTS, OWN_DATES)
def test_a_published_value_is_never_finer_than_its_words(text: str, published: str | None) -> None:
    """What is published for *May* is a month at least, whatever the document's own date."""
    for row in dates_of(text, published):
        first, last = (days_of_edtf(row.value) if row.value else None) or (None, None)
        if first and last:
            assert (last - first).days + 1 >= SIZES.get(row.precision, 1), row


@pytest.mark.parametrize("published", [*(day.isoformat() for day in EDGES), *NO_DAYS])
def test_no_phrase_raises_at_the_edges_of_the_calendar(published: str) -> None:
    """Seen from the first or the last day there is, a phrase has a value or stays open."""
    for text in PHRASES:
        for row in dates_of(text, published):
            assert row.value is None or days_of_edtf(row.value) is not None


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 99999), st.integers(0, 99), st.integers(0, 99), st.sampled_from(NUMERIC))
def test_any_numbers_in_the_place_of_a_date_are_read(
    year: int, month: int, day: int, form: str
) -> None:
    """*0000-00-00*, *31.2.9999*: a day of the calendar or nothing, never an error."""
    text = form.format(year=year, month=month, day=day)
    for row in dates_of(text, "9999-12-31"):
        assert row.value is None or days_of_edtf(row.value) is not None


ROOMS = (
    "generator.temporal",
    "generator.extract.time_expressions",
    "generator.resolve.temporal_anchoring",
)


@settings(max_examples=40, deadline=None)
@given(TEXTS, OWN_DATES)
def test_no_date_in_the_output_depends_on_today(text: str, published: str | None) -> None:
    """Where nobody can ask the machine for the day, every date comes out the same."""
    before = dates_of(text, published)
    with pytest.MonkeyPatch.context() as patch:
        for name, module in sorted(sys.modules.items()):
            if name.startswith(ROOMS) and hasattr(module, "date"):
                patch.setattr(module, "date", NoClock)
        assert dates_of(text, published) == before


class Without(Lexicon):
    """The English lists, without the rows of one rule of dates."""

    def __init__(self, rule: str) -> None:
        super().__init__("en")
        self.rule = rule

    def rows(self, kind: str) -> tuple[tuple[str, ...], ...]:
        """The rows of a table, the rule's own left out."""
        found = super().rows(kind)
        return tuple(r for r in found if r[0] != self.rule) if kind == "date_rules" else found

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Without) and other.rule == self.rule

    def __hash__(self) -> int:
        return hash(self.rule)


@pytest.mark.parametrize("rule", date_rules(Lexicon("en")), ids=lambda rule: rule.id)
def test_every_rule_finds_the_date_of_its_example(rule: DateRule) -> None:
    """Without the rule the sentence beside it would have another date, or none."""

    def read(lexicon: Lexicon) -> set[tuple[int, int, str]]:
        found = find_readings(rule.example, 0, len(rule.example), lexicon=lexicon)
        return {(r.start, r.end, r.pattern) for r in found}

    readings = find_readings(rule.example, 0, len(rule.example), lexicon=Lexicon("en"))
    assert rule.id in {reading.rule for reading in readings}
    assert read(Lexicon("en")) != read(Without(rule.id))


def test_every_rule_and_kind_of_word_is_well_formed() -> None:
    """Each row of the grammar names a kind of time, and its value can be taken apart."""
    for name, kind, pattern, value in load_rows("date_rules", "en"):
        assert kind in {"date", "time", "duration", "set"}, name
        assert pattern
        assert parse_pattern(value).base
