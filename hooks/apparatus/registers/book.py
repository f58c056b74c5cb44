"""Reads the registers out of the monograph's data. What is missing or misshapen is left empty: the checks report it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import TypeVar

from apparatus.grounds.texts import once
from apparatus.model import Datum, Location, Monograph
from apparatus.registers import values as v

Value = TypeVar("Value")
_NAMES = {  # the fields of the values that have another name in the files
    "within": "in",
    "notes": "note",
}
_LISTS = {"facts": v.Fact, "relations": v.Relation, "presence": v.Presence, "casualties": v.Toll, "blamed": v.Blame, "disputed": v.Dispute}


class _Record:
    """A mapping within a record of data: its values, and the place of each."""

    def __init__(self, datum: Datum, path: str, values: object) -> None:
        self._datum, self._path = datum, path
        self.values: Mapping[str, object] = values if isinstance(values, Mapping) else {}

    def place(self, name: str = "") -> Location:
        path = ".".join(part for part in (self._path, name) if part)
        return self._datum.places.get(path, self._datum.places.get(self._path, self._datum.location))

    def text(self, name: str) -> str:
        value = self.values.get(name)
        return " ".join(str(value).split()) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""

    def texts(self, name: str) -> tuple[str, ...]:
        value = self.values.get(name)
        listed = value if isinstance(value, list) else [] if value is None else [value]
        return tuple(" ".join(item.split()) for item in listed if isinstance(item, str))

    def number(self, name: str) -> int | None:
        value = self.values.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def within(self, name: str) -> _Record | None:
        value = self.values.get(name)
        return _Record(self._datum, self._child(name), value) if isinstance(value, Mapping) else None

    def items(self, name: str) -> list[_Record]:
        value = self.values.get(name)
        listed = value if isinstance(value, list) else []
        return [_Record(self._datum, self._child(f"{name}.{index}"), item) for index, item in enumerate(listed)]

    def _child(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name


@once
def registers(monograph: Monograph) -> v.Registers:
    """All registers of the book. Of records with the same id the first counts; those without one are left out."""
    structure = monograph.data.get("structure", ())
    return v.Registers(
        people=_by_id(monograph.data.get("people", ()), v.Person),
        groups=_by_id(monograph.data.get("groups", ()), v.Group),
        places=_by_id(monograph.data.get("places", ()), v.Place),
        events=_by_id(monograph.data.get("events", ()), v.Event),
        leadership=_by_id(monograph.data.get("leadership", ()), v.Tenure, _tenure),
        bodies=_by_id((d for d in structure if d.values.get("kind") == "body"), v.Body),
        lines=_by_id((d for d in structure if d.values.get("kind") == "line"), v.Line, _line),
        estimates=_by_id(monograph.data.get("estimates", ()), v.Estimate, _estimate),
        operations=_by_id(monograph.data.get("operations", ()), v.Operation),
        captions=_by_id(monograph.data.get("figures", ()), v.Caption),
    )


def _by_id(data: Iterable[Datum], kind: type[Value], read: Callable[[_Record], Value] | None = None) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for datum in data:
        record = _Record(datum, "", datum.values)
        if name := record.text("id"):
            found.setdefault(name, read(record) if read else _value(kind, record))
    return found


def _value(kind: type[Value], record: _Record, **known: object) -> Value:
    """A value of this kind, each of its fields read as the field's type wants it."""
    found: dict[str, object] = dict(known)
    for field in fields(kind):
        if field.name not in found:
            read = _read(field.name, str(field.type), record)
            if read is not None:
                found[field.name] = read
    return kind(**found)


def _read(name: str, type_: str, record: _Record) -> object:
    """A field's value, or None where its default is to stand."""
    if name == "location":
        return record.place()
    if name == "when":
        return _period(record)
    if name == "tile":
        tile = record.values.get("tile")
        pair = isinstance(tile, list) and len(tile) == 2 and all(isinstance(part, int) for part in tile)
        return (tile[0], tile[1]) if pair else None
    if name == "claimed":
        return tuple(_value(v.Blame, item) for item in record.items(name)) if isinstance(record.values.get(name), list) else None
    if name == "relations":
        return tuple(_value(v.Relation, item, when=_until(item)) for item in record.items(name))
    if name in _LISTS:
        return tuple(_value(_LISTS[name], item) for item in record.items(name))
    if name in ("summary", "outcome"):
        inner = record.within(name)
        return _value(v.Statement, inner) if inner else None
    name = _NAMES.get(name, name)
    if type_.startswith("tuple"):
        return record.texts(name)
    if type_.startswith("int"):
        return record.number(name)
    if type_ == "bool":
        truth = record.values.get(name)
        return truth if isinstance(truth, bool) else None
    return record.text(name)


def _period(record: _Record) -> v.Period:
    moment = record.text("date") or record.text("as_of")
    if moment:
        start, slash, end = moment.partition("/")
        return v.Period(start, end if slash else start, record.text("date_text"))
    return v.Period(record.text("from"), record.text("to") or record.text("until"), record.text("date_text"))


def _until(record: _Record) -> v.Period:
    """The time of a relation, in which ``to`` is the other group."""
    return v.Period(record.text("from"), record.text("until"), record.text("date_text"))


def _span(moment: str, phrase: str = "") -> v.Period:
    """The period of a moment; one some time from a date on ("2018-01/..") stays whole, since it is no span of that length."""
    if moment.endswith("/.."):
        return v.Period(moment, moment, phrase)
    start, slash, end = moment.partition("/")
    return v.Period(start, end if slash else start, phrase)


def _tenure(record: _Record) -> v.Tenure:
    place = record.place
    begun = v.Statement(
        place("from"), record.text("from_text"), record.text("from_cite"), _span(record.text("from")), label=record.text("from_label")
    )
    last = record.text("end_date") or record.text("to")
    ended = v.Statement(
        place("end_date" if record.text("end_date") else "to"),
        record.text("end_text") or record.text("to_text"),
        record.text("end_cite"),
        _span(last, record.text("end_date_text")),
    )
    after = record.within("after")
    fate = v.Fact(after.place(), cite=after.text("cite"), when=_period(after), kind=after.text("fate"), place=after.text("place")) if after else None
    stated = v.Statement(place("text"), record.text("text"), record.text("cite")) if record.text("text") else None
    return _value(v.Tenure, record, begun=begun, ended=ended, after=fate, stated=stated)


def _line(record: _Record) -> v.Line:
    return _value(v.Line, record, start=record.text("from"), end=record.text("to"), when=v.Period())


def _estimate(record: _Record) -> v.Estimate:
    value = record.number("value")
    low, high = record.number("min"), record.number("max")
    return _value(v.Estimate, record, min=value if low is None else low, max=value if high is None and low is None else high)
