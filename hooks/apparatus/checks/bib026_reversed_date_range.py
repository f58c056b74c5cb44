"""BIB026 reversed-date-range: a range of dates ends before it begins.

Why: the style prints the range as it stands, and no reader can tell which of the two dates is right.
Fix: put the earlier date first, or correct the one that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import dates
from apparatus.grounds.entry_fields import named, plain, quoted
from apparatus.grounds.meant_dates import meant
from apparatus.model import Diagnostic, Monograph

CODE = "BIB026"
FIELDS = frozenset({"date", "origdate", "eventdate", "urldate", "year"})


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for _, field in named(monograph, FIELDS):
        value = plain(field.value)
        value = meant(value) or value if field.name == "year" else value
        when = dates.read(value)
        if when and when.start and when.end and when.start.first > when.end.last:
            start, _, end = value.partition("/")
            message = f"{field.name} '{quoted(field.value)}' ends before it begins"
            yield Diagnostic(field.location, CODE, message, f"write {end.strip()}/{start.strip()}, or correct the wrong date")
