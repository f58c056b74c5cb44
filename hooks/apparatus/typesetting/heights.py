"""About how tall content will be, notes included: whether it is better kept on one page or may be broken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from apparatus.typesetting.drawings import size
from apparatus.typesetting.measures import Measures
from apparatus.volume.nodes import Cell, Drawing, Mark, Paragraph, Table, plain, walk

LETTER = 0.46  # em, of running text
LIST = 0.9  # of the measure is left for the items of a list


@dataclass(frozen=True)
class Heights:
    """Estimates for one division; ``notes`` is the length of each note in letters."""

    measures: Measures
    notes: Mapping[int, int]

    def fits(self, value: object, share: float) -> bool:
        """Whether the content and its notes take no more than this share of a page."""
        return self.of(value) <= share * self.measures.height

    def of(self, value: object) -> float:
        """The height in points of nodes with their notes."""
        inside = {id(node) for table in walk(value) if isinstance(table, Table) for node in walk((table.head, table.body))}
        return sum(self._one(node) for node in walk(value) if id(node) not in inside or isinstance(node, Mark))

    def _one(self, node: object) -> float:
        if isinstance(node, Paragraph):
            return self._lines(len(plain(node.content)), LIST) * self.measures.text[1]
        if isinstance(node, Mark) and not node.again:
            letters = self.notes.get(node.number, 0) * self.measures.note[0] * LETTER
            return max(1, ceil(letters / self.measures.width)) * self.measures.note[1]
        if isinstance(node, Drawing):
            return size(node, self.measures)[1]
        if isinstance(node, Table):
            return sum(self._row(row, len(node.columns)) for row in (*node.head, *node.body))
        return 0.0

    def _row(self, row: tuple[Cell, ...], columns: int) -> float:
        letters = sum(len(plain(cell.blocks)) for cell in row)
        longest = max((len(plain(cell.blocks)) for cell in row), default=0)
        share = max(longest / letters if letters else 1.0, 1 / columns)
        return self._lines(longest, share) * self.measures.tables[0] * 1.28 + 6

    def _lines(self, letters: int, share: float) -> int:
        return max(1, ceil(letters * self.measures.text[0] * LETTER / (self.measures.width * share)))
