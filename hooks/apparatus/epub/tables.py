"""Tables, with what each heading heads, so that readers' programs can say it with every cell."""

from __future__ import annotations

from collections.abc import Callable

from apparatus.epub.inlines import inlines
from apparatus.epub.sheets import Sheet
from apparatus.epub.xhtml import Content, Element, element
from apparatus.volume.nodes import Blocks, Cell, Paragraph, Table, plain

_WIDE = 5  # columns from which a table is set smaller, and may be moved sideways on a narrow screen


def table(node: Table, sheet: Sheet, inner: Callable[[Blocks], list[Content]]) -> Element:
    """A table in a frame that may be moved sideways."""
    head, body = (_rows(rows, node.columns, sheet, inner, rows is node.head) for rows in (node.head, node.body))
    made = element("table", element("thead", head) if head else None, element("tbody", body) if body else None)
    return element("div", made, class_="table wide" if len(node.columns) >= _WIDE else "table")


def _rows(rows: tuple[tuple[Cell, ...], ...], sides: tuple[str, ...], sheet: Sheet, inner, head: bool) -> list[Element]:
    """Rows, each cell aligned as its column; what reaches down from above moves a cell to the next free column."""
    found = []
    reach: dict[int, int] = {}  # column: rows that a cell above still fills
    for cells in rows:
        made, column = [], 0
        filled, reach = reach, {at: left - 1 for at, left in reach.items() if left > 1}
        for cell in cells:
            while column in filled:
                column += 1
            made.append(_cell(cell, sides[column] if column < len(sides) else "left", sheet, inner, head))
            if cell.rows > 1:
                reach |= {at: cell.rows - 1 for at in range(column, column + cell.columns)}
            column += cell.columns
        found.append(element("tr", made))
    return found


def _cell(cell: Cell, side: str, sheet: Sheet, inner, head: bool) -> Element:
    attributes = {
        "class_": None if side == "left" else side,
        "colspan": str(cell.columns) if cell.columns > 1 else None,
        "rowspan": str(cell.rows) if cell.rows > 1 else None,
    }
    content = _content(cell.blocks, sheet, inner)
    if not cell.heading or not plain(cell.blocks).strip():  # an empty heading heads nothing
        return element("td", content, **attributes)
    many = cell.columns > 1 if head else cell.rows > 1
    scope = ("col" if head else "row") + ("group" if many else "")
    return element("th", content, scope=scope, **attributes)


def _content(blocks: Blocks, sheet: Sheet, inner) -> Content:
    """A single plain paragraph needs no frame of its own in a cell."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        only = blocks[0]
        if not (only.number or only.anchor or only.role):
            return inlines(only.content, sheet)
    return inner(blocks)
