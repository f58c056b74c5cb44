"""BIB007 field-twice: an entry has the same field twice.

Why: one of the two values is lost without a word, and programs differ in which.
Fix: delete one of them; several authors stand in one field, joined by `and`.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.entry_fields import quoted
from apparatus.model import Diagnostic, Entry, Location, Monograph

CODE = "BIB007"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry in monograph.entries:
        yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[Diagnostic]:
    first: dict[str, Location] = {}
    for field in entry.fields:
        place = first.setdefault(field.name, field.location)
        if place != field.location:
            message = f"field '{quoted(field.name)}' stands twice in entry '{quoted(entry.citekey)}', first in line {place.line}"
            fix = "join the names by ' and ' in one field" if field.name in ("author", "editor") else "delete one of the two"
            yield Diagnostic(field.location, CODE, message, fix)
