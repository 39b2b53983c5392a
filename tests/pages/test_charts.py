"""The figures: true to scale, in rounded numbers, and silent where there is too little to draw."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.i18n.catalogue import load_catalogue
from generator.pages.charts import BARS, BASE, disc_radius, draw_mentions, draw_timeline
from generator.pages.dates import view_date
from generator.pages.time_buckets import MOST, Event, find_periods
from generator.pages.views import TimelineFigure, When

ENGLISH = load_catalogue("en")


def when(value: str, *, inferred: bool = False) -> When:
    """A date as a page shows it."""
    return view_date(value, inferred=inferred, catalogue=ENGLISH)


def test_documents_of_one_day_are_one_period() -> None:
    """Two documents of a day stand together, a third of another day apart."""
    dated = [("a", when("2025-05-02")), ("b", when("2025-05-01")), ("c", when("2025-05-01"))]
    periods = find_periods(dated, ENGLISH)
    assert [(p.when.text, p.documents) for p in periods] == [
        ("1 May 2025", ("b", "c")),
        ("2 May 2025", ("a",)),
    ]


def test_many_days_are_told_by_month() -> None:
    """More days than a figure can hold apart become months, more months than that become years."""
    first = date(2020, 1, 1)
    days = [when((first + timedelta(days=n)).isoformat()) for n in range(MOST + 30)]
    months = find_periods([(str(n), w) for n, w in enumerate(days)], ENGLISH)
    assert [p.when.text for p in months] == ["January 2020", "February 2020", "March 2020"]
    long = [when((first + timedelta(days=31 * n)).isoformat()) for n in range(MOST * 2)]
    years = find_periods([(str(n), w) for n, w in enumerate(long)], ENGLISH)
    assert [p.when.text for p in years][:2] == ["2020", "2021"]


def test_an_interval_keeps_its_own_words_and_counts_from_its_first_day() -> None:
    """An inferred interval is shown as it is known, in brackets, and drawn at its beginning."""
    periods = find_periods([("a", when("2025-04-23/2025-04-26", inferred=True))], ENGLISH)
    assert [(p.when.text, p.day) for p in periods] == [("23–26 April [2025]", "2025-04-23")]


def test_one_date_alone_is_not_drawn() -> None:
    """With fewer than two dates there is nothing over time to see."""
    periods = find_periods([("a", when("2025-05-01")), ("b", when("2025-05-01"))], ENGLISH)
    assert draw_mentions(periods, [(3, "x")], width=400, height=120) is None


def test_who_is_named_in_undated_documents_only_has_no_line_without_bars() -> None:
    """Where no dated document mentions an actor, nothing is drawn."""
    periods = find_periods([("a", when("2025-05-01")), ("b", when("2025-05-11"))], ENGLISH)
    assert draw_mentions(periods, [(0, "x"), (0, "y")], width=400, height=120) is None


def test_twice_the_mentions_are_a_bar_twice_as_long() -> None:
    """Lengths follow the counts, places follow the days, and no mention is a bar of no length."""
    dated = [("a", when("2025-05-01")), ("b", when("2025-05-11")), ("c", when("2025-05-31"))]
    periods = find_periods(dated, ENGLISH)
    figure = draw_mentions(periods, [(4, "a"), (2, "b"), (0, "c")], width=328, height=106)
    assert figure is not None
    assert [b.height for b in figure.bars] == [64.0, 32.0, 0.0]
    assert [b.x for b in figure.bars] == [14.0, 114.0, 314.0]
    assert {b.y + b.height for b in figure.bars} == {figure.base}


@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=60), st.integers(100, 1000))
def test_every_bar_lies_inside_its_figure(counts: list[int], width: int) -> None:
    """Whatever is counted, no bar leaves the drawing and all numbers are rounded."""
    days = [(str(n), when((date(2024, 1, 1) + timedelta(n)).isoformat())) for n in range(2)]
    periods = find_periods(days, ENGLISH)
    figure = draw_mentions(periods, [(n, "u") for n in counts[:2]], width=width, height=120)
    assert (figure is None) == (not any(counts[:2]))
    if figure is None:
        return
    for bar in figure.bars:
        assert 0 <= bar.x <= width
        assert 0 <= bar.y <= figure.base
        assert bar.x == round(bar.x, 1)


def test_the_area_of_a_disc_stands_for_its_number() -> None:
    """Four times the quotations have twice the radius; none have no disc."""
    assert disc_radius(4, 4) == 2 * disc_radius(1, 4)
    assert disc_radius(0, 4) == 0
    assert disc_radius(0, 0) == 0


def events(days: Iterable[date]) -> list[Event]:
    """An event a day, as the figure needs it."""
    return [Event(f"timeline/#{n}", when(day.isoformat())) for n, day in enumerate(days)]


def drawn(days: Iterable[date], width: int = 960) -> TimelineFigure:
    """The figure of events on these days."""
    figure = draw_timeline(events(days), width=width, ticks=6, catalogue=ENGLISH)
    assert figure is not None
    return figure


def test_few_events_are_dots_and_many_are_counted() -> None:
    """Where dots would be stacked high there is one bar a month, which leads to its first event."""
    first = date(2020, 1, 1)
    few = drawn(first + timedelta(days=20 * n) for n in range(5))
    assert (len(few.points), few.bars) == (5, ())
    many = drawn(first + timedelta(days=n) for n in range(3000))
    assert not many.points
    assert [b.when.text for b in many.bars][:2] == ["January 2020", "February 2020"]
    assert [b.url for b in many.bars][:2] == ["timeline/#0", "timeline/#31"]


@pytest.mark.parametrize(
    ("span", "text"),
    [(20, "1 January 1900"), (500, "1–7 January 1900"), (40_000, "1900"), (200_000, "1900 – 1909")],
)
def test_the_longer_the_time_the_longer_the_stretch_of_a_bar(span: int, text: str) -> None:
    """Days, weeks, years, decades: whatever leaves each bar its room."""
    days = [date(1900, 1, 1)] * 99 + [date(1900, 1, 1) + timedelta(days=span)]
    assert drawn(days).bars[0].when.text == text


@given(
    st.lists(st.dates(), min_size=2, max_size=80, unique=True),
    st.sampled_from([340, 960]),
)
def test_no_figure_is_taller_than_a_part_of_a_screen(days: list[date], width: int) -> None:
    """Whatever is drawn is low, lies inside the drawing, and counts every event."""
    figure = drawn(days, width)
    assert figure.height <= BARS + BASE
    assert len(figure.points) + sum(b.count for b in figure.bars) == len(days)
    assert all(b.x >= 0 and b.x + b.width <= width and b.y >= 0 for b in figure.bars)


def test_a_day_that_no_calendar_has_is_not_drawn() -> None:
    """30 February and years before the common era are listed and never drawn."""
    odd = [Event("a", when("2024-02-30")), Event("b", when("-0044-03-15"))]
    assert draw_timeline(odd, width=340, ticks=6, catalogue=ENGLISH) is None


def test_an_axis_over_a_new_year_tells_the_year() -> None:
    """Each January is its year, so that no month is taken for that of another year."""
    long = drawn([date(2025, 3, 1), date(2026, 5, 6)], 340)
    assert [t.text for t in long.ticks] == ["Apr", "Jul", "Oct", "2026", "Apr"]
    short = drawn([date(2025, 11, 20), date(2026, 2, 6)], 340)
    assert [t.text for t in short.ticks] == ["Dec", "2026", "Feb"]
    assert "Jan" in [t.text for t in drawn([date(2025, 1, 1), date(2025, 3, 6)], 340).ticks]


def test_a_few_days_have_their_first_and_last_below_them() -> None:
    """Where no month begins in between, the days themselves are the labels of the axis."""
    figure = drawn([date(2024, 8, 5), date(2024, 8, 8)], 340)
    assert [t.text for t in figure.ticks] == ["5 Aug", "8 Aug"]
    assert [t.text for t in drawn([date(2024, 7, 30), date(2024, 8, 8)], 340).ticks] == ["Aug"]
