"""Dates of which only the earliest day is known."""

from generator.model.open_dates import is_open, known_first


def test_a_lower_bound_stands_for_no_beginning() -> None:
    """Where a day or a stretch is known, what says only from when is left out; else it stays."""
    dates = ["1953/..", "2016-03-01", "2016-04-01/2016-04-03"]
    assert known_first(dates, str) == dates[1:]
    assert known_first(dates[:1], str) == dates[:1]
    assert [is_open(value) for value in dates] == [True, False, False]
