"""Tells which square brackets of a run are links, images or notes; the other brackets are left to the citations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from apparatus.read.brackets import Brackets
from apparatus.read.masks import Mask

_TARGET = re.compile(r"\s*+(?:<([^<>\n]*)>|([^\s]*+))")
_NOTE = re.compile(r"\^([^\s\[\]]+)$")
_CITATION = re.compile(r"\s*-?@")
_GAP = re.compile(r"[ \t]*+\n?[ \t]*+")


class Found(NamedTuple):
    """A link (``target``), an undefined reference (``label``) or a note (``note``), by offsets into the run.

    ``close`` is the bracket that ends its text, ``end`` lies after its target.
    """

    start: int
    close: int
    end: int
    text: str
    target: str = ""
    label: str = ""
    note: str = ""
    image: bool = False


class Links:
    """The links of one run; ``brackets`` are the pairs that are none of these, ``covered`` what lies in link targets."""

    def __init__(self, mask: Mask, found: Brackets, definitions: Mapping[str, str]) -> None:
        self._text, self._plain, self._round = mask.text, mask.plain, found.round
        self._definitions = definitions
        self._pairs = dict(found.square)
        self.found: list[Found] = []
        self.brackets: list[tuple[int, int]] = []
        self.targets: list[tuple[int, int]] = []
        self.texts: list[tuple[int, int]] = []
        self._pending: list[tuple[int, int]] = []  # targets that begin further on, the nearest last
        done = 0
        for start, end in found.square:
            while self._pending and self._pending[-1][0] <= start:
                done = max(done, self._pending.pop()[1])
            if start >= done:
                self._read(start, end)

    def _read(self, start: int, end: int) -> None:
        """Classify one pair of brackets."""
        follower = self._plain[end + 1 : end + 2]
        if note := _NOTE.match(self._text, start + 1, end):
            self.found.append(Found(start, end, end + 1, note[0], note=note[1]))
        elif follower == "(" and end + 1 in self._round:
            self._inline(start, end, self._round[end + 1])
        elif follower == "[" and self._labels(end + 1):
            self._reference(start, end, end + 1, certain=True)
        else:
            gap = _GAP.match(self._plain, end + 1).end()
            if gap > end + 1 and self._definitions and self._labels(gap):
                self._reference(start, end, gap, certain=False)
            else:
                self._shortcut(start, end)

    def _inline(self, start: int, end: int, close: int) -> None:
        target = _TARGET.match(self._text, end + 2, close)
        self._link(start, end, target[1] if target[1] is not None else target[2], close + 1)
        self._cover(end + 1, close + 1)

    def _cover(self, start: int, end: int) -> None:
        self.targets.append((start, end))
        self._pending.append((start, end))

    def _labels(self, start: int) -> bool:
        """Whether the pair at ``start`` can be the label of a reference link."""
        end = self._pairs.get(start)
        if end is None:
            return False
        label = self._text[start + 1 : min(end, start + 3)]
        return not (label.startswith("^") or _CITATION.match(label))

    def _reference(self, start: int, end: int, label: int, *, certain: bool) -> None:
        close = self._pairs[label]
        name = normal(self._text[label + 1 : close] or self._text[start + 1 : end])
        if name in self._definitions:
            self._link(start, end, self._definitions[name], close + 1)
        elif certain and name:
            self.found.append(Found(start, end, close + 1, self._words(start, end), label=name))
            self.texts.append((start, end))
        else:
            self._shortcut(start, end)
            return
        self._cover(end + 1, close + 1)

    def _shortcut(self, start: int, end: int) -> None:
        name = normal(self._text[start + 1 : end]) if self._definitions else ""
        if name in self._definitions:
            self._link(start, end, self._definitions[name], end + 1)
        else:
            self.brackets.append((start, end))

    def _link(self, start: int, end: int, target: str, after: int) -> None:
        image = self._plain[start - 1 : start] == "!"
        self.found.append(Found(start - image, end, after, self._words(start, end), target, image=image))
        self.texts.append((start, end))

    def _words(self, start: int, end: int) -> str:
        return " ".join(self._text[start + 1 : end].split())


def normal(label: str) -> str:
    """A reference label as it is compared: without regard to case and white space."""
    return " ".join(label.lower().split())
