"""The cells of a table's row: where each lies, and what the row says in words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from apparatus.model import Span

_MARGIN = re.compile(r"[ \t>]*\|?")
_CELL = re.compile(r"((?:\\.|`[^`]*`|\[[^\[\]]*\]|[^|\\])*)(?:\||\Z)")
_REST = re.compile(r"(.*)", re.DOTALL)  # of a row that ends with a backslash
_EMPTY = " \t–—-"


def cells(text: str, span: Span) -> tuple[Span, ...]:
    """The extents of a row's cells, the empty ones too, without the blanks at their ends; a bar in code or brackets parts none."""
    row = text[span.start : span.end]
    found, start = [], _MARGIN.match(row).end()
    while start < len(row):
        cell = _CELL.match(row, start) or _REST.match(row, start)
        blank = len(cell[1]) - len(cell[1].lstrip())
        first = span.start + start + blank
        found.append(Span(first, first + len(cell[1].strip())))
        start = cell.end()
    return tuple(found)


def says(words: str) -> bool:
    """Whether the words of a cell say anything: not where it is empty, or holds a dash alone."""
    return bool(words.strip(_EMPTY))


def together(words: Iterable[str]) -> str:
    """What the cells of a row say, parted by middle dots; those that say nothing are left out."""
    return " · ".join(cell.strip() for cell in words if says(cell))


def headed(head: str, words: str) -> str:
    """What a cell says below the first cell of its row: ``Old hive: 3,000``."""
    return f"{head.rstrip(' .:;')}: {words}" if says(head) else words
