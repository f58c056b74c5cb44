"""A run: the text of one paragraph, heading or table row as one string, with the way back to its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


class Run:
    """Pieces of a source (start, end) read as one text, a line feed between them; prefixes such as ``> `` lie outside."""

    __slots__ = ("_at", "_from", "kind", "level", "text")

    def __init__(self, source: str, pieces: Sequence[tuple[int, int]], kind: str = "paragraph", level: int = 0) -> None:
        self.text = "\n".join([source[start:end] for start, end in pieces])
        self.kind = kind
        self.level = level
        self._from = [start for start, _ in pieces]
        self._at = [0]
        for start, end in pieces[:-1]:
            self._at.append(self._at[-1] + end - start + 1)

    def raw(self, offset: int) -> int:
        """The offset in the source of the character at ``offset`` of the run."""
        piece = bisect_right(self._at, offset) - 1
        return self._from[piece] + offset - self._at[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch in the source, end exclusive."""
        return (self.raw(start), self.raw(end - 1) + 1) if end > start else (self.raw(start), self.raw(start))
