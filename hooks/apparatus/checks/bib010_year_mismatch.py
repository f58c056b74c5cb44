"""BIB010 year-mismatch: the citekey says another year than the date.

Why: one of them is a slip, and a reader who knows the work by its year does not recognise it.
Fix: correct the date, or rename the entry, here and where it is cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import years
from apparatus.grounds.entry_fields import quoted
from apparatus.model import Diagnostic, Entry, Monograph

CODE = "BIB010"
_UNDATED = re.compile(r"[a-z]+nd")
_DATES = (("date", years.of_date), ("year", years.of_year))
_OTHERS = (("origdate", years.of_date), ("eventdate", years.of_date), ("origyear", years.of_year), ("eventyear", years.of_year))


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry in monograph.entries:
        dates = {name: span for name, read in (*_DATES, *_OTHERS) if (span := read(entry[name]))}
        field = next((name for name, _ in _DATES if name in dates), "")
        if entry.kind != "xdata" and field:
            yield from _entry(entry, field, dates)


def _entry(entry: Entry, field: str, dates: dict[str, years.Span]) -> Iterator[Diagnostic]:
    value = quoted(entry[field])
    fix = "correct the date, or rename the entry, here and where it is cited"
    place = next(f.location for f in entry.fields if f.name == field)
    said = years.of_citekey(entry.citekey)
    if said and not any(years.meet((year, year), span) for year in said for span in dates.values()):
        message = f"{field} '{value}' of entry '{quoted(entry.citekey)}': the citekey says {said[0]}"
        yield Diagnostic(place, CODE, message, fix, severity="warning")
    elif _UNDATED.fullmatch(entry.citekey):
        message = f"{field} '{value}' of entry '{quoted(entry.citekey)}': the citekey says 'nd', no date"
        yield Diagnostic(place, CODE, message, "rename the entry with its year, here and where it is cited", severity="warning")
