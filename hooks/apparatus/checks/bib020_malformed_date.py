"""BIB020 malformed-date: a date is not written as 2020, 2020-08, 2020-08-14 or a range of these, or the calendar does not have it.

Why: the citation style prints another date, or none at all, and the bibliography is sorted wrongly; nobody is told.
Fix: write year, month and day with hyphens; `2019/2020` is a range, `2019/` an open one, `2019~` about 2019, `2020-21` spring 2020.
Source: biblatex manual, section 2.3.8, “Date and Time Specifications”; Extended Date/Time Format, levels 0 and 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import dates
from apparatus.grounds.entry_fields import named, quoted
from apparatus.grounds.meant_dates import meant
from apparatus.model import Diagnostic, Monograph

CODE = "BIB020"
FIELDS = frozenset({"date", "origdate", "eventdate", "urldate", "archivedate"})
SHAPE = "write it as 2020-08-14, 2020-08 or 2020"
_SHAPED = re.compile(r"-?\d{4}-\d\d(?:-\d\d)?(?:T.*)?[?~%]?", re.ASCII)
_NONE = re.compile(r"n\.?\s?d\.?|no date|undated|unknown|s\.\s?a\.|\?+|-+|none|tba|tbd", re.IGNORECASE)
_COMING = re.compile(r"forthcoming|in press|in preparation|submitted|to appear|in print", re.IGNORECASE)
_YEAR = re.compile(r"[\[(]?(?:c\.?|ca\.?|circa|cop\.|©)?\s*\d{4}[a-z]?[\])]?\??(?:\s*(?:/|--?|–)\s*(?:\d{4}|\d\d)?|\s*[\[(]\d{4}[\])])?", re.ASCII)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for _, field in named(monograph, FIELDS):
        if dates.read(field.value) is None:
            message = f"{field.name} '{quoted(field.value)}' is {_what(field.value)}"
            yield Diagnostic(field.location, CODE, message, _fix(field.value))
    for _, field in named(monograph, {"year"}):
        value = field.value.strip("{} \t\r\n")
        if not (dates.read(value) or _YEAR.fullmatch(value) or _NONE.fullmatch(value) or _COMING.fullmatch(value)):
            yield Diagnostic(field.location, CODE, f"year '{quoted(field.value)}' is no year", _fix(field.value))
        elif re.match(r"\d{4}-\d", value) and dates.read(value):
            yield Diagnostic(field.location, CODE, f"year '{quoted(field.value)}' is a date", f"write date = {{{value}}}")


def _what(value: str) -> str:
    return "a day or month that no calendar has" if _SHAPED.fullmatch(value.strip()) else "no date"


def _fix(value: str) -> str:
    text = value.strip("{} \t\r\n")
    if _NONE.fullmatch(text):
        return "leave the field out, and say in `note` that no date is known"
    if _COMING.fullmatch(text):
        return "leave the field out, and write pubstate = {forthcoming}"
    guess = meant(value)
    if "/" in guess and _SHAPED.fullmatch(text):
        return SHAPE
    return f"write {guess}" if guess else SHAPE
