"""The calendar: what English words for dates, times and durations mean.

Nothing here knows today's date: what a relative word means is said by the anchor it is handed.
"""

from generator.temporal.anchoring import Anchor, resolve, shown_order
from generator.temporal.edtf import days_of_edtf, edtf_of, interval_of
from generator.temporal.full import find_full_date, find_full_dates, find_open_orders
from generator.temporal.grammar import Reading, find_readings
from generator.temporal.missing_years import candidates, says_year
from generator.temporal.patterns import needs, parse_pattern, weekday_says
from generator.temporal.plain import plain_edtf, plain_timex, precision_of
from generator.temporal.ranges import joins, stretch_of, with_year_of
from generator.temporal.rules import date_rules
from generator.temporal.values import Days, days_of, shift, unit_of

__all__ = [
    "Anchor",
    "Days",
    "Reading",
    "candidates",
    "date_rules",
    "days_of",
    "days_of_edtf",
    "edtf_of",
    "find_full_date",
    "find_full_dates",
    "find_open_orders",
    "find_readings",
    "interval_of",
    "joins",
    "needs",
    "parse_pattern",
    "plain_edtf",
    "plain_timex",
    "precision_of",
    "resolve",
    "says_year",
    "shift",
    "shown_order",
    "stretch_of",
    "unit_of",
    "weekday_says",
    "with_year_of",
]
