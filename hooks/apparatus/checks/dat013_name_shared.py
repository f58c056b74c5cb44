"""DAT013 name-shared: two records of a register share a name or variant, or a variant is the record's own name.

Why: search, links and mentions go by these forms, and one that belongs to two records leads to either of them by chance.
Fix: leave the form to the record that is meant by it; a variant that only repeats the name can go.
Forms that differ only in capitals are the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.characters import shown
from apparatus.model import Datum, Diagnostic, Monograph

CODE = "DAT013"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for register in ("people", "groups", "places", "operations"):
        owners: dict[str, str] = {}
        for record in monograph.data.get(register, ()):
            own: set[str] = set()
            for path, form in _forms(record):
                folded = " ".join(form.casefold().split())
                place = record.places.get(path, record.location)
                key = str(record.values.get("id"))
                if folded in own:
                    yield Diagnostic(place, CODE, f"'{shown(form)}' for a second time in this record", "leave it out here", "warning")
                elif owners.setdefault(folded, key) != key:
                    message = f"'{shown(form)}' is a name of '{owners[folded]}' too"
                    yield Diagnostic(place, CODE, message, "leave it to the one that is meant")
                own.add(folded)


def _forms(record: Datum) -> Iterator[tuple[str, str]]:
    for field in ("name", "abbr"):
        if isinstance(value := record.values.get(field), str) and value.strip():
            yield field, value
    variants = record.values.get("variants")
    for index, value in enumerate(variants if isinstance(variants, list) else ()):
        if isinstance(value, str) and value.strip():
            yield f"variants.{index}", value
