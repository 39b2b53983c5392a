"""The calendar's words: each case is a sentence with ``[words = TIMEX3 value]`` for what is found.

All are read on Wednesday 23 April 2025 unless the case says otherwise; nothing else may be found.
"""

import re
from datetime import date

import pytest

from generator.language.lexicons import Lexicon
from generator.temporal import (
    Anchor,
    days_of,
    days_of_edtf,
    edtf_of,
    find_full_date,
    find_readings,
    plain_edtf,
    precision_of,
    resolve,
    unit_of,
)
from generator.temporal.holidays import easter_sunday, holiday_in

WEDNESDAY = date(2025, 4, 23)
OPEN = "open"
"""What stands for the value of words that alone do not say it."""
MARK = re.compile(r"\[([^\]=]+) = ([^\]]*)\]")

FULL = [
    "The talks began on [May 19, 2025 = 2025-05-19].",
    "The talks began on [19 May 2025 = 2025-05-19].",
    "The talks began on [the 19th of May, 2025 = 2025-05-19].",
    "The talks began on [Monday, May 19, 2025 = 2025-05-19].",
    "The talks began on [Mon., 19 May 2025 = 2025-05-19].",
    "It was filed on [2025-05-19 = 2025-05-19].",
    "(Photo: [Feb 28, 2025 = 2025-02-28])",
    "It was signed on [AUGUST 2, 2013 = 2013-08-02].",
    "It was signed on [19/05/2025 = 2025-05-19].",
    "It was signed on [05/19/2025 = 2025-05-19].",
    "It was signed on [19.05.2025 = 2025-05-19].",
    "It was signed on [5/5/2025 = 2025-05-05].",
    "Version 1.2.2025.3 and 31/02/2025 are no dates.",
]
WITHOUT_YEAR = [
    "The talks began on [May 19 = 2025-05-19].",
    "The talks began on [19 May = 2025-05-19].",
    "He left on [the 3rd of March = 2025-03-03].",
    "They fell through on [Wednesday (Apr 23) = 2025-04-23].",
    "They fell through on [Wednesday (23 April) = 2025-04-23].",
    "The paper said on [Tuesday, April 22 = 2025-04-22] that it would close.",
    "The summit is on [June 4 = 2025-06-04] and [5 = 2025-06-05].",
    "The [Jan. 17 = 2025-01-17] ruling stood.",
    "It was signed on [Dec. 18 = 2024-12-18].",
    "It rained from [May 19-21 = 2025-05-19/2025-05-21].",
    "It rained from [19 to 21 May = 2025-05-19/2025-05-21].",
    "The fair runs [April 30 – May 4, 2026 = 2026-04-30/2026-05-04].",
    "He was elected [last Oct. 12 = 2024-10-12].",
]
MONTHS_AND_SEASONS = [
    "They met in [February = 2025-02].",
    "They met in [February 2024 = 2024-02].",
    "They met in [early March = 2025-03].",
    "They met in [mid-November = 2024-11].",
    "They met in [the middle of December = 2024-12].",
    "They met [last June = 2024-06].",
    "They met in [May last year = 2024-05].",
    "They will meet [next January = 2026-01].",
    "The favourite to win come [November = 2025-11] met them.",
    "She left in [2008 = 2008], the year he came back.",
    "They met in [the summer of 1999 = 1999-SU].",
    "They met [last autumn = 2024-FA].",
    "They will meet [this summer = 2025-SU].",
    "He may march on, but in [May = 2025-05] he rests.",
]
RELATIVE = [
    "It closed [yesterday = 2025-04-22].",
    "It closed [yesterday morning = 2025-04-22TMO].",
    "It closes [today = 2025-04-23].",
    "It closes [tomorrow = 2025-04-24].",
    "It closed [the day before yesterday = 2025-04-21].",
    "It closes [tonight = 2025-04-23TNI].",
    "It closed [last night = 2025-04-22TNI].",
    "It closed [last week = 2025-W16].",
    "His visit will happen [later this week = 2025-W17].",
    "It opens [early next week = 2025-W18].",
    "It closed [earlier this month = 2025-04].",
    "It closed [last year = 2024].",
    "It ends by [the end of the year = 2025].",
    "It closed [the week before last = 2025-W15].",
    "It closed over [the weekend = 2025-W16-WE].",
    "It closed [five weeks ago = 2025-W12].",
    "It closed [9 days ago = 2025-04-14].",
    "It closed [nearly five years ago = 2020].",
    "It closed [a decade ago = 2015].",
    "It closed [a fortnight ago = 2025-W15].",
    "It opens [two years from now = 2027].",
    "It closed [this time last year = 2024].",
]
WEEKDAYS = [
    "They spoke on [Monday = 2025-04-21].",
    "They spoke on [Wednesday = 2025-04-23].",
    "They spoke [Friday night = 2025-04-18TNI].",
    "They spoke [last Thursday = 2025-04-17].",
    "They speak [next Friday = 2025-04-25].",
    "They speak [a week on Friday = 2025-05-02].",
    "They spoke on [Tuesday of last week = 2025-04-15].",
    "They speak [every Monday = XXXX-WXX-1].",
    "[Earlier Sunday = 2025-04-20], they spoke.",
]
QUARTERS_AND_YEARS = [
    "Profit rose in [the third quarter = 2024-Q3].",
    "Profit rose in [the third quarter of 1990 = 1990-Q3].",
    "Profit rose in [this year's third quarter = 2025-Q3].",
    "Profit rose in [the first quarter of next year = 2026-Q1].",
    "[Third-quarter = 2024-Q3] profit rose.",
    "Profit rose in [Q3 2024 = 2024-Q3].",
    "Profit rose in [the first half of 1990 = 1990-H1].",
    "Profit rose in [fiscal 1989 = 1989].",
    "Russia’s [2014 = 2014] annexation of Crimea",
    "It fell in [1990-91 = 1990/1991].",
    "He was born in [nineteen eighty-four = 1984].",
    "It came with [the year two thousand = 2000].",
    "the split in [the 1960s = 196]",
    "It ended in [the mid-1990s = 199].",
    "It ended in [the ’80s = 198].",
    "It ended in [the nineties = 199].",
    "a [20th century = 19] man",
    "It sold 2,000 at $1990 each.",
]
DURATIONS = [
    "It began [two weeks = P2W] earlier than planned.",
    "It ended [a year = P1Y] later than planned.",
    "After a [two-hour = PT2H] phone call they rested.",
    "He could end it in [24 hours = PT24H].",
    "the first talks for [more than three years = P3Y]",
    "He spent [3 1/2 years = P3Y6M] there.",
    "But [an hour and a half = PT1H30M] later he rose.",
    "Sales fell over [the past two months = P2M].",
    "Sales rose for [the next several days = PXD].",
    "They argued for [weeks = PXW].",
    "It takes [at least 12 more years = P12Y].",
    "It costs [a year = P1Y] of work.",
    "They meet [every month = P1M].",
    "They played three [one-day = P1D] matches that can last [six weeks = P6W].",
    "It took [thirty-eight years = P38Y] and [two hundred and five days = P205D].",
    "It lasted [the last six weeks = P6W] and [half an hour = PT30M].",
    "the Easter Bunny sat down",
    "a 67-year-old man, 52 years old, with three quarters of the vote",
]
TIMES = [
    "It struck at [9:50 a.m. = 2025-04-23T09:50].",
    "He leaves at [6 a.m. EDT Thursday = 2025-04-17T06:00].",
    "until [4 p.m. EST, Nov. 9 = 2024-11-09T16:00]",
    "He leaves at [four in the morning = 2025-04-23T04:00].",
    "The signal was lost at [7:25 = 2025-04-23T07:25], and until [21:40 CET = 2025-04-23T21:40].",
    "Ade won the mile in 3:51, scored at 7:25 of the second period and read Acts 9:25 aloud.",
]
SEASONS = [
    "He survived the fall, found the spring behind the chapel, and saw the fall in prices.",
    "The mill shut during [the fall = 2025-FA].",
    "She rows over [the summer = 2025-SU], but [the winter = 2024-WI] is long.",
]
HOLIDAYS = [
    "They arrived on [Thanksgiving Day = 2024-11-28].",
    "The truce began on [Good Friday = 2025-04-18].",
    "The truce began at [Easter 2024 = 2024-03-31].",
    "They voted on [Election Day = 2024-11-05].",
]
REFERENCES = [
    "They are [now = PRESENT_REF] here.",
    "It [recently = PAST_REF] closed.",
    "He looks to [the future = FUTURE_REF].",
    "It closed [several years ago = open].",
    "An eclipse was seen on [March 5, 1223 B.C. = PAST_REF].",
]
FORMS = [
    "It opened on [May 19, ’25 = 2025-05-19].",
    "It opened on [Monday (May 19, 2025) = 2025-05-19].",
    "It opened on [Monday (19 May 2025) = 2025-05-19].",
    "It opened on [19/5 = 2025-05-19].",
    "It opened on [19 May, Monday = 2025-05-19].",
    "It opened on [19 May last year = 2024-05-19].",
    "It opens [next May 19 = 2025-05-19].",
    "It opens [this May 19 = 2025-05-19].",
    "It opened in [May nineteen eighty-four = 1984-05].",
    "It opened the [March before last = 2024-03].",
    "It opens [this May = 2025-05].",
    "It opens [today week = 2025-04-30].",
    "It opens [tomorrow week = 2025-05-01].",
    "It opened [the previous Friday = 2025-04-18].",
    "It opens on [Mondays = XXXX-WXX-1].",
    "It opens [this morning = 2025-04-23TMO].",
    "It burned [overnight = 2025-04-22TNI].",
    "It opened [the Easter before last = 2024-03-31].",
    "It opens [this day = 2025-04-23].",
    "It opened in [the summer of nineteen eighty-four = 1984-SU].",
    "It opened [the week earlier = open].",
    "It fell in [the latest quarter = 2025-Q1].",
    "It opened [two weeks ago tomorrow = 2025-04-10].",
    "It opens [two weeks from yesterday = 2025-05-06].",
    "It fell in [fiscal 2024-25 = 2024/2025].",
    "It opened in [the 80s = 198].",
    "It opened in [the nineteen-eighties = 198].",
    "It opened in [the second half of the ’80s = 198].",
    "It opened [this century = 20].",
    "It fell in [2024's third quarter = 2024-Q3].",
    "It rose in [the first two quarters of 2024 = 2024-H1].",
    "It rose in [last year's second half = 2024-H2].",
    "It rose from [the same period last year = open].",
    "It rose from [last year's quarter = open].",
    "It rose over [the year-ago three months = P3M].",
    "It took a [two-week-long = P2W] trip.",
    "It took [weeks-long = PXW] trips.",
    "It takes [another two weeks = P2W].",
    "It fell in [the three months = P3M] ended [June = 2025-06].",
    "It fell in [the past years = PXY].",
    "It fell in [the past year = P1Y].",
    "It rose in [the years ahead = PXY].",
    "It rises in [the coming years = FUTURE_REF].",
    "It opens [every two weeks = P2W].",
    "It opens [twice a week = P1W].",
    "It opened [shortly before 9:50 = 2025-04-23T09:50].",
    "It opened at [midnight Friday = 2025-04-18T24:00].",
    "It opened at [noon Friday = 2025-04-18T12:00].",
    "It opened [the week after = open].",
    "It rained [the night before = open].",
    "It rained [the previous night = open].",
    "It opened [the day after  = open]the vote.",
    "It opened [on the eve of May 19 = 2025-05-18].",
    "It opened [the month after May 2024 = 2024-06].",
    "It opened [the year before 2024 = 2023].",
    "It ran from [May 19, 2024 to June 3, 2025 = 2024-05-19/2025-06-03].",
    "It opens [several years from now = open].",
    "It opens [next summer = 2025-SU].",
    "It fell in [the quarter = 2025-Q1].",
    "It takes [another year = P1Y].",
    "It rained for [a while = PXX].",
    "It rained for [a long time = PXX].",
    "It closed [years ago = PAST_REF].",
    "It opens [daily = P1D].",
    "It opened [about two o’clock = 2025-04-23T02:00].",
    "It opened at [2100 GMT = 2025-04-23T21:00].",
    "It rained in [spring = 2025-SP].",
    "It rained in [the spring = 2025-SP].",
    "It rained [early in spring = 2025-SP].",
    "It rained in [early spring = 2025-SP].",
    "It rained through [the spring = 2025-SP].",
    "It rained in [the autumn = 2025-FA].",
    "It ran from [19 May 2024 to 3 June 2025 = 2024-05-19/2025-06-03].",
]
"""Forms of rules that no other sentence reaches."""
CASES = [
    *FULL, *WITHOUT_YEAR, *MONTHS_AND_SEASONS, *RELATIVE, *WEEKDAYS, *QUARTERS_AND_YEARS,
    *DURATIONS, *TIMES, *SEASONS, *HOLIDAYS, *REFERENCES, *FORMS,
]  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_words_have_their_value(case: str) -> None:
    """The marked words are found, nothing else is, and each means what it says."""
    text = MARK.sub(r"\1", case)
    found = [
        (text[r.start : r.end], value_of(r.pattern, r.kind))
        for r in find_readings(text, 0, len(text), lexicon=Lexicon("en"))
    ]
    assert found == [(m[1], m[2]) for m in MARK.finditer(case)]


def value_of(pattern: str, kind: str) -> str | None:
    """The TIMEX3 value on the Wednesday of these tests; what repeats has its own."""
    if kind == "set":
        return pattern
    return resolve(pattern, Anchor(WEDNESDAY)) or OPEN


TENSES = [
    ("XXXX-WXX-5", "2025-04-18"),
    ("XXXX-WXX-5;past", "2025-04-18"),
    ("XXXX-WXX-5;future", "2025-04-25"),
    ("XXXX-05-01", "2025-05-01"),
    ("XXXX-05-01;past", "2025-05-01"),
    ("XXXX-05-01;past;strict", "2024-05-01"),
    ("XXXX-11-01;future", "2025-11-01"),
    ("XXXX-12;past", "2024-12"),
    ("XXXX-05-12/XXXX-05-14", "2025-05-12/2025-05-14"),
    ("context+1M", "2024-04"),
    ("context-1Y", "2023"),
    ("context+0D", "2024-03-05"),
]


@pytest.mark.parametrize(("pattern", "value"), TENSES)
def test_tense_and_context_place_a_date(pattern: str, value: str) -> None:
    """A tense turns a weekday or a date without a year; *the next month* follows its context."""
    assert resolve(pattern, Anchor(WEDNESDAY, "2024-03-05")) == value


EDTF = [
    ("2001-02-27TEV", "2001-02-27"),
    ("2001-W07", "2001-02-12/2001-02-18"),
    ("2001-W07-WE", "2001-02-17/2001-02-18"),
    ("2001-Q3", "2001-35"),
    ("2001-H2", "2001-41"),
    ("2001-SU", "2001-22"),
    ("196", "196X"),
    ("19", "19XX"),
    ("1990/1991", "1990/1991"),
    ("P3D", None),
    ("PRESENT_REF", None),
    ("2001-13", None),
]


@pytest.mark.parametrize(("timex", "edtf"), EDTF)
def test_values_are_published_as_edtf(timex: str, edtf: str | None) -> None:
    """Each TIMEX3 value has its EDTF, which covers the same days."""
    assert edtf_of(timex) == edtf
    days = days_of(timex)
    if edtf is not None and days is not None:
        assert days_of_edtf(edtf) == (days.first, days.last)


def test_an_open_interval_has_one_end() -> None:
    """``2025-05-19/..`` begins and does not end; what is no EDTF is not read."""
    assert days_of_edtf("2025-05-19/..") == (date(2025, 5, 19), None)
    assert days_of_edtf("../2025-05-19") == (None, date(2025, 5, 19))
    assert days_of_edtf("some day") is None


def test_easter_and_moving_holidays() -> None:
    """Easter after the Gregorian computus, and the n-th weekday of a month."""
    assert easter_sunday(2000) == date(2000, 4, 23)
    assert easter_sunday(2038) == date(2038, 4, 25)
    assert holiday_in(2025, "05-WL-1") == date(2025, 5, 26)
    assert holiday_in(2025, "02-30") is None


FULL_DATES = [
    ("Published: May 19,2025 at 3", "2025-05-19"),
    ("By X, Saturday, September 12, 2015", "2015-09-12"),
    ("1996-08-30T10:00:00Z", "1996-08-30"),
    ("19/05/2025", "2025-05-19"),
    ("04/05/2025", None),
    ("04.05.2025", "2025-05-04"),
    ("04.25.2025", "2025-04-25"),
    ("それは2029年3月2日にも", "2029-03-02"),
    ("31 February 2020", None),
    ("version 2025.05.19.3", None),
    ("May 2025", None),
    ("Thursday, 12/2/2010", "2010-12-02"),
    ("Friday, 12/2/2010", "2010-02-12"),
    ("Monday, 12/2/2010", None),
    ("Last updated 13: 26 14 / 09 / 2013", "2013-09-14"),
]


@pytest.mark.parametrize(("text", "value"), FULL_DATES)
def test_the_first_full_date_of_a_stretch(text: str, value: str | None) -> None:
    """A day with its month and year is read in any order that leaves no doubt."""
    found = find_full_date(text, 0, len(text))
    assert (found[2] if found else None) == value


PRECISIONS = [
    ("XXXX-05-19", "day"),
    ("published+0W;later", "interval"),
    ("published-1Y", "year"),
    ("published+0Y:Q3", "quarter"),
    ("P3D", "duration"),
    ("196", "decade"),
    ("XX8", "decade"),
    ("PRESENT_REF", "vague"),
    ("published-XY", "vague"),
    ("T09:50", "time"),
]


@pytest.mark.parametrize(("pattern", "precision"), PRECISIONS)
def test_precision_is_that_of_the_words(pattern: str, precision: str) -> None:
    """*Later this week* is an interval, *last year* a year, *now* is vague."""
    assert precision_of(pattern) == precision


def test_what_needs_an_anchor_has_no_value_without_one() -> None:
    """*May 19* alone says no year; *2014* does, and a decade is as coarse as its word."""
    assert plain_edtf("XXXX-05-19") is None
    assert plain_edtf("2014") == "2014"
    assert unit_of("196") == "E"
