"""DAT003 data-misshapen: a record of a data file has an unknown field, lacks one, or a value is not of the kind that its field holds.

Why: pages are made from these files; what is misspelt is left out without a word, and `no` or `2016` without quotation marks
is read as a truth value or a number.
Fix: write the field as the head of the data file says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from apparatus.grounds import data_places
from apparatus.grounds.characters import shown
from apparatus.grounds.register_schemas import REGISTERS
from apparatus.grounds.schemas import SCHEMAS, Shape, fault
from apparatus.model import Datum, Diagnostic, Monograph

CODE = "DAT003"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for name, records in monograph.data.items():
        if name in SCHEMAS:
            for record in records:
                yield from _record(monograph, name, record, SCHEMAS[name])
        elif name in REGISTERS:
            for record in records:
                yield from _fields(monograph, name, record, record.values, REGISTERS[name], "")


def _fields(
    monograph: Monograph, name: str, record: Datum, values: Mapping[str, object], schema: Mapping[str, Shape], path: str
) -> Iterator[Diagnostic]:
    """The faults of a record, or of one within it that stands at the dotted path."""
    here = record.places.get(path.removesuffix("."), record.location)
    unknown = [str(key) for key in values if key not in schema]
    for key in unknown:
        near = get_close_matches(key, schema, n=1)
        fix = f"did you mean '{near[0]}'?" if near else f"use one of {', '.join(schema)}"
        place = record.places.get(f"{path}{key}", here)
        yield Diagnostic(data_places.of_key(monograph, here, key) if not path else place, CODE, f"no field '{shown(key)}' in {name}", fix)
    for key, shape in schema.items():
        if key in values:
            value = values[key]
            problem, fix = fault(shape, value)
            if problem and not _told_elsewhere(name, key, value):
                yield Diagnostic(record.places.get(f"{path}{key}", here), CODE, f"`{key}` {problem}", fix)
            elif not problem and shape.kind == "record":
                yield from _fields(monograph, name, record, value, shape.fields, f"{path}{key}.")
            elif not problem and shape.kind == "records":
                for index, item in enumerate(value):
                    yield from _fields(monograph, name, record, item, shape.fields, f"{path}{key}.{index}.")
        elif shape.required and not any(key in get_close_matches(other, schema, n=1) for other in unknown):
            yield Diagnostic(here, CODE, f"the record has no {key}", f"add `{key}: …`")

    low, high = values.get("min"), values.get("max")
    if isinstance(low, int) and isinstance(high, int) and low > high:
        yield Diagnostic(record.places.get(f"{path}min", here), CODE, f"`min` {low} is above `max` {high}", "exchange or correct them")


def _record(monograph: Monograph, name: str, record: Datum, schema: dict[str, Shape]) -> Iterator[Diagnostic]:
    unknown = [key for key in record.values if key not in schema]
    yield from _fields(monograph, name, record, record.values, schema, "")
    if name == "glossary" and ("abbr" in record.values) != ("expansion" in record.values) and not unknown:
        has, lacks = ("abbr", "expansion") if "abbr" in record.values else ("expansion", "abbr")
        yield Diagnostic(record.places.get(has, record.location), CODE, f"`{has}` without `{lacks}`", f"add `{lacks}: …`")


def _told_elsewhere(name: str, key: str, value: object) -> bool:
    """Whether DAT001, DAT002 or DAT005 reports the same value."""
    if name == "concordance":
        return key == "note" or (key == "citekey" and value is None)
    if name == "editorial" and key == "id":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return name == "editorial" and not str(value or "").strip()
