"""DAT012 place-misplaced: two places share a square of the tile map, or a place lies within itself.

Why: one of the two squares would not be seen, and a place within itself has no end.
Fix: give each place a square of its own, and in `in` the place that holds it.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.model import Datum, Diagnostic, Monograph

CODE = "DAT012"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    records = monograph.data.get("places", ())
    holders = {str(record.values.get("id")): record.values.get("in") for record in records}
    squares: dict[tuple, str] = {}
    for record in records:
        yield from _tile(record, squares)
        name, seen = str(record.values.get("id")), []
        while isinstance(name, str) and name not in seen:
            seen.append(name)
            name = holders.get(name)
        if name == seen[0] and "in" in record.values:
            chain = " in ".join([*seen, seen[0]])
            place = record.places.get("in", record.location)
            yield Diagnostic(place, CODE, f"a place within itself: {chain}", "name the place that holds it")


def _tile(record: Datum, squares: dict[tuple, str]) -> Iterator[Diagnostic]:
    tile = record.values.get("tile")
    if isinstance(tile, list) and len(tile) == 2 and all(isinstance(part, int) for part in tile):
        name = str(record.values.get("id"))
        first = squares.setdefault(tuple(tile), name)
        if first != name:
            message = f"the square {tile[0]}, {tile[1]} is that of {first}"
            yield Diagnostic(record.places.get("tile", record.location), CODE, message, "choose a square that is free")
