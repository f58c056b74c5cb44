"""BIB027 origdate-after-date: a work first came out later than the edition of it that is cited.

Why: `origdate` is the first publication and `date` the edition used; the other way round both are wrong in print.
Fix: exchange the two, or correct the one that is wrong.
Source: biblatex manual, section 2.2.2, field `origdate`.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import dates
from apparatus.grounds.entry_fields import first, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB027"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry in monograph.entries:
        origin, published = dates.of(entry, "origdate"), dates.of(entry, "date", "year")
        if not origin or not published or not origin.start or not published.end:
            continue
        if not (origin.start.vague or published.end.vague) and origin.start.first > published.end.last:
            field, date = first(entry, "origdate"), first(entry, "date", "year")
            message = f"origdate '{quoted(field.value)}' is after {date.name} '{quoted(date.value)}'"
            yield Diagnostic(field.location, CODE, message, "exchange the two, or correct the date that is wrong")
