"""Tables fitted to the measure: the widths of their columns, the size of their type, and SET002 where nothing helps."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from apparatus.typesetting import faces
from apparatus.typesetting.places import anchors
from apparatus.typesetting.source import array, call, sequence
from apparatus.volume.nodes import Cell, Inside, Link, Mark, Paragraph, Table, plain, walk

if TYPE_CHECKING:
    from apparatus.typesetting.blocks import Composer

GUTTER = 0.9  # em between columns, halved on both sides
SLACK = 1.04  # what kerning and rounding may add to a measured width
BREAKS = re.compile(r"[ \u200b]+|(?<=[-–—/])")
LONGEST = 14.0  # em; longer words are addresses and names of files, which may be broken
PAGE = " (p. 000)"  # what a link is followed by


class Tables:
    """Sets the tables of a division."""

    def __init__(self, composer: Composer) -> None:
        self.composer = composer

    def set(self, table: Table) -> str:
        """The table as Typst code. One too wide for the measure in every size is a fault, and is set in the smallest."""
        shape, lifted, head = self._shape(table)
        rows = [self._row(row) for row in table.body]
        return sequence((*lifted, call("table-of", shape, _arguments([head, *rows]), whole="false")))

    def kept(self, table: Table) -> str:
        """The same, unbroken on one page."""
        return self.set(table).replace("whole:false", "whole:true")

    def cut(self, table: Table) -> tuple[str, str]:
        """The head with the first rows, and the other rows each for itself; at the top of a page the head stands above them again.

        A table that may be broken is set without regard to the notes of its rows, and its notes can come before their marks; a row
        by itself takes its notes along.
        """
        shape, lifted, head = self._shape(table)
        first, *rest = [",".join(rows) for rows in self._bound(table)]
        begin = call("table-of", shape, _arguments([head, first]), whole="true", last="false" if rest else "true")
        later = [call("row-of", "shape", "head", _arguments([row]), last="false") for row in rest[:-1]]
        later += [call("row-of", "shape", "head", _arguments([row]), last="true") for row in rest[-1:]]
        return sequence((*lifted, begin)), sequence((f"let shape={shape}", f"let head={head or 'none'}", *later))

    def _bound(self, table: Table) -> list[list[str]]:
        """The rows, those together that a cell spans."""
        bound: list[list[str]] = []
        spanned = 0
        for row in table.body:
            if spanned:
                bound[-1].append(self._row(row))
            else:
                bound.append([self._row(row)])
            spanned = max([spanned, *(cell.rows for cell in row)]) - 1
        return bound

    def _shape(self, table: Table) -> tuple[str, list[str], str]:
        """Size of type, widths and alignments; the places in the head, which stand before the table since a head is repeated; the head."""
        size, widths = self._fitted(table)
        shape = array((f"{size}pt", array(f"{width * size:.2f}pt" for width in widths), array(table.columns)))
        lifted = [self.composer.setting.place(anchor) for anchor in anchors(table.head)]
        marked = any(isinstance(node, Mark) for node in walk(table.head))
        rows = [self._row(row) for row in table.head]
        return shape, lifted, call("table.header", *rows, repeat="false" if marked else "true") if rows else ""

    def _fitted(self, table: Table) -> tuple[float, list[float]]:
        columns = _Columns(table)
        sizes, room = self.composer.measures.tables, self.composer.measures.width
        size = next((size for size in sizes if columns.narrowest * size <= room), None)
        if size is None:
            size = sizes[-1]
            over = columns.narrowest * size - room
            fix = "give it fewer columns or shorter words, or break it in two"
            self.composer.setting.fault("SET002", f"the table is {over:.0f} pt wider than the page even in its smallest type", fix)
        return size, columns.fitted(room / size)

    def _row(self, row: tuple[Cell, ...]) -> str:
        return ",".join(map(self._cell, row))

    def _cell(self, cell: Cell) -> str:
        content = self._content(cell)
        content = f"head-cell({content})" if cell.heading else content
        spans = {name: str(count) for name, count in (("colspan", cell.columns), ("rowspan", cell.rows)) if count > 1}
        return call("table.cell", content, **spans) if spans else content

    def _content(self, cell: Cell) -> str:
        if len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph) and not cell.blocks[0].number:
            only = cell.blocks[0]
            return sequence((self.composer.setting.place(only.anchor), replace(self.composer.line, terse=True).set(only.content)))
        return replace(self.composer, terse=True, nested=True).set(cell.blocks)


def _arguments(codes: list[str]) -> str:
    """Cells of the table one after the other."""
    return call("arguments", *(code for code in codes if code))


class _Columns:
    """The columns of a table in em: what each needs at least, what it would like, how much it holds."""

    def __init__(self, table: Table) -> None:
        count = len(table.columns)
        self.least, self.natural, self.held = [1.0] * count, [1.0] * count, [0.0] * count
        taken: dict[tuple[int, int], bool] = {}
        for number, row in enumerate((*table.head, *table.body)):
            column = 0
            for cell in row:
                while taken.get((number, column)):
                    column += 1
                for down in range(cell.rows):
                    for across in range(cell.columns):
                        taken[number + down, column + across] = True
                if cell.columns == 1 and column < count:
                    self._measure(cell, column)
                column += cell.columns

    def _measure(self, cell: Cell, column: int) -> None:
        face = faces.face("SourceSansPro-Semibold.otf" if cell.heading else "SourceSansPro-Regular.otf")
        text = printed_text(cell)
        words = [face.width(word) for word in BREAKS.split(text)]
        whole = face.width(text)
        self.least[column] = max(self.least[column], min(max(words, default=0) * SLACK, LONGEST) + GUTTER)
        self.natural[column] = max(self.natural[column], whole * SLACK + GUTTER)
        self.held[column] += whole

    @property
    def narrowest(self) -> float:
        return sum(self.least)

    def fitted(self, room: float) -> list[float]:
        """Widths that fill ``room`` em at most: as each would like, or what is left after the least shared by how much each holds."""
        if sum(self.natural) <= room:
            return list(self.natural)
        spare = max(room - self.narrowest, 0.0)
        widths = list(self.least)
        wanting = [index for index in range(len(widths)) if self.natural[index] > widths[index]]
        while spare > 0.01 and wanting:
            total = sum(self.held[index] for index in wanting)
            given = {index: min(spare * self.held[index] / total, self.natural[index] - widths[index]) for index in wanting}
            for index, share in given.items():
                widths[index] += share
            spare -= sum(given.values())
            wanting = [index for index in wanting if self.natural[index] - widths[index] > 0.01]
        return widths


def printed_text(cell: Cell) -> str:
    """About what a cell prints, for measuring: its words, the pages after its links, the marks of its notes."""
    linked = sum(isinstance(node, Link) and isinstance(node.target, Inside) and node.role != "mention" for node in walk(cell.blocks))
    marked = sum(isinstance(node, Mark) for node in walk(cell.blocks))
    return plain(cell.blocks) + PAGE * linked + "0" * marked
