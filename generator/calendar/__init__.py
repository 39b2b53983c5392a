"""The calendar: what English words for dates, times and durations mean.

Nothing here knows today's date: what a relative word means is said by the anchor it is handed.
"""

from generator.calendar.full import find_full_date

__all__ = ["find_full_date"]
