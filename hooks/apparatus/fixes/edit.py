"""One change to one source, and how a place in a file is found again in its text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from apparatus.model import Entry, Field, Location, Monograph, Source
from apparatus.read.places import Places


@dataclass(frozen=True)
class Edit:
    """Replace the characters from ``start`` to ``end`` (exclusive) of a source by ``text``; ``what`` says so to people."""

    path: str
    start: int
    end: int
    text: str
    location: Location
    what: str


class Taken:
    """The stretches of one source that edits have taken; none overlaps another. Insertions may meet at one place, but not within one."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int]] = []  # in order

    def take(self, start: int, end: int) -> bool:
        """Take a stretch, if it is free; whether it was."""
        index = bisect_left(self._spans, (start, end))
        near = self._spans[max(index - 1, 0) : index + 1]
        free = all(end <= other_start or other_end <= start for other_start, other_end in near)
        if free:
            self._spans.insert(index, (start, end))
        return free


def offset(source: Source, location: Location) -> int:
    """Where a location stands in the source's text. Columns do not count a byte order mark."""
    start = 1 if source.has_byte_order_mark and location.line == 1 else _line_starts(source.text)[location.line - 1]
    return start + location.column - 1


@lru_cache(maxsize=8)
def _line_starts(text: str) -> tuple[int, ...]:
    return tuple(Places("", text).starts)


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
