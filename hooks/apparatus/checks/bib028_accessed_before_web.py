"""BIB028 accessed-before-web: a web address was accessed before there was a web.

Why: the first page went online on 6 August 1991; an earlier day of access is a slip of the pen, often the date of a scanned work.
Fix: give the day on which the page was looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import dates
from apparatus.grounds.entry_fields import named, plain, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB028"
FIRST = (1991, 8, 6)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for _, field in named(monograph, {"urldate"}):
        when = dates.read(plain(field.value))
        if when and when.end and when.end.last < FIRST:
            message = f"urldate '{quoted(field.value)}' is before the web ({dates.shown(FIRST)})"
            yield Diagnostic(field.location, CODE, message, "give the day on which the page was looked at")
