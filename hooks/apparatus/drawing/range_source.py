"""Reads a chart of ranges from a ``ranges`` fence: panels, and in each rows with a label, a number as printed and its bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from apparatus.drawing.fence_lines import Line, lines, misset
from apparatus.drawing.mermaid import Fault

SETTINGS = {
    "title": "what the chart shows, in a few words",
    "panel": "what the rows that follow count; each panel has a scale of its own",
}
FLAGS = ("added", "uncertain")
MOST_ROWS, LONGEST, LONGEST_NUMBER, LARGEST = 100, 200, 60, 10**9
_NUMBER = re.compile(r"[0-9]{1,10}")


@dataclass(frozen=True)
class Row:
    """One estimate: whose and when, the number as printed, its bounds; None is an open end, and both None a number only in words.

    ``added`` marks what only the editors add, ``uncertain`` what is reported, disputed or inferred.
    """

    label: str
    said: str
    low: int | None
    high: int | None
    added: bool = False
    uncertain: bool = False


@dataclass(frozen=True)
class Panel:
    """Rows that share a scale; a single panel may have no name."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class RangeChart:
    """A chart of ranges: at least one panel, none without rows."""

    title: str
    panels: tuple[Panel, ...]


def read(source: str) -> tuple[RangeChart | None, tuple[Fault, ...]]:
    """The chart of a fence, or None and everything that is wrong with it, in order of place."""
    found = list(lines(source, SETTINGS))
    faults = [*misset(found, SETTINGS, {"panel"}, LONGEST), *_shape(found)]
    for line in found:
        faults += [] if line.name else _row(line)
    if faults:
        return None, tuple(sorted(faults, key=lambda fault: (fault.line, fault.column)))
    title = next(line.cells[0] for line in found if line.name == "title")
    panels: list[tuple[str, list[Row]]] = []
    for line in found:
        if line.name == "panel" or (not line.name and not panels):
            panels.append((line.cells[0] if line.name else "", []))
        if not line.name:
            panels[-1][1].append(_made(line))
    return RangeChart(title, tuple(Panel(name, tuple(rows)) for name, rows in panels)), ()


def _shape(found: list[Line]) -> Iterator[Fault]:
    """A chart without title or rows, too many of them, a panel without."""
    if not any(line.name == "title" for line in found):
        yield Fault(1, 1, f"no line `title: …`, {SETTINGS['title']}")
    rows = [line for line in found if not line.name]
    if not rows:
        yield Fault(1, 1, "no row with a number, as in `May 2020, a report | 1,000–3,000 | 1000 | 3000`")
    if len(rows) > MOST_ROWS:
        yield rows[MOST_ROWS].fault(f"more than {MOST_ROWS} rows")
    shown = [line for line in found if line.name in ("", "panel")]
    for line, after in zip_longest(shown, shown[1:]):
        if rows and line.name and (after is None or after.name):
            yield line.fault("the panel has no row")


def _row(line: Line) -> Iterator[Fault]:
    if len(line.cells) not in (4, 5):
        wanted = "a row has a label, the number as printed, the lowest and the highest value, perhaps flags"
        yield line.fault(f"{len(line.cells)} cells; {wanted}")
        return
    label, said, *ends = line.cells[:4]
    if not label or len(label) > LONGEST:
        yield line.fault(f"a row needs a label of at most {LONGEST} characters")
    if not said or len(said) > LONGEST_NUMBER:
        yield line.fault(f"a row needs its number as printed, in at most {LONGEST_NUMBER} characters")
    wrong = [end for end in ends if end and not (_NUMBER.fullmatch(end) and int(end) <= LARGEST)]
    for end in wrong:
        yield line.fault(f"'{end[:40]}' is no whole number as it is wanted here: digits only, or nothing for an open end")
    if all(ends) and not wrong and int(ends[0]) > int(ends[1]):
        yield line.fault(f"the lowest value {ends[0]} is above the highest {ends[1]}")
    for flag in _flags(line):
        if flag not in FLAGS:
            yield line.fault(f"no flag '{flag[:40]}'; there are {' and '.join(FLAGS)}")


def _flags(line: Line) -> list[str]:
    return [flag.strip() for flag in line.cells[4].split(",")] if len(line.cells) == 5 and line.cells[4] else []


def _made(line: Line) -> Row:
    label, said, low, high = line.cells[:4]
    flags = _flags(line)
    return Row(label, said, int(low) if low else None, int(high) if high else None, "added" in flags, "uncertain" in flags)
