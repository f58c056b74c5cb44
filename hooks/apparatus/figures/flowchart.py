"""Boxes and lines as a Mermaid flowchart, with a description that tells a listener all that a viewer sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from apparatus.drawing.palette import ROLES

WIDTH = 25  # characters in a line of a box: five boxes side by side stay legible on a desk, two on a phone
NARROW = 18  # in a line of a label on a line
COMMA = 150  # how much unevenness a break after a comma is worth
_ENTITIES = {"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "`": "#96;"}


@dataclass(frozen=True)
class Box:
    """A box: its id, what it says in parts that begin a line of their own, its role in the palette."""

    id: str
    parts: tuple[str, ...]
    role: str = ""

    @property
    def words(self) -> str:
        """What it says, in one phrase."""
        first, *more = self.parts
        return (f"{first}: {', '.join(more)}" if more else first).replace(": (", " (").replace(", (", " (")


@dataclass(frozen=True)
class Line:
    """A line between two boxes by id: its label, its pattern, what it says in a sentence without full stop."""

    start: str
    end: str
    said: str
    label: str = ""
    broken: bool = False
    arrow: bool = True


def fence(
    title: str, boxes: Sequence[Box], lines: Sequence[Line], description: str = "", width: int = WIDTH, beside: int | None = None
) -> str:
    """The fence of a flowchart. Without a description of its own it has one of all boxes and lines, in their order.

    ``width`` is that of a box in characters. ``beside`` is how many boxes where the drawing ends may stand beside each other below
    the same box: further ones stand under them, so that it stays narrow.
    """
    names = {box.id: f"b{number}" for number, box in enumerate(boxes, start=1)}
    lines = [line for line in lines if line.start in names and line.end in names]
    source = ["flowchart TD", f"    accTitle: {_one_line(title)}", f"    accDescr: {_one_line(description or described(boxes, lines))}"]
    source += [f'    {names[box.id]}["{_label(box.parts, width)}"]' for box in boxes]
    source += [_line(line, names) for line in lines]
    source += [f"    {names[upper]} ~~~ {names[lower]}" for upper, lower in _below(lines, beside or len(boxes))]
    for role in ROLES:
        if members := ",".join(names[box.id] for box in boxes if box.role == role):
            source.append(f"    class {members} {role}")
    return "```mermaid\n" + "\n".join(source) + "\n```"


def described(boxes: Iterable[Box], lines: Iterable[Line]) -> str:
    """What each box says, then what each line says, a sentence each."""
    told = [f"{box.words}." for box in boxes]
    told += [f"{line.said[:1].upper()}{line.said[1:]}." for line in lines]
    return " ".join(told)


def uncertain(certainty: str, words: str) -> str:
    """How sure something is, as one more part of a label; nothing where it is plain fact or the label has said so already."""
    hedged = re.search(r"report|likely|possibl|perhaps|disput|infer", words)
    return "" if hedged else certainty


def phrases(*texts: str) -> tuple[str, ...]:
    """Labels cut where a semicolon cuts them; what is empty is left out."""
    return tuple(part for text in texts for part in re.split(r"\s*;\s*", text) if part)


def _below(lines: Sequence[Line], beside: int) -> list[tuple[str, str]]:
    """Pairs of boxes, the second to stand under the first: ends of the drawing that hang on nothing but the same box."""
    starts, ends = [line.start for line in lines], [line.end for line in lines]
    hanging: dict[str, list[str]] = {}
    for line in lines:
        if line.end not in starts and ends.count(line.end) == 1:
            hanging.setdefault(line.start, []).append(line.end)
    return [pair for found in hanging.values() for pair in zip(found, found[beside:], strict=False)]


def _line(line: Line, names: dict[str, str]) -> str:
    pattern = {(False, False): "---", (False, True): "-->", (True, False): "-.-", (True, True): "-.->"}[line.broken, line.arrow]
    label = f'|"{_label((line.label,), NARROW)}"|' if line.label else ""
    return f"    {names[line.start]} {pattern}{label} {names[line.end]}"


def _label(parts: Iterable[str], width: int) -> str:
    return "<br/>".join(_escaped(row) for part in parts for row in _rows(part, width))


def _rows(text: str, width: int) -> list[str]:
    """The label in as few rows as it needs, of lengths as even as can be, rather broken after a comma. Words stay whole."""
    words = text.split()
    best: list[tuple[int, int, list[str]]] = [(0, 0, [])]  # for each number of words: rows, unevenness, the rows themselves
    for end in range(1, len(words) + 1):
        found = []
        for start in range(end):
            row = " ".join(words[start:end])
            if len(row) <= width or start == end - 1:
                count, cost, rows = best[start]
                broken = COMMA if end < len(words) and row.endswith(",") else 0
                found.append((count + 1, cost + (width - len(row)) ** 2 - broken, [*rows, row]))
        best.append(min(found))
    return best[-1][2]


def _escaped(text: str) -> str:
    return re.sub("[" + "".join(_ENTITIES) + "]", lambda match: _ENTITIES[match[0]], text)


def _one_line(text: str) -> str:
    return " ".join(text.split()) or "–"
