"""BIB021 date-in-future: a work is dated later than this edition of the book.

Why: a source cannot have been published after the book that cites it; a digit of the year is usually wrong.
Fix: correct the date; of a work that is not out yet say so with `pubstate = {forthcoming}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import dates
from apparatus.grounds.entry_fields import first, named, plain, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB021"
FIELDS = frozenset({"date", "origdate", "year"})


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    if monograph.edition is None:
        return
    today = monograph.edition.timetuple()[:3]
    for entry, field in named(monograph, FIELDS):
        if first(entry, "pubstate"):
            continue
        when = dates.of(entry, "year") if field.name == "year" else dates.read(plain(field.value))
        if when and (_later(when.start, today) or _later(when.end, (today[0] + 1, 12, 31))):
            message = f"{field.name} '{quoted(field.value)}' is later than this edition ({dates.shown(today)})"
            yield Diagnostic(field.location, CODE, message, "correct the date")


def _later(when: dates.When | None, day: dates.Day) -> bool:
    return when is not None and when.first > day
