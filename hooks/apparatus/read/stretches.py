"""Stretches (start, end) of a text: made disjoint, and asked whether they hold an offset."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


def joined(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in order, those that touch or overlap made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def hold(stretches: list[tuple[int, int]], offset: int) -> bool:
    """Whether one of the stretches, in order and disjoint, holds the offset."""
    index = bisect_right(stretches, (offset + 1,)) - 1
    return index >= 0 and stretches[index][0] <= offset < stretches[index][1]
