"""BIB015 two-dates: the fields `date` and `year`, `month` or `day` of an entry contradict each other.

Why: `date` wins in some programs and `year` in others, so that the same work has two dates.
Fix: keep `date`, in the form 2019-04-30, and delete the others.
Source: biblatex manual, section 2.2.2 and 2.3.8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import years
from apparatus.grounds.entry_fields import quoted
from apparatus.model import Diagnostic, Entry, Field, Monograph

CODE = "BIB015"
_KINDS = ("", "url", "orig", "event")
_DAY = re.compile(r"\s*-?[0-9]{4}-([0-9]{2})(?:-([0-9]{2}))?[~?%]?\s*")
_NUMBER = re.compile(r"\s*0*([0-9]{1,2})\s*")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = re.compile(r"\s*([a-z]{3,9})\.?\s*", re.IGNORECASE)
_WHOLE = "january february march april may june july august september october november december sept".split()


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry in monograph.entries:
        for kind in _KINDS:
            date = entry[f"{kind}date"]
            if date and len(date) <= 60:
                yield from _entry(entry, kind, date)


def _entry(entry: Entry, kind: str, date: str) -> Iterator[Diagnostic]:
    span, single = years.of_date(date), _DAY.fullmatch(date)
    for field in entry.fields:
        other = ""
        if field.name == f"{kind}year":
            year = years.of_year(field.value)
            other = "year" if span and year and not years.meet(span, year) else ""
        elif single and field.name in (f"{kind}month", f"{kind}day"):
            said = single[1] if field.name.endswith("month") else single[2]
            number = _number(field)
            other = field.name if said and number and _differ(field.name, int(said), number) else ""
        if other:
            said = f"{field.name} '{quoted(field.value)}' of entry '{quoted(entry.citekey)}'"
            message = f"{said} contradicts {kind}date '{quoted(date)}'"
            yield Diagnostic(field.location, CODE, message, f"correct {kind}date, or delete the field '{field.name}'")


def _differ(name: str, said: int, number: int) -> bool:
    """Whether the day or month is another; a date's month above 12 is a season."""
    return said != number and (name.endswith("day") or said <= 12)


def _number(field: Field) -> int:
    """The month or day as a number, or 0. Seasons and months that nobody knows by name are none."""
    value = field.value.strip("{}")[:40]
    if match := _NUMBER.fullmatch(value):
        return int(match[1])
    match = _MONTH.fullmatch(value)
    word = match[1].lower() if match else ""
    return _MONTHS.index(word[:3]) + 1 if word in _WHOLE or word in _MONTHS else 0
