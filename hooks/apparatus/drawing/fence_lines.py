"""The lines of a fence of ours: settings as ``name: value`` and rows of cells parted by ``|``, each with its number."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from apparatus.drawing.chart import cells
from apparatus.drawing.mermaid import Fault

_SETTING = re.compile(r"[ \t]*([A-Za-z]+)[ \t]*:[ \t]*(.*?)[ \t]*")


@dataclass(frozen=True)
class Line:
    """One line that says something: a setting with its ``name`` and its value as the only cell, or a row without name."""

    number: int
    name: str
    cells: tuple[str, ...]

    def fault(self, message: str) -> Fault:
        return Fault(self.number, 1, message)


def lines(source: str, settings: Collection[str]) -> Iterator[Line]:
    """The lines in order; empty ones and those that begin with ``%%`` are left out.

    A line with ``|`` is a row even if it begins like a setting, unless there is a setting of that name.
    """
    for number, written in enumerate(re.split(r"\r\n|\r|\n", source), start=1):
        if not written.strip() or written.lstrip().startswith("%%"):
            continue
        setting = _SETTING.fullmatch(written)
        if setting and (setting[1].lower() in settings or "|" not in written):
            yield Line(number, setting[1].lower(), (setting[2],))
        else:
            yield Line(number, "", tuple(cells(written)))


def misset(found: list[Line], settings: Collection[str], repeated: Collection[str], longest: int) -> Iterator[Fault]:
    """Settings that are unknown, empty, too long, or set twice though not among the ``repeated``."""
    seen: set[str] = set()
    for line in found:
        if not line.name:
            continue
        if line.name not in settings:
            yield line.fault(f"no setting '{line.name[:40]}'; there are {', '.join(settings)}")
        elif line.name in seen and line.name not in repeated:
            yield line.fault(f"'{line.name}' is set a second time")
        elif not line.cells[0]:
            yield line.fault(f"'{line.name}' is empty")
        elif len(line.cells[0]) > longest:
            yield line.fault(f"'{line.name}' is longer than {longest} characters")
        seen.add(line.name)
