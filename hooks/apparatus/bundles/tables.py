"""Tables in pandoc's Markdown: with pipes where every cell is a line, else as a grid."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from apparatus.volume.nodes import Blocks, Cell, Inlines, LineBreak, Paragraph, Table, walk

WIDTH = 36  # of a grid's column that holds running text, in letters
_RULES = {"left": ":{}-", "right": "-{}:", "center": ":{}:"}
_BREAK = re.compile(r" (?=[\w(*\[“‘]*[^\W\d_])")  # white space before a word, at which a line may end


def table(found: Table, line: Callable[[Inlines], str], text: Callable[[Blocks], str]) -> str:
    """The table; ``line`` writes a line, ``text`` blocks. A heading of a row is set in bold: Markdown has no other sign for it."""
    rows = [*found.head, *found.body]
    if len(found.head) <= 1 and all(_is_line(cell) for row in rows for cell in row):
        return _piped(found, line)
    return _Grid.of(found, text).drawn()


def _is_line(cell: Cell) -> bool:
    whole = not cell.blocks or (len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph))
    return whole and cell.columns == cell.rows == 1 and not any(isinstance(node, LineBreak) for node in walk(cell.blocks))


def _piped(found: Table, line: Callable[[Inlines], str]) -> str:
    head = [_said(cell, line) for cell in found.head[0]] if found.head else [""] * len(found.columns)
    body = [[_said(cell, line, strong=cell.heading) for cell in row] for row in found.body]
    widths = [max(3, *(min(WIDTH, _width(row[n])) for row in [head, *body] if n < len(row))) for n in range(len(found.columns))]
    rules = [_RULES[align].format("-" * (width - 2)) for align, width in zip(found.columns, widths, strict=True)]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, rules, *body])


def _said(cell: Cell, line: Callable[[Inlines], str], strong: bool = False) -> str:
    if not cell.blocks:
        return ""
    paragraph = cell.blocks[0]
    anchor = f"[]{{#{paragraph.anchor}}}" if paragraph.anchor else ""
    said = line(paragraph.content)
    return f"{anchor}**{said}**" if strong and said and "*" not in said and "[@" not in said and "^[" not in said else anchor + said


def _width(text: str) -> int:
    """How many columns a text takes in a fixed-width face, as pandoc counts them."""
    return sum(0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


@dataclass(frozen=True)
class _Place:
    """A cell in its place: first row and column from 0, how many of each it takes, its lines."""

    row: int
    column: int
    rows: int
    columns: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class _Grid:
    """A table drawn with lines: its cells, how many rows of them are its head, the alignment of each column."""

    places: tuple[_Place, ...]
    rows: int
    head: int
    columns: tuple[str, ...]

    @classmethod
    def of(cls, found: Table, text: Callable[[Blocks], str]) -> _Grid:
        rows = [*found.head, *found.body]
        return cls(tuple(_placed(rows, text)), len(rows), len(found.head), found.columns)

    def drawn(self) -> str:
        xs, ys = self._edges()
        canvas = [[" "] * (xs[-1] + 1) for _ in range(ys[-1] + 1)]
        for place in self.places:
            self._box(canvas, place, xs, ys)
        for place in self.places:
            for number, line in enumerate(place.lines, start=1):
                _written(canvas[ys[place.row] + number], xs[place.column] + 2, line)
        self._ruled(canvas, xs, ys)
        return "\n".join("".join(line).rstrip() for line in canvas)

    def _edges(self) -> tuple[list[int], list[int]]:
        """Where the columns' and the rows' edges stand: each wide and high enough for the cells that end in it."""
        xs, ys = [0], [0]
        for column in range(1, len(self.columns) + 1):
            ending = [p for p in self.places if p.column + p.columns == column]
            xs.append(max([xs[-1] + 5, *(xs[p.column] + 3 + max((_width(line) for line in p.lines), default=0) for p in ending)]))
        for row in range(1, self.rows + 1):
            ending = [p for p in self.places if p.row + p.rows == row]
            ys.append(max([ys[-1] + 2, *(ys[p.row] + 1 + len(p.lines) for p in ending)]))
        return xs, ys

    @staticmethod
    def _box(canvas: list[list[str]], place: _Place, xs: Sequence[int], ys: Sequence[int]) -> None:
        left, right = xs[place.column], xs[place.column + place.columns]
        top, bottom = ys[place.row], ys[place.row + place.rows]
        for y in (top, bottom):
            for x in range(left, right + 1):
                canvas[y][x] = "+" if x in (left, right) or canvas[y][x] == "+" else "-"
        for x in (left, right):
            for y in range(top + 1, bottom):
                canvas[y][x] = "+" if canvas[y][x] in "+-" else "|"

    def _ruled(self, canvas: list[list[str]], xs: Sequence[int], ys: Sequence[int]) -> None:
        """The line below the head, doubled, with the alignments; without a head they stand in the first line."""
        line = canvas[ys[self.head]]
        if self.head:
            line[:] = ["=" if sign == "-" else sign for sign in line]
        for column, align in enumerate(self.columns):
            if align != "right":
                line[xs[column] + 1] = ":"
            if align != "left":
                line[xs[column + 1] - 1] = ":"


def _placed(rows: Sequence[Sequence[Cell]], text: Callable[[Blocks], str]) -> Iterator[_Place]:
    """The cells in their places, each moved past those that reach down from above."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            depth = min(cell.rows, len(rows) - number)
            taken |= {(number + down, column + right) for down in range(depth) for right in range(cell.columns)}
            yield _Place(number, column, depth, cell.columns, tuple(_folded(text(cell.blocks))))
            column += cell.columns


def _folded(text: str) -> Iterator[str]:
    """The lines, long ones of running text broken before a word; code and short lines stay as they are."""
    for line in text.split("\n") if text else []:
        indent = re.match(r" *(?:- +|\d+\. +|: +)?", line)
        while len(line) > WIDTH and "`" not in line and "](" not in line:
            ends = [found.start() for found in _BREAK.finditer(line, indent.end() + 1)]
            end = max((place for place in ends if place <= WIDTH), default=min(ends, default=0))
            if not end:
                break
            yield line[:end]
            line = " " * indent.end() + line[end + 1 :]
        yield line


def _written(row: list[str], start: int, line: str) -> None:
    """Puts a line of text over a row of the drawing; a wide sign takes two places, one that combines none of its own."""
    place = start
    for sign in line:
        width = _width(sign)
        if width == 0:
            row[place - 1] += sign
            continue
        row[place] = sign
        if width == 2:
            row[place + 1] = ""
        place += width
