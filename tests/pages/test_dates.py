"""Dates for readers: as precise as the source, an inferred year in brackets."""

import pytest

from generator.i18n.catalogue import load_catalogue
from generator.pages.dates import first_day, view_date

ENGLISH = load_catalogue("en")


@pytest.mark.parametrize(
    ("value", "inferred", "text"),
    [
        ("2025", False, "2025"),
        ("2025", True, "[2025]"),
        ("2025-02", True, "February [2025]"),
        ("2025-05-19", True, "19 May [2025]"),
        ("2025-05-19", False, "19 May 2025"),
        ("2025-05-16/2025-05-19", True, "16–19 May [2025]"),
        ("2025-04-28/2025-05-02", False, "28 April – 2 May 2025"),
        ("2024-12-30/2025-01-02", False, "30 December 2024 – 2 January 2025"),
        ("2025-05-19/..", True, "on or after 19 May [2025]"),
        ("../2025-05-19", False, "on or before 19 May 2025"),
        ("196X", False, "1960s"),
        ("2025-21", False, "spring 2025"),
        ("2024-24", False, "winter 2024/25"),
        ("1999-24", True, "winter [1999/00]"),
        ("2025-05-19~", False, "19 May 2025"),
        ("2025-05-19T10:30", False, "19 May 2025"),
    ],
)
def test_a_date_reads_as_its_source_has_it(value: str, inferred: bool, text: str) -> None:
    """Each form of EDTF has its words, and the catalogue knows them as a date."""
    when = view_date(value, inferred=inferred, catalogue=ENGLISH)
    assert when.text == text
    assert ENGLISH.is_typed("date", text) or ENGLISH.knows(text)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025", "2025-01-01"),
        ("2025-05", "2025-05-01"),
        ("../2025-05-19", "2025-05-19"),
        ("2025-05-16/2025-05-19", "2025-05-16"),
        ("196X", None),
        ("nothing", None),
    ],
)
def test_the_first_day_of_a_value(value: str, day: str | None) -> None:
    """The earliest day is known for years, months, days and intervals."""
    assert first_day(value) == day


@pytest.mark.parametrize(
    ("value", "day"), [("2013-23", "2013-09-01"), ("2011-34", "2011-04-01"), ("2011", "2011-01-01")]
)
def test_first_day_of_a_part_of_a_year(value: str, day: str) -> None:
    """A season or quarter begins in its own month."""
    assert first_day(value) == day


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("value", ["2013-23", "2011-33", "2011-36", "2011-40", "2011-33/2011-36"])
def test_part_of_a_year_is_a_date_to_the_proof(language: str, value: str) -> None:
    """Seasons, quarters and halves are written in words that the proof takes for a date."""
    catalogue = load_catalogue(language)
    text = view_date(value, inferred=True, catalogue=catalogue).text
    assert text != "[2011]"
    assert catalogue.is_typed("date", text)
