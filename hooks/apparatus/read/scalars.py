"""Finds where each character of a YAML value stands in the file, whatever quotes, folding or indentation lie between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from apparatus.read.nodes import Scalar

_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(\r\n|[\r\n])[ \t]*+|([\s\S]))")
_NAMED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_BLOCK_HEAD = re.compile(r"[|>][^\r\n]*(?:\r\n|\r|\n)?")


class Value:
    """A scalar's string as a text that knows its places; it can be read like a run of Markdown."""

    def __init__(self, source: str, scalar: Scalar) -> None:
        self.text = scalar.string
        self._source, self._scalar, self._end = source, scalar, scalar.end

    @cached_property
    def _offsets(self) -> Sequence[int]:
        return _offsets(self._source, self._scalar)

    def raw(self, offset: int) -> int:
        """The offset in the file of a character of the value; that of its end for what lies beyond."""
        return self._offsets[offset] if offset < len(self._offsets) else self._end

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch in the file, end exclusive."""
        return (self.raw(start), self.raw(end - 1) + 1) if end > start else (self.raw(start), self.raw(start))


def _offsets(source: str, scalar: Scalar) -> list[int] | range:
    """For each character of the value the place of what it was written as; white space stands where the fold begins."""
    start = scalar.start + (scalar.style in ("'", '"') and bool(scalar.style))
    if source.startswith(scalar.string, start):
        return range(start, start + len(scalar.string))
    if scalar.style in ("|", ">"):
        start = _BLOCK_HEAD.match(source, start).end()
    written = _written(source, start, scalar.end, scalar.style)
    offsets, index = [], 0
    for sign in scalar.string:
        while index < len(written) and written[index][0] != sign and not (sign.isspace() and written[index][0].isspace()):
            index += 1
        offsets.append(written[index][1] if index < len(written) else scalar.end)
        index += 1
    return offsets


def _written(source: str, start: int, end: int, style: str) -> list[tuple[str, int]]:
    """The characters as written, escapes resolved, with their offsets."""
    signs, index = [], start
    while index < end:
        sign = source[index]
        if style == "'" and source.startswith("''", index):
            signs.append(("'", index))
            index += 2
        elif style == '"' and sign == "\\" and (escape := _ESCAPE.match(source, index)):
            if not escape[4]:
                code = escape[1] or escape[2] or escape[3]
                signs.append((chr(int(code, 16)) if code else _NAMED.get(escape[5], escape[5]), index))
            index = escape.end()
        else:
            signs.append((sign, index))
            index += 1
    return signs
