"""BIB029 incomplete-urldate: a date of access has no day.

Why: a page can change twice on one day; a month of access points at dozens of archived copies.
Fix: give year, month and day; if the day is lost, say so in `note` and have the gap waived.
Source: Wikipedia, Help:CS1 errors, “Check date values in |access-date=”: the date of access is a full date.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import dates
from apparatus.grounds.entry_fields import named, plain, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB029"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for _, field in named(monograph, {"urldate"}):
        when = dates.read(plain(field.value))
        if when and when.start and when.start == when.end and not when.start.vague and when.start.first != when.start.last:
            message = f"urldate '{quoted(field.value)}' has no day"
            yield Diagnostic(field.location, CODE, message, "write it as 2020-08-14", "warning")
