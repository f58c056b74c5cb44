"""One change to one source, and how a place in a file is found again in its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from apparatus.model import Entry, Field, Location, Monograph, Source


@dataclass(frozen=True)
class Edit:
    """Replace the characters from ``start`` to ``end`` (exclusive) of a source by ``text``; ``what`` says so to people."""

    path: str
    start: int
    end: int
    text: str
    location: Location
    what: str


def offset(source: Source, location: Location) -> int:
    """Where a location stands in the source's text. Columns do not count a byte order mark."""
    start = 1 if source.has_byte_order_mark and location.line == 1 else 0
    for _ in range(location.line - 1):
        start = source.text.index("\n", start) + 1
    return start + location.column - 1


def values(monograph: Monograph, names: frozenset[str]) -> Iterator[tuple[Source, Entry, Field, int]]:
    """Each field of these names whose value stands in the file as it is read, with its offset; macros are left out."""
    sources = {source.path: source for source in monograph.sources}
    for entry in monograph.entries:
        for field in entry.fields:
            if field.name not in names or field.value_location is None or not field.value:
                continue
            source = sources[field.value_location.path]
            start = offset(source, field.value_location)
            start += source.text[start : start + 1] in ("{", '"')
            if source.text.startswith(field.value, start):
                yield source, entry, field, start
