"""The calendar: what English words for dates, times and durations mean.

Nothing here knows today's date: what a relative word means is said by the anchor it is handed.
"""

from generator.calendar.anchoring import Anchor, resolve
from generator.calendar.edtf import days_of_edtf, edtf_of, interval_of
from generator.calendar.full import find_full_date, find_full_dates
from generator.calendar.grammar import Reading, find_readings
from generator.calendar.missing_years import candidates
from generator.calendar.patterns import needs, parse_pattern, weekday_says
from generator.calendar.plain import plain_edtf, plain_timex, precision_of
from generator.calendar.ranges import joins, stretch_of, with_year_of
from generator.calendar.values import Days, days_of, shift, unit_of

__all__ = [
    "Anchor",
    "Days",
    "Reading",
    "candidates",
    "days_of",
    "days_of_edtf",
    "edtf_of",
    "find_full_date",
    "find_full_dates",
    "find_readings",
    "interval_of",
    "joins",
    "needs",
    "parse_pattern",
    "plain_edtf",
    "plain_timex",
    "precision_of",
    "resolve",
    "shift",
    "stretch_of",
    "unit_of",
    "weekday_says",
    "with_year_of",
]
