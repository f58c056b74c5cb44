"""BIB006 unknown-field: an entry has a field that biblatex does not know.

Why: what stands in a field with a misspelt name is printed nowhere, and nobody misses it.
Fix: correct the name; what has no field of its own belongs in `note`.
Source: biblatex manual, section 2.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import datamodel, entries
from apparatus.grounds.entry_fields import quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB006"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    unread = entries.unread(monograph)
    for entry in monograph.entries:
        for field in entry.fields:
            if datamodel.is_field(field.name):
                continue
            near = datamodel.field_meant(field.name)
            if near or entry.location not in unread:
                fix = f"did you mean '{near}'?" if near else "write the field's name in biblatex, or put the fact in 'note'"
                message = f"unknown field '{quoted(field.name)}' in entry '{quoted(entry.citekey)}'"
                yield Diagnostic(field.location, CODE, message, fix)
