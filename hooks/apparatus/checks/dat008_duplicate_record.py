"""DAT008 duplicate-record: two records of a register have the same id.

Why: other records, figures and pages refer to a record by its id; of two with the same one the second is left out.
Fix: give the second its own id, or join the two records.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.characters import shown
from apparatus.grounds.register_schemas import REGISTERS
from apparatus.model import Diagnostic, Location, Monograph

CODE = "DAT008"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for name in REGISTERS:
        known: dict[str, Location] = {}
        for record in monograph.data.get(name, ()):
            key = record.values.get("id")
            if isinstance(key, str) and key:
                place = record.places.get("id", record.location)
                first = known.setdefault(key, place)
                if first != place:
                    fix = f"the first is at line {first.line}: join the two, or choose another id"
                    yield Diagnostic(place, CODE, f"id '{shown(key)}' for a second time in {name}", fix)
