"""BIB022 accessed-before-published: a work was accessed before the day it was published.

Why: one of the two dates is wrong, and a reader who looks for an archived copy looks in the wrong place.
Fix: correct whichever date is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import dates
from apparatus.grounds.entry_fields import first, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB022"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry in monograph.entries:
        accessed, published = dates.of(entry, "urldate"), dates.of(entry, "date", "year")
        if not accessed or not published or not accessed.end or not published.start:
            continue
        vague = accessed.end.vague or published.start.vague
        if not vague and accessed.end.last < published.start.first:
            urldate, date = first(entry, "urldate"), first(entry, "date", "year")
            message = f"urldate '{quoted(urldate.value)}' is before the {date.name} of publication '{quoted(date.value)}'"
            yield Diagnostic(urldate.location, CODE, message, "correct the date that is wrong")
