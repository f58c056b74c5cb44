"""Reads the dates of entries: EDTF levels 0 and 1 as biblatex takes them, and what a date in another form was meant to be."""

from __future__ import annotations

import re
from typing import NamedTuple

from apparatus.grounds.entry_fields import first, plain
from apparatus.grounds.entry_fields import value as value_of
from apparatus.model import Entry

Day = tuple[int, int, int]
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
SEASONS = range(21, 25)
MONTHS = "january february march april may june july august september october november december".split()
_TIME = r"(?:T[0-2]\d:[0-5]\d(?::[0-6]\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?"
_DATE = re.compile(
    r"(?P<year>[Yy]-?[1-9]\d{4,8}|-?(?:\d{4}|\d{3}[Xu]|\d\d[Xu]{2}))"
    r"(?:-(?P<month>\d\d|XX|uu)(?:-(?P<day>\d\d|XX|uu)" + _TIME + r")?)?(?P<mark>[?~%]{0,2})",
    re.ASCII,
)
_OPEN = ("", "..", "*", "open", "unknown")


class When(NamedTuple):
    """One date: the first and the last day it can mean, and whether it is given as uncertain or approximate."""

    first: Day
    last: Day
    vague: bool


class Dates(NamedTuple):
    """A date or a range; an open end is None. A single date is both ends."""

    start: When | None
    end: When | None


def read(value: str) -> Dates | None:
    """The dates of a value, or None if it is no date of EDTF level 1, or one that the calendar does not have."""
    ends = value.strip().split("/", 2) if len(value) < 200 else []
    if len(ends) not in (1, 2):
        return None
    read = [None if len(ends) == 2 and end.strip() in _OPEN else one(end.strip()) for end in ends]
    named = [end for end in ends if len(ends) == 1 or end.strip() not in _OPEN]
    if not named or sum(when is not None for when in read) != len(named):
        return None
    return Dates(read[0], read[-1])


def one(text: str) -> When | None:
    """A single date, or None."""
    match = _DATE.fullmatch(text)
    if not match:
        return None
    vague, year = bool(match["mark"]), match["year"].lstrip("Yy").replace("u", "X")
    low, high = sorted(int(year.replace("X", digit)) for digit in "09")
    months = _months(match["month"])
    if not months:
        return None
    first_month, last_month = months
    if not match["day"] or not match["day"].isdigit():
        later = high + 1 if first_month == 1 and match["month"] == "24" else high
        return When((low, first_month, 1), (later, 2 if later > high else last_month, 31), vague)
    day = int(match["day"])
    if not match["month"].isdigit():
        return When((low, 1, day), (high, 12, day), vague) if 1 <= day <= 31 else None
    if int(match["month"]) > 12 or not 1 <= day <= length(low, first_month):
        return None
    return When((low, first_month, day), (high, last_month, day), vague)


def _months(month: str | None) -> tuple[int, int] | None:
    if month is None or not month.isdigit() or int(month) in SEASONS:
        return 1, 12
    return (int(month), int(month)) if 1 <= int(month) <= 12 else None


def length(year: int, month: int) -> int:
    """The days of a month; before 1582 every fourth year has a leap day."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0 or year < 1582)
    return 28 if month == 2 and not leap else DAYS[month - 1]


def of(entry: Entry, *names: str) -> Dates | None:
    """The dates in the first of the fields that the entry has, if they can be read. ``year`` takes the month beside it."""
    field = first(entry, *names)
    if field is None:
        return None
    value = plain(field.value)
    month = plain(value_of(entry, "month")) if field.name == "year" else ""
    if re.fullmatch(r"\d{4}", value, re.ASCII) and re.fullmatch(r"0?[1-9]|1[0-2]", month, re.ASCII):
        value = f"{value}-{int(month):02}"
    return read(value)


def shown(day: Day) -> str:
    """A day as ISO 8601 has it."""
    return f"{day[0]:04}-{day[1]:02}-{day[2]:02}"
