"""DAT010 malformed-datum-date: a date in a register is no date of EDTF, or one that the calendar does not have.

Why: timelines and tables are sorted by these dates, and what cannot be read as one has no place in them.
Fix: write year, year-month or year-month-day, an interval with a slash, `..` for an open end, `~` for an approximate date.
Source: EDTF, ISO 8601-2:2019, levels 0 and 1
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from apparatus.grounds.characters import shown
from apparatus.grounds.meant_dates import meant
from apparatus.grounds.register_schemas import REGISTERS
from apparatus.grounds.schemas import Shape, fault
from apparatus.model import Datum, Diagnostic, Monograph
from apparatus.registers import extents

CODE = "DAT010"
_EXAMPLE = "2020-04-04"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for name, schema in REGISTERS.items():
        for record in monograph.data.get(name, ()):
            yield from _of(record, record.values, schema, "")


def _of(record: Datum, values: Mapping[str, object], schema: Mapping[str, Shape], path: str) -> Iterator[Diagnostic]:
    for key, shape in schema.items():
        value = values.get(key)
        if shape.example.strip('"') == _EXAMPLE and isinstance(value, str) and not fault(shape, value)[0]:
            if extents.of_text(value) is None:
                near = meant(value)
                place = record.places.get(f"{path}{key}", record.location)
                fix = f'did you mean "{near}"?' if near else f'write it as in "{_EXAMPLE}"'
                yield Diagnostic(place, CODE, f"'{shown(value)}' is no date", fix)
        elif shape.kind == "record" and isinstance(value, dict):
            yield from _of(record, value, shape.fields, f"{path}{key}.")
        elif shape.kind == "records" and isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, dict):
                    yield from _of(record, item, shape.fields, f"{path}{key}.{index}.")
