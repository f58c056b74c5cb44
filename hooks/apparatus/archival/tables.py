"""Tables in TEI: rows and cells with what they head, cells that reach over several columns or rows, alignments."""

from __future__ import annotations

from collections.abc import Callable

from apparatus.archival.elements import Content, Element, element
from apparatus.archival.writing import Writing
from apparatus.volume.nodes import Blocks, Cell, Table

Held = Callable[[Blocks, Writing], list[Content]]


def table(node: Table, writing: Writing, held: Held) -> Element | None:
    """The table; None without rows. ``rend`` has the alignment of each column, in order; ``held`` writes what a cell holds."""
    rows = [_row(row, "label", writing, held) for row in node.head] + [_row(row, "data", writing, held) for row in node.body]
    if not rows:
        return None
    return element("table", rows, rows=str(len(rows)), cols=str(len(node.columns)), rend=" ".join(node.columns))


def _row(cells: tuple[Cell, ...], role: str, writing: Writing, held: Held) -> Element:
    """A row; one without cells gets an empty one, for the schema wants one."""
    return element("row", [_cell(cell, writing, held) for cell in cells] or element("cell"), role=role)


def _cell(node: Cell, writing: Writing, held: Held) -> Element:
    return element(
        "cell",
        held(node.blocks, writing),
        role="label" if node.heading else "data",
        cols=str(node.columns) if node.columns > 1 else None,
        rows=str(node.rows) if node.rows > 1 else None,
    )
