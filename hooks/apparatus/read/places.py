"""Turns offsets into one text into lines and columns, as an editor counts them; nothing here knows a file format."""

from __future__ import annotations

import re
from bisect import bisect_right

from apparatus.model import Location

BOM = "\ufeff"
LINE_END = re.compile(r"\r\n|\r|\n")


class Places:
    """The lines of one text: ``starts`` and ``ends`` (without line end) by line, from 0; a byte order mark has no column."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.starts = [0]
        self.ends: list[int] = []
        for match in LINE_END.finditer(text):
            self.ends.append(match.start())
            self.starts.append(match.end())
        self.ends.append(len(text))
        self._first = len(BOM) if text.startswith(BOM) else 0

    def line(self, offset: int) -> int:
        """The index, from 0, of the line that holds ``offset``."""
        return bisect_right(self.starts, offset) - 1

    def at(self, offset: int) -> Location:
        """The Location of the character at ``offset``; past the end, the place after the last character."""
        line = self.line(offset)
        start = self.starts[line] if line else self._first
        return Location(self.path, line + 1, max(offset - start, 0) + 1)
