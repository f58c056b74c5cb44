"""DAT018 term-differs: the numbers in `terms` are not those of the record that has them.

Why: figures are drawn from `value`, `min` and `max`, the text is searched for `terms`; the two would tell different numbers.
Fix: correct the number or the phrase. “Over 550” is `min: 550`, “fewer than 200” is `max: 199`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from apparatus.grounds import numbers
from apparatus.grounds.characters import shown
from apparatus.grounds.numbers import ORDINALS, Number
from apparatus.model import Datum, Diagnostic, Monograph

CODE = "DAT018"
_BOUNDS = ("value", "min", "max")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for record in monograph.data.get("estimates", ()):
        yield from _of(record, "", record.values)
    for record in monograph.data.get("events", ()):
        tolls = record.values.get("casualties")
        for index, toll in enumerate(tolls if isinstance(tolls, list) else ()):
            if isinstance(toll, dict):
                yield from _of(record, f"casualties.{index}.", toll)


def _of(record: Datum, path: str, values: Mapping[str, object]) -> Iterator[Diagnostic]:
    bounds = [value for key in _BOUNDS if isinstance(value := values.get(key), int) and not isinstance(value, bool)]
    terms = values.get("terms")
    for index, term in enumerate(terms if bounds and isinstance(terms, list) else ()):
        found = list(numbers.found(term)) if isinstance(term, str) else []
        ordinal = any(word in str(term).split() for word in ORDINALS)
        total = sum(value for number in found for value in number.values)
        if found and not ordinal and total not in bounds and not any(_same(number, bounds) for number in found):
            place = record.places.get(f"{path}terms.{index}", record.location)
            given = " to ".join(f"{bound:,}" for bound in bounds)
            yield Diagnostic(place, CODE, f"'{shown(term)}', but the record says {given}", "correct the number or the phrase")


def _same(number: Number, bounds: list[int]) -> bool:
    """Whether a number is one of the bounds, or all of both if it is a span; “fewer than 200” leaves 199."""
    if len(number.values) > 1:
        return set(number.values) == set(bounds)
    return any(number.values[0] - bound in (0, 1) for bound in bounds)
