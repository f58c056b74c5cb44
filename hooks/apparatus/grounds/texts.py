"""Source texts by character: from a Location to an offset and back, the strings of a record, and text fit for a message."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from functools import wraps
from typing import TypeVar

from apparatus.model import Datum, Entry, Field, Location, Monograph
from apparatus.read.places import BOM, Places

Result = TypeVar("Result")
LONGEST = 80  # characters of foreign text in a message


def once(read: Callable[[Monograph], Result]) -> Callable[[Monograph], Result]:
    """Remember what a function read from the last monograph: several checks ask for the same."""
    last: list = [None, None]

    @wraps(read)
    def remembered(monograph: Monograph) -> Result:
        if last[0] is not monograph:
            last[:] = [monograph, read(monograph)]
        return last[1]

    return remembered


class Texts:
    """The text of every source and page of one monograph."""

    def __init__(self, monograph: Monograph) -> None:
        self._texts = {page.path: page.text for page in monograph.pages}
        self._texts |= {source.path: source.text for source in monograph.sources}
        self._places: dict[str, Places] = {}

    def text(self, path: str) -> str:
        """The text of a source; empty if there is none."""
        return self._texts.get(path, "")

    def at(self, path: str, offset: int) -> Location:
        """The Location of a character."""
        return self._of(path).at(offset)

    def offset(self, location: Location) -> int:
        """The offset of a Location, or -1 if its source does not reach that far."""
        places = self._of(location.path)
        if not 0 < location.line <= len(places.starts) or not places.text:
            return -1
        start = places.starts[location.line - 1]
        if location.line == 1 and places.text.startswith(BOM):
            start += len(BOM)
        offset = start + location.column - 1
        return offset if offset <= len(places.text) else -1

    def find(self, needle: str, location: Location, reach: int) -> int:
        """The offset of a string that begins at most ``reach`` characters after a Location, or -1."""
        start = self.offset(location)
        return -1 if start < 0 else self.text(location.path).find(needle, start, start + reach + len(needle))

    def value(self, field: Field) -> int:
        """The offset of the first character of a field's value, or -1 if the value is not written in one piece."""
        if field.value_location is None or (start := self.offset(field.value_location)) < 0:
            return -1
        text = self.text(field.value_location.path)
        start += text[start : start + 1] in ("{", '"') if text[start : start + 1] else 0
        return start if text.startswith(field.value, start) else -1

    def _of(self, path: str) -> Places:
        if path not in self._places:
            self._places[path] = Places(path, self.text(path))
        return self._places[path]


@once
def texts(monograph: Monograph) -> Texts:
    """The texts of a monograph."""
    return Texts(monograph)


def strings(datum: Datum) -> Iterator[tuple[str, str, Location]]:
    """Every string of a record: its dotted path, itself, and where it stands."""
    pending: list[tuple[str, object]] = [("", datum.values)]
    while pending:
        name, value = pending.pop()
        if isinstance(value, str):
            yield name, value, datum.places.get(name, datum.location)
        elif isinstance(value, dict):
            pending += [(f"{name}.{key}" if name else str(key), item) for key, item in reversed(value.items())]
        elif isinstance(value, list | tuple):
            pending += [(f"{name}.{index}" if name else str(index), item) for index, item in reversed([*enumerate(value)])]


def fields(monograph: Monograph) -> Iterator[tuple[Entry, Field]]:
    """Every field with a value, with its entry, in source order."""
    for entry in monograph.entries:
        for field in entry.fields:
            if isinstance(field.value, str) and field.value.strip():
                yield entry, field


class Nearest:
    """Finds the known name nearest to a mistyped one; after many it stops searching, for a search takes long."""

    def __init__(self, names: Iterable[str], most: int = 100) -> None:
        self._names, self._left = sorted(set(names)), most

    def __call__(self, name: str, cutoff: float = 0.6) -> str:
        """The nearest name, or nothing."""
        if self._left <= 0 or len(name) > 100:
            return ""
        self._left -= 1
        near = get_close_matches(name, self._names, n=1, cutoff=cutoff)
        return near[0] if near else ""


def shown(text: object) -> str:
    """Foreign text as a message can hold it: on one line, printable, not too long."""
    line = "".join(sign if sign.isprintable() else " " for sign in str(text)[: 4 * LONGEST])
    line = " ".join(line.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
