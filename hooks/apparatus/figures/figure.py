"""What a figure is, and how it stands on a page: drawings with captions, tables that say the same, the way to its data."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

DOWNLOADS = "downloads/registers"
_LINK = re.compile(r"(?<=\]\()(?![a-z]+:)(?=[^)\s])")  # data are escaped: what looks like a link is one of ours


@dataclass(frozen=True)
class Drawing:
    """One picture: Markdown (a fence, or HTML), its caption with citations, its anchor without ``figure-``."""

    markdown: str
    caption: str
    anchor: str


@dataclass(frozen=True)
class Table:
    """The heads of the columns, the rows as Markdown by cell, the caption with citations."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str


@dataclass(frozen=True)
class Figure:
    """A figure and all that goes with it. Links in it are paths below ``docs/``.

    ``registers`` are the pages of the registers that it draws from, by what the link says; ``data`` the names of their files.
    """

    name: str
    drawings: tuple[Drawing, ...]
    tables: tuple[Table, ...]
    registers: tuple[tuple[str, str], ...]
    data: tuple[str, ...]


def markdown(figure: Figure, folder: str) -> str:
    """The figure as Markdown for a page in ``folder`` below ``docs/`` (empty for the top): it begins and ends with its blocks.

    Tables without rows are left out. Several drawings stand beside each other where there is room.
    """
    drawn = [_drawing(drawing) for drawing in figure.drawings]
    if len(drawn) > 1:
        drawn = ['<div class="drawings" markdown="1">', *drawn, "</div>"]
    blocks = [*drawn, *(_table(table) for table in figure.tables if table.rows), _data(figure)]
    return _LINK.sub(_up(folder), "\n\n".join(blocks))


def _drawing(drawing: Drawing) -> str:
    return f"{drawing.markdown}\n\n/// figure-caption | #figure-{drawing.anchor}\n{drawing.caption}\n///"


def _table(table: Table) -> str:
    lines = [table.head, tuple("---" for _ in table.head), *table.rows]
    rows = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    return f"{rows}\n\n/// table-caption\n{table.caption}\n///"


def _data(figure: Figure) -> str:
    """One line: the pages of the registers, then each of their files in two forms."""
    pages = [f"[{words}]({page})" for words, page in figure.registers]
    files = [f"{name} as [CSV]({DOWNLOADS}/{name}.csv) and [JSON]({DOWNLOADS}/{name}.json)" for name in figure.data]
    return f"Data of this figure: {'; '.join([', '.join(pages), *files])}.\n{{: .figure-data data-search-exclude=true }}"


def _up(folder: str) -> str:
    up = posixpath.relpath(".", folder or ".")
    return "" if up == "." else f"{up}/"
