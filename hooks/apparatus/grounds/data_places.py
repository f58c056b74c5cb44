"""Where in a data file the name of a field stands; the model has the places of the values."""

from __future__ import annotations

import re
from functools import lru_cache

from apparatus.model import Location, Monograph


def of_key(monograph: Monograph, record: Location, key: str) -> Location:
    """The place of ``key:`` in the record that begins at ``record``; the record's own place if it is not found."""
    text = next((source.text for source in monograph.sources if source.path == record.path), "")
    lines = _lines(text)
    pattern = re.compile(rf"([ \t]*(?:-[ \t]+)?)[\"']?{re.escape(key)}[\"']?[ \t]*:(?=\s|\Z)")
    for number in range(record.line, len(lines) + 1):
        line = lines[number - 1]
        if number > record.line and re.match(r"-[ \t]", line):
            break
        if match := pattern.match(line):
            return Location(record.path, number, len(match[1]) + 1)
    return record


@lru_cache(maxsize=4)
def _lines(text: str) -> list[str]:
    return re.split(r"\r\n|\r|\n", text)
