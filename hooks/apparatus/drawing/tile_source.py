"""Reads a map of tiles from a ``tiles`` fence: panels, groups, and for each tile its square and what is stated in each panel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from apparatus.drawing.chart import cells
from apparatus.drawing.fence_lines import Line, lines, misset
from apparatus.drawing.mermaid import Fault

SETTINGS = {
    "title": "what the map shows, in a few words",
    "switch": "what the panels are, as in `Year`",
    "panels": "their names, as in `2019 | 2020`",
    "group": "the name of the tiles that follow; each group stands apart from the one before",
}
LEVELS = {  # the strongest first; what each letter says to a reader
    "base": "base: a hub, headquarters or stronghold",
    "contested": "contested: fought over",
    "present": "present: fighters, members, cells or leaders",
    "attack": "attack: an attack only",
    "none": "none: said to have been cleared, or to be absent",
}
MOST_PANELS, MOST_COLUMNS, MOST_ROWS, LONGEST = 12, 10, 20, 100
_SQUARE = re.compile(r"([0-9]{1,2})[ \t]+([0-9]{1,2})")


@dataclass(frozen=True)
class Mark:
    """A level stated of a place; ``doubtful`` where every statement of it is reported, disputed or inferred."""

    level: str
    doubtful: bool = False


@dataclass(frozen=True)
class Tile:
    """A place on its square, columns and rows from 1, with its marks in each panel; none where nothing is stated.

    What is certain stands before what is doubtful, and of either the strongest first.
    """

    name: str
    column: int
    row: int
    group: int
    marks: tuple[tuple[Mark, ...], ...]


@dataclass(frozen=True)
class TileMap:
    """A map of tiles. Each tile has as many tuples of marks as there are panels; a single group may have no name."""

    title: str
    switch: str
    panels: tuple[str, ...]
    groups: tuple[str, ...]
    tiles: tuple[Tile, ...]


def read(source: str) -> tuple[TileMap | None, tuple[Fault, ...]]:
    """The map of a fence, or None and everything that is wrong with it, in order of place."""
    found = list(lines(source, SETTINGS))
    value = {line.name: line for line in reversed(found) if line.name}
    panels = tuple(cells(value["panels"].cells[0])) if "panels" in value else ()
    faults = [*misset(found, SETTINGS, {"group"}, LONGEST), *_missing(value), *_panels(value, panels)]
    groups, tiles = [""], []
    for line in found:
        if line.name == "group":
            groups = [line.cells[0]] if groups == [""] and not tiles else [*groups, line.cells[0]]
        elif not line.name:
            faults += _row(line, len(panels))
            if len(line.cells) > 1 and _SQUARE.fullmatch(line.cells[1]):
                tiles.append((line, _tile(line, len(groups) - 1)))
    faults += _places(tiles)
    if not any(not line.name for line in found):
        faults.append(Fault(1, 1, "no row with a tile, as in `Kent | 3 2 | base`"))
    if faults:
        return None, tuple(sorted(set(faults), key=lambda fault: (fault.line, fault.column, fault.message)))
    made = tuple(tile for _, tile in tiles)
    return TileMap(value["title"].cells[0], value["switch"].cells[0], panels, tuple(groups), made), ()


def _missing(value: dict[str, Line]) -> list[Fault]:
    return [Fault(1, 1, f"no line `{name}: …`, {SETTINGS[name]}") for name in ("title", "switch", "panels") if name not in value]


def _panels(value: dict[str, Line], panels: tuple[str, ...]) -> Iterator[Fault]:
    if "panels" not in value:
        return
    if len(panels) > MOST_PANELS:
        yield value["panels"].fault(f"{len(panels)} panels; a map can show {MOST_PANELS}")
    if not all(panels) or len(set(panels)) < len(panels):
        yield value["panels"].fault("each panel needs a name of its own")
    if any(len(panel) > 12 for panel in panels):
        yield value["panels"].fault("the name of a panel is longer than 12 characters")


def _row(line: Line, panels: int) -> Iterator[Fault]:
    name, square, *stated = (*line.cells, "")[: max(2, len(line.cells))]
    if not name or len(name) > LONGEST:
        yield line.fault(f"a tile needs a name of at most {LONGEST} characters")
    match = _SQUARE.fullmatch(square)
    if not match or not (1 <= int(match[1]) <= MOST_COLUMNS and 1 <= int(match[2]) <= MOST_ROWS):
        yield line.fault(f"'{square[:40]}' is no square: column (1 to {MOST_COLUMNS}), a space, row (1 to {MOST_ROWS})")
    if len(stated) != panels:
        yield line.fault(f"{len(stated)} cell{'s' * (len(stated) != 1)} for {panels} panels")
    for cell in stated:
        levels = [level.removesuffix("?") for level in _levels(cell)]
        for level in levels:
            if level not in LEVELS:
                yield line.fault(f"no level '{level[:40]}'; there are {', '.join(LEVELS)}, each perhaps with '?'")
        if len(set(levels)) < len(levels):
            yield line.fault(f"'{cell[:40]}' names a level twice")


def _levels(cell: str) -> list[str]:
    return [level.strip() for level in cell.split(",")] if cell else []


def _tile(line: Line, group: int) -> Tile:
    name, square, *stated = line.cells
    column, row = map(int, square.split())
    marks = tuple(tuple(sorted(filter(_known, map(_mark, _levels(cell))), key=_order)) for cell in stated)
    return Tile(name, column, row, group, marks)


def _known(mark: Mark) -> bool:
    return mark.level in LEVELS


def _order(mark: Mark) -> tuple[bool, int]:
    return mark.doubtful, list(LEVELS).index(mark.level)


def _mark(level: str) -> Mark:
    return Mark(level.removesuffix("?"), level.endswith("?"))


def _places(tiles: list[tuple[Line, Tile]]) -> Iterator[Fault]:
    """Names and squares that are taken, and groups that would run into one another when they are moved apart."""
    squares: dict[tuple[int, int], str] = {}
    names: set[str] = set()
    for line, tile in tiles:
        taken = squares.setdefault((tile.column, tile.row), tile.name)
        if tile.name in names:
            yield line.fault(f"'{tile.name}' has a tile already")
        elif taken != tile.name:
            yield line.fault(f"'{taken}' stands on this square")
        names.add(tile.name)
        for _, other in tiles:
            if other.group < tile.group and (
                (other.row == tile.row and other.column > tile.column) or (other.column == tile.column and other.row > tile.row)
            ):
                yield line.fault(f"the tile stands before '{other.name}' of an earlier group; a group stands right of and below those before")
                break
