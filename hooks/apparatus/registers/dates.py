"""Dates as the book prints them: EDTF in ("2016/2018"), British form out ("2016–18")."""

from __future__ import annotations

import re
from typing import NamedTuple

from apparatus.registers.values import Period

MONTHS = "January February March April May June July August September October November December".split()
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}  # EDTF level 1, “Seasons”
_DATE = re.compile(r"(\d{3}[\dX]|\d\dXX)(?:-(\d\d))?(?:-(\d\d))?([?~%]?)", re.ASCII)
_MARKS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
_OPEN = ".."
_LATER = "/.."  # behind a date: a moment in the time from then on, “after January 2018”
_AFTER = "after "


class _Moment(NamedTuple):
    """One date, its parts as printed; a part that is not given is empty."""

    day: str
    month: str
    year: str
    mark: str

    def __str__(self) -> str:
        return self.mark + " ".join(part for part in (self.day, self.month, self.year) if part)


def printed(period: Period) -> str:
    """A period as the book prints it: its own phrase if it has one, else its dates; empty where nothing is known.

    An end that is not known gives "from 2014", one that is open "since 2014", a missing beginning "until 2014". A beginning that is
    itself an open interval is a moment some time from that date on: "2018-01/.." gives "after January 2018". What is no date of EDTF
    level 0 or 1 is printed as it is written.
    """
    if period.text:
        return period.text
    start, end = period.start, period.end
    if start == end and "/" in start and not start.endswith(_LATER):
        start, end = start.split("/", 1)
    return _interval(start, end)


def _interval(start: str, end: str) -> str:
    first, last = _read(start), _read(end)
    if start in ("", _OPEN):
        return f"until {last or end}" if end not in ("", _OPEN) else ""
    if end in ("", _OPEN):
        return str(first) if first and first.mark == _AFTER else f"{'since' if end else 'from'} {first or start}"
    if start == end:
        return str(first or start)
    if first is None or last is None:
        return f"{first or start} to {last or end}"
    return _joined(first, last)


def _joined(first: _Moment, last: _Moment) -> str:
    """Two dates with a dash, what they share printed once; with “to” where one of them is approximate or less exact."""
    if first.mark or last.mark or bool(first.month) != bool(last.month) or bool(first.day) != bool(last.day):
        return f"{first} to {last}"
    if not first.month:
        return f"{first.year}–{_end_year(first.year, last.year)}"
    if first.year != last.year:
        return f"{first}–{last}"
    if first.month != last.month:
        return f"{_Moment(first.day, first.month, '', '')}–{last}"
    return f"{first.day}–{last}"


def _end_year(start: str, end: str) -> str:
    """The last two digits within a century, all four beyond it and for decades."""
    return end[2:] if start[:2] == end[:2] and end.isdigit() and start.isdigit() and not end.startswith("00", 2) else end


def _read(text: str) -> _Moment | None:
    if text.endswith(_LATER):
        begun = _read(text.removesuffix(_LATER))
        return begun and begun._replace(mark=_AFTER)
    match = _DATE.fullmatch(text)
    if not match:
        return None
    year, month, day, mark = match.groups()
    number = int(month or 0)
    if number > 24 or 12 < number < 21 or (month and not number) or (day and (number > 12 or not 1 <= int(day) <= 31)):
        return None
    names = SEASONS.get(number) or (MONTHS[number - 1] if number else "")
    year = year[:2] + "00s" if year.endswith("XX") else year.replace("X", "0s")
    return _Moment(str(int(day)) if day else "", names, year, _MARKS.get(mark, ""))
