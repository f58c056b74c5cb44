"""The registers as JSON: the records as they stand in ``data/``, with the names of what they refer to and the works they rest on."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from apparatus.exports import document
from apparatus.exports.register_fields import TARGETS, added, dictionary
from apparatus.exports.tables import place, works
from apparatus.exports.tables.columns import Book
from apparatus.grounds.numbering import anchor
from apparatus.model import Citation, Datum

VERSION = "1.0.0"  # raised as that of graph.json is, and apart from it
TITLES = {
    "people": "People",
    "groups": "Groups, bodies and media",
    "places": "Places",
    "events": "Events",
    "leadership": "Offices and their holders",
    "structure": "Organisation",
    "estimates": "Estimates",
    "operations": "Operations",
    "glossary": "Glossary",
}


def files(book: Book) -> Mapping[str, str]:
    """The documents by the name of their file: ``people.json`` … One of an empty register has no records."""
    return {f"{register}.json": render(register, book) for register in TITLES}


def render(register: str, book: Book) -> str:
    """The document of one register: the records in the order written, then the works they cite by citekey."""
    records = [_Filled(register, book).record(datum) for datum in _records(register, book)]
    keys = sorted({citation["citekey"] for record in records for citation in _citations(record)})
    return document.text(
        {
            "version": VERSION,
            "book": document.book(book.monograph),
            "register": register,
            "title": TITLES[register],
            "licence": document.DATA_LICENCE,
            "package": "datapackage.json",
            "fields": dictionary(register),
            "records": records,
            "sources": [_work(key, book) for key in keys],
        }
    )


def _records(register: str, book: Book) -> Iterator[Datum]:
    """The records that have an identifier; of those with the same one the first counts."""
    found: dict[str, Datum] = {}
    for datum in book.monograph.data.get(register, ()):
        name = datum.values.get("id") if register != "glossary" else anchor(str(datum.values.get("term") or ""))
        if name and isinstance(name, str | int | float):
            found.setdefault(str(name), datum)
    yield from found.values()


class _Filled:
    """Records of one register with what stands beside their fields."""

    def __init__(self, register: str, book: Book) -> None:
        self._register, self._book = register, book

    def record(self, datum: Datum) -> dict[str, object]:
        return {**self._mapping(datum.values, ""), "licence": document.DATA_LICENCE}

    def _mapping(self, values: Mapping[str, object], stem: str) -> dict[str, object]:
        found: dict[str, object] = {}
        for name, value in values.items():
            path = f"{stem}{name}"
            found[str(name)] = self._value(value, path)
            for beside in added(self._register, path, isinstance(value, list)):
                found[beside.removeprefix(stem)] = self._beside(beside, path, value)
        return found

    def _value(self, value: object, path: str) -> object:
        if isinstance(value, Mapping):
            return self._mapping(value, f"{path}.")
        if isinstance(value, list):
            return [self._value(item, path) for item in value]
        if isinstance(value, str):
            return " ".join(value.split())
        plain = value is None or isinstance(value, bool | int) or (isinstance(value, float) and math.isfinite(value))
        return value if plain else str(value)  # a date where text should be, while the source is being written

    def _beside(self, name: str, path: str, value: object) -> object:
        if name.endswith("citations"):
            return [_citation(one) for one in works.cited(_text(value))]
        if name.endswith("source"):
            return works.sources((_text(value),), self._book)
        if name.endswith("section"):
            return place(_text(value))
        target = TARGETS[self._register][path]
        if isinstance(value, list):
            return [self._name(target, _text(item)) for item in value]
        return self._name(target, _text(value))

    def _name(self, target: str, name: str) -> str | None:
        """What an id stands for: a name or a title; for a time in office its holder. None for an id that nothing has."""
        record = getattr(self._book.registers, target).get(name)
        if record is None:
            return None
        if target == "events":
            return record.title
        if target == "leadership" and record.person:
            return self._name("people", record.person)
        return record.name


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _citation(citation: Citation) -> dict[str, object]:
    locator = citation.locator
    return {
        "citekey": citation.citekey,
        "prefix": citation.prefix,
        "locator": {"label": locator.label, "value": locator.value, "text": locator.text} if locator else None,
        "suffix": citation.suffix,
    }


def _citations(value: object) -> Iterator[dict[str, str]]:
    """Every citation within a record."""
    for name, item in value.items() if isinstance(value, dict) else ((None, item) for item in value if isinstance(value, list)):
        if name is not None and str(name).endswith("citations"):
            yield from item
        elif isinstance(item, dict | list):
            yield from _citations(item)


def _work(citekey: str, book: Book) -> dict[str, object]:
    work = works.work(citekey, book)
    return {
        "citekey": work.citekey,
        "source": works.short(citekey, book),
        "reference": work.reference,
        "support": work.support or None,
        "extremist": work.extremist,
        "url": work.url or None,
        "archive": work.archive or None,
        "rights": work.rights,
    }
