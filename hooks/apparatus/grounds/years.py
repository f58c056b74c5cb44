"""Says which years a date, a free ``year`` and a citekey can mean; it judges no date."""

from __future__ import annotations

import re

from apparatus.grounds import dates

Span = tuple[int, int]  # first and last year
EVER = 9999
_FREE = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_KEY = re.compile(r"[A-Za-z][A-Za-z_:.-]*?([0-9]{4,})")
_LONGEST = 60  # characters; no date is as long


def of_date(value: str) -> Span | None:
    """The years of a date or a range of dates; ``201X`` stands for ten years, an open end for ever. None if it is not readable."""
    read = dates.read(value.strip("{} \t\r\n")) if len(value) <= _LONGEST else None
    if read is None:
        return None
    first = read.start.first[0] if read.start else -EVER
    return (first, read.end.last[0] if read.end else EVER)


def of_year(value: str) -> Span | None:
    """The years of a field ``year``, which may also say ``[2019]`` or ``2019--2020``. None if no year is in it."""
    if span := of_date(value):
        return span
    found = [int(year) for year in _FREE.findall(value[:_LONGEST])]
    return (min(found), max(found)) if found else None


def of_citekey(citekey: str) -> tuple[int, ...]:
    """The years that the first number of a citekey can stand for: ``news182020kerala`` is of 2020, 8202 or 1820, in this order."""
    match = _KEY.match(citekey[:_LONGEST])
    if not match or len(match[1]) > 8:
        return ()
    return tuple(int(match[1][place : place + 4]) for place in range(len(match[1]) - 4, -1, -1))


def meet(one: Span, other: Span) -> bool:
    """Whether two spans have a year in common."""
    return one[0] <= other[1] and other[0] <= one[1]
