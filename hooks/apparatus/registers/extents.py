"""The first and last day that a date of the registers can mean."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from apparatus.grounds import dates
from apparatus.grounds.dates import Day
from apparatus.registers.values import Period

EARLIEST, LATEST = (0, 1, 1), (9999, 12, 31)
_SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11)}


class Extent(NamedTuple):
    """From the first to the last day that is meant; ``vague`` marks an approximate or uncertain date."""

    first: Day
    last: Day
    vague: bool = False

    def meets(self, other: Extent) -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last


@lru_cache(maxsize=4096)
def of_text(text: str) -> Extent | None:
    """The extent of an EDTF date or interval; an open end reaches to the end of time. None for what is no date."""
    read = dates.read(text) if text.strip() else None
    if read is None:
        return None
    first, last = (read.start.first if read.start else EARLIEST), (read.end.last if read.end else LATEST)
    season = _SEASONS.get(text[5:7]) if len(text.rstrip("~?%")) == 7 else None
    if season:
        first, last = (first[0], season[0], 1), (first[0], season[1], dates.length(first[0], season[1]))
    return Extent(first, _in_calendar(last), bool((read.start and read.start.vague) or (read.end and read.end.vague)))


def _in_calendar(day: Day) -> Day:
    return (day[0], day[1], min(day[2], dates.length(day[0], day[1])))


def of_period(period: Period) -> Extent | None:
    """The extent of a period, from the first day of its beginning to the last of its end; None where neither can be read."""
    start, end = of_text(period.start), of_text(period.end)
    if start is None and end is None:
        return None
    if period.start == period.end:
        return start
    return Extent(start.first if start else EARLIEST, end.last if end else LATEST, bool((start and start.vague) or (end and end.vague)))


def eased(extent: Extent) -> Extent:
    """An approximate date with its neighbourhood: the month before and after, or the year where only that is given."""
    if not extent.vague:
        return extent
    whole = extent.last[1] - extent.first[1] == 11 and extent.last[0] == extent.first[0]
    return Extent(_moved(extent.first, -12 if whole else -1), _moved(extent.last, 12 if whole else 1), True)


def _moved(day: Day, months: int) -> Day:
    year, month = divmod(day[0] * 12 + day[1] - 1 + months, 12)
    return _in_calendar((year, month + 1, 31 if day[2] > 27 else day[2]))
