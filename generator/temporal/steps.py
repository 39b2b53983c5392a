"""Steps from a stretch of time to another: the third Tuesday in it, two weeks after it, its week.

They stand in a pattern's flag ``then``, parted by commas, and are taken in their order::

    #3.2  #-1.D     the third Tuesday in it, its last day; a piece is a weekday or D, W, WE, M, Q, Y
    ^3.M  $3.D      its first three months, its last three days
    +3W  -2D        so much later or earlier, as coarse as the unit; =-1Y keeps the day
    >2.5  <1.6      the second Friday after it, the Saturday before it
    ~1.1            the Monday that is closest to it
    @W  @WE         the week or the weekend that it lies in
    [7  ]7          the seven days that begin or end with it

The first week of a stretch is the first that begins in it, the last is the last that ends in it.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import get_args

from generator.temporal.values import Days, Unit, days_of, shift, unit_of, value_at

STEP = re.compile(
    r"(?P<sign>[#^$><~])(?P<number>-?\d{1,4})\.(?P<piece>[1-7]|WE|[DWMQY])$"
    r"|(?P<moved>[+=]-?|-)(?P<count>\d{1,6})(?P<unit>WE|[DWMQSHYEC])$"
    r"|(?P<around>@)(?P<size>WE|[WMQYEC])$"
    r"|(?P<edge>[\[\]])(?P<days>\d{1,2})$"
)
UNITS: dict[str, Unit] = {unit: unit for unit in get_args(Unit)}
COARSER: tuple[Unit, ...] = ("D", "W", "WE", "M", "Q", "S", "H", "Y", "E", "C")
"""From the finest to the coarsest; a weekend counts with the weeks."""
SATURDAY, SUNDAY = 6, 7
CLOSEST_WEEKS = 3
"""Weeks to each side in which the closest weekdays are looked for."""


def take_steps(value: str, steps: str) -> str | None:
    """The value at the end of all steps; None where one leads nowhere."""
    reached: str | None = value
    for step in steps.split(",") if steps else ():
        days = days_of(reached) if reached else None
        match = STEP.match(step)
        reached = _take(reached, days, match) if reached and days and match else None
    return reached


def are_steps(steps: str) -> bool:
    """Whether all parts are steps; *several weeks after* makes none."""
    return all(STEP.match(step) for step in (steps.split(",") if steps else ()))


def finest_of(steps: str) -> str | None:
    """How fine the steps make a value, as a unit; None where they leave it as it was."""
    found: str | None = None
    for match in filter(None, map(STEP.match, steps.split(","))):
        piece = match["piece"]
        if match["sign"]:
            found = "span" if match["sign"] in "^$" else ("D" if piece.isdigit() else piece)
        elif match["edge"]:
            found = "span"
        elif match["around"]:
            found = match["size"]
        elif match["unit"] not in {"D", "W"}:
            found = match["unit"] if not match["moved"].startswith("=") else found
    return found


def _take(value: str, days: Days, step: re.Match[str]) -> str | None:
    if step["edge"]:
        return _week_at(days, step["edge"], int(step["days"]))
    if step["around"]:
        return _around(days, UNITS[step["size"]])
    if step["moved"]:
        return _moved(value, days, step)
    number, piece = int(step["number"]), step["piece"]
    if step["sign"] in "^$":
        return _run(days, number if step["sign"] == "^" else -number, piece)
    if step["sign"] == "#":
        return _nth(days, number, piece)
    return _weekday_from(days, step["sign"], number, int(piece)) if piece.isdigit() else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _week_at(days: Days, edge: str, count: int) -> str | None:
    """*The week beginning June 9*, *the week ended April 6*: so many days, whatever the weekday."""
    first = days.first if edge == "[" else shift(days.first, 1 - count, "D")
    last = shift(days.first, count - 1, "D") if edge == "[" else days.first
    return f"{first.isoformat()}/{last.isoformat()}" if first and last else None


def _around(days: Days, size: Unit) -> str | None:
    """The stretch of that size that it lies in; the weekend that touches a day, or comes after."""
    monday = size == "WE" and days.first.isoweekday() == 1
    day = shift(days.first, -1, "D") if monday else days.first
    return value_at(day, size) if day else None


def _moved(value: str, days: Days, step: re.Match[str]) -> str | None:
    """As coarse as the coarser of both: a year after a day is a year, a week after a day is a day.

    Nothing where the count is finer than what it counts from: *two days after June*.
    """
    count = int(step["count"]) * (-1 if step["moved"].endswith("-") else 1)
    unit, size = UNITS[step["unit"]], unit_of(value)
    if size is None:
        return None
    moved = shift(days.first, count, unit)
    if moved is None:
        return None
    exact = size == "D" and (unit in {"D", "W"} or step["moved"].startswith("="))
    if exact:
        return moved.isoformat()
    weekly = size == "WE" and unit == "W"
    if COARSER.index(unit) < COARSER.index(size) and not weekly:
        return None
    return value_at(moved, size if weekly else unit)


def _nth(days: Days, number: int, piece: str) -> str | None:
    """The n-th piece of a stretch, from its end where n is below zero."""
    found = _pieces(days, number, piece)
    return found[-1] if len(found) == abs(number) and number else None


def _run(days: Days, number: int, piece: str) -> str | None:
    """The first or the last so many pieces, from the first day to the last of them."""
    found = [days_of(value) for value in _pieces(days, number, piece)]
    known = sorted(one for one in found if one)
    if len(known) != abs(number) or not known:
        return None
    first, last = known[0].first, known[-1].last
    if piece in {"M", "Q"}:
        return f"{value_at(first, 'M')}/{value_at(last, 'M')}"
    return f"{value_at(first, 'Y')}/{value_at(last, 'Y')}" if piece == "Y" else _span(first, last)


def _span(first: date, last: date) -> str:
    return f"{first.isoformat()}/{last.isoformat()}"


def _pieces(days: Days, number: int, piece: str) -> Sequence[str]:
    """As many pieces as there are up to the n-th, counted from the side that n says."""
    back = number < 0
    unit = "D" if piece.isdigit() else piece
    at: date | None = days.last if back else days.first
    if piece.isdigit() or piece in {"W", "WE"}:
        at, unit = _first_mark(days, piece, back=back), "D" if piece.isdigit() else piece
    stride: Unit = "W" if piece.isdigit() or piece == "WE" else UNITS[piece]
    found: list[str] = []
    while at is not None and days.first <= at <= days.last and len(found) < abs(number):
        found.append(value_at(at, UNITS[unit]))
        begin = days_of(found[-1]) if stride not in {"D", "W"} else None
        at = shift(begin.first if begin else at, -1 if back else 1, stride)
        if back and at and begin:
            at = shift(begin.first, -1, "D")
    return found


def _first_mark(days: Days, piece: str, *, back: bool) -> date | None:
    """The first day of the weekday that marks a piece: a week by its Monday, or its Sunday back."""
    weekday = {"W": SUNDAY if back else 1, "WE": SATURDAY}.get(piece) or int(piece)
    if back:
        return shift(days.last, -((days.last.isoweekday() - weekday) % 7), "D")
    return shift(days.first, (weekday - days.first.isoweekday()) % 7, "D")


def _weekday_from(days: Days, sign: str, number: int, weekday: int) -> str | None:
    """The n-th such weekday after the last day, before the first day, or by how near it is."""
    if sign == ">":
        ahead = (weekday - days.last.isoweekday()) % 7 or 7
        return _iso(shift(days.last, ahead + 7 * (number - 1), "D"))
    if sign == "<":
        behind = (days.first.isoweekday() - weekday) % 7 or 7
        return _iso(shift(days.first, -behind - 7 * (number - 1), "D"))
    ahead = (weekday - days.first.isoweekday()) % 7
    near = sorted((ahead + 7 * n for n in range(-CLOSEST_WEEKS, CLOSEST_WEEKS)), key=abs)
    inside = 0 < number <= len(near)
    return _iso(shift(days.first, near[number - 1], "D")) if inside else None
