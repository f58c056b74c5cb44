"""Periods of the registers as programs take them: one EDTF string, and the first and last day it can mean."""

from __future__ import annotations

from apparatus.grounds import dates
from apparatus.registers import Period



def edtf(period: Period) -> str:
    """The period as EDTF: ``2017``, ``2016/2018``, ``2014/..`` (open), ``2014/`` (end not known), ``/2017``; empty for none.

    A beginning that is known only within a span, and has no end beside it, is that span; with an end beside it the first date of
    the span stands for the beginning.
    """
    start, end = period.start, period.end
    if start == end or (not end and "/" in start):
        return start
    return f"{start.partition('/')[0]}/{end.rpartition('/')[2]}"


def earliest(period: Period) -> str:
    """The first day that the period can mean, as ISO 8601; empty where it has no known beginning or cannot be read."""
    found = dates.read(edtf(period))
    return _iso(found.start.first) if found and found.start else ""


def latest(period: Period) -> str:
    """The last day that the period can mean, as ISO 8601; empty where it is open, has no known end, or cannot be read."""
    found = dates.read(edtf(period))
    return _iso(found.end.last) if found and found.end else ""


def _iso(day: dates.Day) -> str:
    """The day within its month; nothing for years that ISO 8601 has no four digits for."""
    year, month, number = day
    return dates.shown((year, month, min(number, dates.length(year, month)))) if 0 < year < 10000 else ""
