"""Pairs the square brackets and parentheses of a blanked text, in linear time and without recursion."""

from __future__ import annotations

import re
from typing import NamedTuple

DEEPEST = 50  # nesting of square brackets; what lies deeper is text
_MARK = re.compile(r"[\[\]()]")


class Brackets(NamedTuple):
    """``square``: (open, close) in order of the opening; ``round``: open to close; the strays; ``too_deep``: the first, or -1."""

    square: list[tuple[int, int]]
    round: dict[int, int]
    stray_open: list[int]
    stray_close: list[int]
    too_deep: int

    @property
    def edges(self) -> list[int]:
        """Every square bracket that counts, in order."""
        paired = [offset for pair in self.square for offset in pair]
        return sorted(paired + self.stray_open + self.stray_close)


def brackets(plain: str) -> Brackets:
    """The brackets of one run; square and round ones pair independently of each other, as link targets need it."""
    square: list[int] = []
    parentheses: list[int] = []
    pairs, targets, stray = [], {}, []
    for mark in _MARK.finditer(plain):
        sign, offset = mark[0], mark.start()
        if sign == "[":
            square.append(offset)
        elif sign == "(":
            parentheses.append(offset)
        elif sign == "]":
            pairs.append((square.pop(), offset)) if square else stray.append(offset)
        elif parentheses:
            targets[parentheses.pop()] = offset
    shallow, too_deep = _shallow(sorted(pairs))
    return Brackets(shallow, targets, square, stray, too_deep)


def _shallow(pairs: list[tuple[int, int]]) -> tuple[list[tuple[int, int]], int]:
    """The pairs that are not nested deeper than allowed, and the first that is."""
    kept, around, too_deep = [], [], -1
    for start, end in pairs:
        while around and around[-1] < start:
            around.pop()
        around.append(end)
        if len(around) <= DEEPEST:
            kept.append((start, end))
        elif too_deep < 0:
            too_deep = start
    return kept, too_deep
