"""Maps of tiles as SVG: a square a place, no border drawn; what is stated shows by letter and pattern, a picture for each panel."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from apparatus.drawing.measure import width
from apparatus.drawing.mermaid import Drawing, Fault
from apparatus.drawing.pieces import LINE, SIZE, broken, fill, line, root, safe, shown, text
from apparatus.drawing.tile_names import fitted
from apparatus.drawing.tile_source import LEVELS, Mark, Tile, TileMap, read

WIDE, LARGEST, GAP, SPACE, PAD = 420.0, 60.0, 16.0, 4.0, 1.5  # all; a cell at most; between groups; between tiles; beside words
CLOSE = 14.5  # from line to line within a tile
LETTERS = {level: level[0].upper() for level in LEVELS}
INSET = {"contested": 4.5, "none": 3.5}  # how far the pattern of a level reaches into its tile, as a frame
BLANK = "empty: nothing is stated, which does not mean that nothing was there"
DOUBT = "?: every statement of this level is reported, disputed or inferred; where that gives the pattern, its edge is broken"
SEVERAL = "several letters: several statements; the first gives the pattern, what is certain before what is not"


@dataclass(frozen=True)
class Panels:
    """A map in all its panels: the picture of each, in order, and the legend that all share. ``name`` begins every id."""

    name: str
    title: str
    switch: str
    panels: tuple[tuple[str, Drawing], ...]
    legend: Drawing


def faults(source: str) -> tuple[Fault, ...]:
    """What is wrong with the source of a map, in order of place; nothing when it can be drawn."""
    return read(source)[1]


def draw(source: str) -> Panels | Fault:
    """The pictures of a ``tiles`` fence, or the first thing that is wrong with it. The same source gives the same bytes."""
    tilemap, wrong = read(source)
    if tilemap is None:
        return wrong[0]
    name = "tiles-" + hashlib.sha256(source.encode("utf-8", "replace")).hexdigest()[:8]
    frame = _Frame(tilemap)
    panels = tuple((panel, _panel(tilemap, frame, f"{name}-{place + 1}", place)) for place, panel in enumerate(tilemap.panels))
    return Panels(name, tilemap.title, tilemap.switch, panels, _legend(tilemap, f"{name}-legend"))


class _Frame:
    """Where everything stands: the size of a cell, the head room for the groups' names, the left upper corner of each tile."""

    def __init__(self, tilemap: TileMap) -> None:
        used = {tile.group for tile in tilemap.tiles}
        self.columns, self.rows = (max(getattr(tile, side) for tile in tilemap.tiles) for side in ("column", "row"))
        self._moved = {group: GAP * place for place, group in enumerate(sorted(used))}
        self.cell = min(LARGEST, (WIDE - GAP * (len(used) - 1)) / self.columns)
        self._labels = [self._label(tilemap, group) for group in sorted(used) if tilemap.groups[group]]
        self.head = max([0.0, *(len(lines) * LINE - top for _, _, top, lines in self._labels)])
        self.high = self.head + max(self._moved[tile.group] + tile.row * self.cell for tile in tilemap.tiles) + 1

    def corner(self, tile: Tile) -> tuple[float, float]:
        moved = self._moved[tile.group]
        return moved + (tile.column - 1) * self.cell, self.head + moved + (tile.row - 1) * self.cell

    def _label(self, tilemap: TileMap, group: int) -> tuple[float, str, float, list[str]]:
        """A group's name above its uppermost tile, at the left edge for the first group, at the right of that tile for others."""
        mine = [tile for tile in tilemap.tiles if tile.group == group]
        row, moved = min(tile.row for tile in mine), self._moved[group]
        top = moved + (row - 1) * self.cell - 3
        if group == 0:
            return 0.0, "", top, broken(tilemap.groups[0], WIDE * 0.6, bold=True)
        right = moved + max(tile.column for tile in mine if tile.row == row) * self.cell - SPACE / 2
        return right, "end", top, broken(tilemap.groups[group], min(self.cell + GAP - 6, right), bold=True)

    def names(self) -> Iterator[str]:
        for x, anchor, top, lines in self._labels:
            for number, words in enumerate(lines, start=1):
                yield text(x, self.head + top - 4 - (len(lines) - number) * LINE, words, bold=True, anchor=anchor)


def _panel(tilemap: TileMap, frame: _Frame, name: str, place: int) -> Drawing:
    body = [_hatch(name), *frame.names()]
    for tile in tilemap.tiles:
        body.append(f"<g>{''.join(_tile(tile, tile.marks[place], *frame.corner(tile), frame.cell, name))}</g>")
    title, said = f"{tilemap.title}: {tilemap.panels[place]}", description(tilemap, place)
    return Drawing(root(name, WIDE, round(frame.high, 2), title, said, "".join(body)), title, said, WIDE)


def description(tilemap: TileMap, place: int) -> str:
    """What a panel says, in words: for each level the places of which it is stated, and of how many nothing is."""
    said = []
    for level in LEVELS:
        named = [(tile.name, mark.doubtful) for tile in tilemap.tiles for mark in tile.marks[place] if mark.level == level]
        if named:
            listed = ", ".join(name + (" (uncertain)" if doubtful else "") for name, doubtful in sorted(named))
            said.append(f"{LEVELS[level].partition(':')[0].capitalize()}: {listed}.")
    silent = sum(not tile.marks[place] for tile in tilemap.tiles)
    rest = f"the other {silent}" if said else f"all {silent}"
    return " ".join([*said, f"Nothing is stated of {rest}."] if silent else said)


def _tile(tile: Tile, marks: tuple[Mark, ...], x: float, y: float, cell: float, name: str) -> Iterator[str]:
    """The square with its pattern, the name, and the letters of what is stated."""
    said = "; ".join(mark.level + ("?" * mark.doubtful) for mark in marks) or "nothing stated"
    yield f"<title>{safe(f'{tile.name}: {said}')}</title>"
    level = marks[0].level if marks else ""
    yield from _square(level, bool(marks) and marks[0].doubtful, x + SPACE / 2, y + SPACE / 2, cell - SPACE, name)
    colour, strong, inset = {"base": "label", "": "line"}.get(level, "text"), level == "base", INSET.get(level, 0.0)
    room, middle = cell - SPACE - 2 * (PAD + inset), x + cell / 2
    lines = fitted(tile.name, room, strong)
    foot = y + cell - SPACE / 2 - inset - 4  # where the letters stand
    first = y + (cell - (len(lines) + bool(marks)) * CLOSE) / 2 + CLOSE - 3
    for number, words in enumerate(lines):
        yield text(middle, round(first + number * CLOSE, 2), words, bold=strong, anchor="middle", colour=colour)
    if marks:
        low = round(max(foot - 2, first + len(lines) * CLOSE), 2)
        yield text(middle, low, letters(marks, room), bold=True, anchor="middle", colour=colour)


def letters(marks: tuple[Mark, ...], room: float) -> str:
    """The letters of the levels, the doubtful with ``?``; a ``+`` stands for those that have no room."""
    each = [LETTERS[mark.level] + "?" * mark.doubtful for mark in marks]
    for count in range(len(each), 0, -1):
        for between in (" ", "\u2009"):
            words = between.join(each[:count] + ["+"] * (count < len(each)))
            if width(words, SIZE, bold=True) <= room:
                return words
    return each[0]


def _square(level: str, doubtful: bool, x: float, y: float, side: float, name: str) -> Iterator[str]:
    """The pattern of a level; a place of which nothing is stated has a faint broken edge only."""

    def box(inset: float, attributes: str) -> str:
        long = side - 2 * inset
        return f'<rect x="{x + inset:.2f}" y="{y + inset:.2f}" width="{long:.2f}" height="{long:.2f}" {attributes}/>'

    edge = f'stroke="{line("plain")}"' + (' stroke-dasharray="5 3"' if doubtful else "")
    if level == "base":
        yield box(0.5, f'fill="{line("plain")}" {edge}')
    elif level == "contested":
        yield box(0.5, f'fill="{fill("plain")}" {edge}')
        yield box(2.75, f'fill="none" stroke="url(#{name}-hatch)" stroke-width="3.5"')
    elif level == "present":
        yield box(0.5, f'fill="{fill("plain")}" {edge}')
    elif level == "attack":
        yield box(0.5, f'fill="{shown("label")}" {edge}')
        yield f'<path d="M{x + side - 13:.2f} {y + 1:.2f}h12v12z" fill="{line("plain")}"/>'
    elif level == "none":
        yield box(0.5, f'fill="{shown("label")}" {edge}')
        yield box(3, f'fill="none" {edge}')
    else:
        yield box(0.5, f'fill="none" stroke="{shown("border")}" stroke-dasharray="1.5 4" stroke-width="1"')


def _hatch(name: str) -> str:
    return (
        f'<defs><pattern id="{name}-hatch" width="5" height="5" patternUnits="userSpaceOnUse">'
        f'<path d="M-1 1L1 -1M0 5L5 0M4 6L6 4" stroke="{line("plain")}" stroke-width="1.6" fill="none"/></pattern></defs>'
    )


def _legend(tilemap: TileMap, name: str) -> Drawing:
    """A sample and the words for each level that occurs, for doubt and for silence if they occur."""
    all_marks = [marks for tile in tilemap.tiles for marks in tile.marks]
    used = [level for level in LEVELS if any(mark.level == level for marks in all_marks for mark in marks)]
    entries = [(level, LETTERS[level], LEVELS[level]) for level in used]
    if not all(all_marks):
        entries.append(("", "", BLANK))
    notes = [SEVERAL] * any(len(marks) > 1 for marks in all_marks) + [DOUBT] * any(mark.doubtful for marks in all_marks for mark in marks)
    body, y, side = [_hatch(name)], 0.0, 26.0
    for level, letter, words in entries:
        lines = broken(words, WIDE - side - 10)
        high = max(side + 4, len(lines) * LINE + 4)
        body += _square(level, False, 0, y + 1, side, name)
        colour = "label" if level == "base" else "text"
        body.append(text(side / 2, y + side / 2 + 6, letter, bold=True, anchor="middle", colour=colour) if letter else "")
        body += [text(side + 10, y + 19 + number * LINE, part) for number, part in enumerate(lines)]
        y += high
    for words in notes:
        for part in broken(words, WIDE):
            y += LINE
            body.append(text(0, y, part))
    said = ". ".join([*(f"{letter} {words}".strip() for _, letter, words in entries), *notes]) + "."
    title = "What the squares mean"
    return Drawing(root(name, WIDE, round(y + 6, 2), title, said, "".join(body)), title, said, WIDE)
