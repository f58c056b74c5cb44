"""DAT009 unknown-record: a record of a register refers to a person, group, place, event, tenure or box that no record is.

Why: the link, the line of a figure or the mention that is made from it would lead nowhere, and is left out.
Fix: correct the id, or add the record that it names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from apparatus.grounds.characters import shown
from apparatus.grounds.register_schemas import REGISTERS
from apparatus.grounds.texts import Nearest
from apparatus.model import Datum, Diagnostic, Location, Monograph

CODE = "DAT009"
_TO = {  # what a field names, by its dotted path without numbers; of two registers either will do
    "people": {"facts.group": "groups", "facts.place": "places"},
    "groups": {"parent": "groups", "relations.to": "groups", "facts.group": "groups", "facts.place": "places"},
    "places": {"in": "places", "country": "places", "facts.group": "groups", "facts.place": "places"},
    "events": {
        **{"place": "places", "people": "people", "groups": "groups", "after": "events"},
        **{"claimed.by": "groups", "blamed.on": "groups people"},
    },
    "leadership": {
        **{"person": "people", "place": "places", "together_with": "leadership", "after.place": "places"},
    },
    "structure": {"from": "structure", "to": "structure"},
    "estimates": {"group": "groups", "place": "places", "event": "events"},
    "operations": {"place": "places", "by": "groups", "against": "groups"},
}


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    known = {name: {str(record.values.get("id")) for record in monograph.data.get(name, ())} for name in REGISTERS}
    nearest = {name: Nearest(ids) for name, ids in known.items()}
    unread = {finding.location.path for finding in monograph.failures} | {f"data/{n}.yml" for n in REGISTERS if n not in monograph.data}
    missed: set[str] = set()
    for name, fields in _TO.items():
        for record in monograph.data.get(name, ()):
            for path, field, value in _references(record, fields):
                registers = fields[field].split()
                if any(value in known[register] for register in registers):
                    continue
                if gone := [register for register in registers if f"data/{register}.yml" in unread]:
                    missed.update(gone)
                else:
                    yield _finding(record, path, value, registers, nearest)
            if "data/people.yml" not in unread:
                yield from _disputed(name, record, known, nearest)
    for name in sorted(missed - monograph.data.keys()):
        if not any(finding.location.path == f"data/{name}.yml" for finding in monograph.failures):
            yield Diagnostic(Location(f"data/{name}.yml"), CODE, f"there is no register '{name}', which others name", "put the file back")


def _references(record: Datum, fields: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Every reference of a record: its dotted path, the field that holds it, the id."""
    for field in fields:
        outer, _, inner = field.partition(".")
        value = record.values.get(outer)
        if not inner:
            yield from ((path, field, item) for path, item in _texts(outer, value))
        else:
            items = [(f"{outer}.{index}", item) for index, item in enumerate(value)] if isinstance(value, list) else [(outer, value)]
            for path, item in items:
                if isinstance(item, dict):
                    yield from ((at, field, text) for at, text in _texts(f"{path}.{inner}", item.get(inner)))


def _texts(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str) and value:
        yield path, value
    elif isinstance(value, list):
        yield from ((f"{path}.{index}", item) for index, item in enumerate(value) if isinstance(item, str) and item)


def _disputed(name: str, record: Datum, known: Mapping[str, set[str]], nearest: Mapping[str, Nearest]) -> Iterator[Diagnostic]:
    """A tenure that others give to somebody else names that person by id."""
    disputes = record.values.get("disputed") if name == "leadership" else None
    for index, dispute in enumerate(disputes if isinstance(disputes, list) else ()):
        if isinstance(dispute, dict) and dispute.get("field") == "person" and isinstance(value := dispute.get("value"), str):
            if value not in known["people"]:
                yield _finding(record, f"disputed.{index}.value", value, ["people"], nearest)


def _finding(record: Datum, path: str, value: str, registers: list[str], nearest: Mapping[str, Nearest]) -> Diagnostic:
    near = next((found for register in registers if (found := nearest[register](value))), "")
    where = " or ".join(f"data/{register}.yml" for register in registers)
    fix = f"did you mean '{near}'?" if near else f"add the record to {where}"
    place = record.places.get(path, record.places.get(path.rpartition(".")[0], record.location))
    return Diagnostic(place, CODE, f"no record '{shown(value)}' in {where}", fix)
