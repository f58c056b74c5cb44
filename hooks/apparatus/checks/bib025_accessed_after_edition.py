"""BIB025 accessed-after-edition: a work was accessed later than this edition of the book was released.

Why: nobody can have looked at it then; a digit of the date is wrong, or the edition's own date was not raised.
Fix: correct the `urldate`, or raise `date-released` in CITATION.cff.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import dates
from apparatus.grounds.entry_fields import named, plain, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB025"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    if monograph.edition is None:
        return
    today = monograph.edition.timetuple()[:3]
    for _, field in named(monograph, {"urldate"}):
        when = dates.read(plain(field.value))
        if when and any(end is not None and end.first > today for end in when):
            message = f"urldate '{quoted(field.value)}' is later than this edition ({dates.shown(today)})"
            yield Diagnostic(field.location, CODE, message, "correct the date of access, or date-released in CITATION.cff")
