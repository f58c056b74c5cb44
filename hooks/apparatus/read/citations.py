"""Reads citations in pandoc's syntax from one run of text, ``[see @a, p. 3; -@b]`` and ``@a [p. 3]``, and names malformed ones.

Syntax: pandoc's manual, "Citation syntax", https://pandoc.org/MANUAL.html#citation-syntax. Without a bracket, ``@name`` is a
citation only in the form of this house's citekeys; any other ``@name`` is a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from apparatus.read import locators
from apparatus.read.locators import Reading
from apparatus.read.stretches import hold, joined

_KEY = r"[\w\u0300-\u036f]+(?:[:.#$%&\-+?<>~/][\w\u0300-\u036f]+)*"
_SIGN = re.compile(rf"(?<![\w@/.\x01])(?:(?<!-)(-))?@(?:\{{([^{{}}\n]+)\}}|({_KEY}))?")
_HOUSE = re.compile(r"[a-z]+(?:\d{4}[a-z0-9]*|nd)")
_OPENING = frozenset("([{“‘\"'«„‚—–*_|\x00")
_PART = re.compile(r"“[^”]{0,500}”|\"[^\"]{0,500}\"|[\[\];]")
_GAP = re.compile(r"[ \t]*+\n?[ \t]*+")
_PUNCTUATED = re.compile(r"[:.]+,?\s")

UNCLOSED = "opening bracket without closing bracket"
UNOPENED = "closing bracket without opening bracket"
NO_KEY = "@ without a citekey after it"
TWO_KEYS = "two citekeys without a semicolon between them"
NO_CITATION = "part without a citation"
NOTHING = "semicolon with nothing beside it"
NESTED = "citation within the brackets of another citation"
NO_COMMA = "something other than a comma between citekey and locator"


class Sign(NamedTuple):
    """An ``@`` that may begin a citation: where it (or the ``-`` before it) stands, its key or nothing, where that ends."""

    start: int
    at: int
    end: int
    key: str


class Cited(NamedTuple):
    """One citation, by offsets into the run; ``locator.offset`` counts from ``end``."""

    sign: Sign
    prefix: str
    locator: Reading | None
    suffix: str


class Group(NamedTuple):
    """A cluster (no ``fault``) or a malformed citation, from ``start`` to ``end`` of the run."""

    start: int
    end: int
    cited: tuple[Cited, ...]
    keys: tuple[str, ...]
    in_text: bool = False
    fault: str = ""


class Citations:
    """The clusters and malformed citations of one run, in ``groups`` in order of place.

    ``plain`` is the blanked text, ``brackets`` its pairs that may be clusters, ``edges`` all its square brackets.
    """

    def __init__(self, text: str, plain: str, brackets: Iterable[tuple[int, int]], edges: list[int]) -> None:
        self._text, self._plain, self._edges = text, plain, edges
        self._pairs = dict(brackets)
        self.groups: list[Group] = []
        self._signs = [self._sign(match) for match in _SIGN.finditer(plain)]
        self._free: list[Sign] = []  # in no bracket
        self._around: dict[int, int] = {}  # bracket to the bracket around it
        self._used: set[int] = set()

    def _sign(self, match: re.Match[str]) -> Sign:
        braced = self._text[match.start(2) : match.end(2)] if match[2] else ""
        return Sign(match.start(), match.start() + bool(match[1]), match.end(), braced or match[3] or "")

    def read(self, covered: Iterable[tuple[int, int]], stray_open: Iterable[int], stray_close: Iterable[int]) -> list[Group]:
        """The groups of the run; nothing ``covered`` by the text or target of a link is a citation, unless in brackets there."""
        if not self._signs:
            return []
        owned = self._owned(joined(covered))
        for start, signs in owned.items():
            self._bracket(start, self._pairs[start], signs, nested=self._is_nested(start, owned))
        for offset in stray_open:
            self._stray(offset, UNCLOSED)
        for offset in stray_close:
            self._stray(offset, UNOPENED)
        for sign in self._free:
            if sign.at not in self._used:
                self._in_text(sign)
        return sorted(self.groups, key=_offset)

    def _owned(self, covered: list[tuple[int, int]]) -> dict[int, list[Sign]]:
        """The signs by the innermost bracket around them, brackets in order; the others are free unless covered."""
        owned: dict[int, list[Sign]] = {}
        events = sorted([*((start, None) for start in self._pairs), *((sign.at, sign) for sign in self._signs)], key=_offset)
        around: list[int] = []
        for offset, sign in events:
            while around and self._pairs[around[-1]] < offset:
                around.pop()
            if sign is None:
                self._around[offset] = around[-1] if around else -1
                around.append(offset)
            elif around:
                owned.setdefault(around[-1], []).append(sign)
            elif not hold(covered, offset):
                self._free.append(sign)
        return owned

    def _is_nested(self, start: int, owned: dict[int, list[Sign]]) -> bool:
        while (start := self._around[start]) >= 0:
            if any(sign.key for sign in owned.get(start, ())):
                return True
        return False

    def _bracket(self, start: int, end: int, signs: list[Sign], *, nested: bool) -> None:
        """One pair of brackets with an ``@`` in it: a cluster, a malformed one, or words."""
        keyed = [sign for sign in signs if sign.key]
        if not keyed:
            if self._plain[start + 1 : end].lstrip().removeprefix("-").startswith("@"):
                self._add(start, end + 1, signs, NO_KEY)
            return
        if self._is_locator_of(start, keyed[0]):
            return
        parts = self._parts(start + 1, end)
        fault = NESTED if nested else self._fault(parts, signs)
        self._add(start, end + 1, signs, fault, self._cited(parts, keyed))

    def _is_locator_of(self, start: int, first: Sign) -> bool:
        """Whether the bracket has been read with an ``@key`` before it: ``@a [p. 3; @b]``."""
        if ";" not in self._plain[start : first.at]:
            return False
        index = bisect_left(self._free, (start,)) - 1
        if index < 0 or _GAP.match(self._plain, self._free[index].end).end() != start:
            return False
        self._in_text(self._free[index])
        return first.at in self._used

    def _parts(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches between semicolons that stand neither in quotation marks nor in inner brackets."""
        cuts, depth = [], 0
        for mark in _PART.finditer(self._plain, start, end):
            depth += (mark[0] == "[") - (mark[0] == "]")
            if mark[0] == ";" and depth == 0:
                cuts.append(mark.start())
        return list(zip([start, *(cut + 1 for cut in cuts)], [*cuts, end], strict=True))

    def _fault(self, parts: list[tuple[int, int]], signs: list[Sign]) -> str:
        for start, end in parts:
            inside = signs[bisect_left(signs, (start,)) : bisect_left(signs, (end,))]
            keyed = [sign for sign in inside if sign.key]
            if len(keyed) > 1:
                return TWO_KEYS
            if not keyed:
                return NO_KEY if inside else (NO_CITATION if self._plain[start:end].strip() else NOTHING)
            if self._punctuated(keyed[0], end):
                return NO_COMMA
        return ""

    def _punctuated(self, sign: Sign, end: int) -> bool:
        """``[@a: p. 3]``, which would not be read as a locator."""
        mark = _PUNCTUATED.match(self._plain, sign.end, end)
        return bool(mark) and locators.read(self._text[mark.end() : end])[0] is not None

    def _cited(self, parts: list[tuple[int, int]], signs: list[Sign]) -> tuple[Cited, ...]:
        found = []
        for start, end in parts:
            index = bisect_left(signs, (start,))
            if index < len(signs) and signs[index].at < end:
                sign = signs[index]
                locator, suffix = locators.read(self._text[sign.end : end])
                found.append(Cited(sign, _words(self._text[start : sign.start]), locator, suffix))
        return tuple(found)

    def _in_text(self, sign: Sign) -> None:
        """``@key`` outside brackets, with the bracket after it if that holds a locator."""
        before = self._plain[sign.start - 1 : sign.start]
        if not sign.key or not (before.isspace() or before == "" or before in _OPENING):
            return
        start = _GAP.match(self._plain, sign.end).end()
        end = self._pairs.get(start, -1)
        house = bool(_HOUSE.fullmatch(sign.key))
        if end >= 0 and self._plain[start] == "[" and self._holds_locator(start, end, house):
            self._with_locator(sign, start, end)
        elif house:
            self._add(sign.start, sign.end, [sign], "", (Cited(sign, "", None, ""),), in_text=True)

    def _holds_locator(self, start: int, end: int, house: bool) -> bool:
        first = self._parts(start + 1, end)[0]
        index = bisect_left(self._signs, (first[0],))
        if index < len(self._signs) and self._signs[index].at < first[1]:
            return False  # a cluster of its own
        return house or locators.read(self._text[first[0] : first[1]])[0] is not None

    def _with_locator(self, sign: Sign, start: int, end: int) -> None:
        first, *others = self._parts(start + 1, end)
        locator, suffix = locators.read(self._text[first[0] : first[1]])
        if locator is None and not suffix:
            locator = Reading("", "", "", 0)
        if locator:
            locator = locator._replace(offset=first[0] - sign.end + locator.offset)
        inside = self._signs[bisect_left(self._signs, (start,)) : bisect_right(self._signs, (end,))]
        fault = self._fault(others, inside)
        further = self._cited(others, [s for s in inside if s.key])
        self._add(sign.start, end + 1, [sign, *inside], fault, (Cited(sign, "", locator, suffix), *further), in_text=True)

    def _stray(self, offset: int, fault: str) -> None:
        """A bracket without its other half is a fault if a citation stands between it and the next bracket."""
        index = bisect_left(self._edges, offset)
        if fault == UNCLOSED:
            reach = (offset, self._edges[index + 1] if index + 1 < len(self._edges) else len(self._plain))
        else:
            reach = (self._edges[index - 1] if index else 0, offset)
        signs = self._signs[bisect_left(self._signs, (reach[0],)) : bisect_left(self._signs, (reach[1],))]
        next_to = bool(signs) and fault == UNCLOSED and signs[0].start == offset + 1
        meant = [s for s in signs if s.at not in self._used and (_HOUSE.fullmatch(s.key) or (next_to and s is signs[0]))]
        if meant:
            start, end = (offset, meant[-1].end) if fault == UNCLOSED else (meant[0].start, offset + 1)
            self._add(start, end, meant, fault)

    def _add(
        self, start: int, end: int, signs: list[Sign], fault: str, cited: tuple[Cited, ...] = (), *, in_text: bool = False
    ) -> None:
        self._used.update(sign.at for sign in signs)
        keys = tuple(sign.key for sign in signs if sign.key)
        self.groups.append(Group(start, end, cited, keys, in_text, fault))


def _offset(event: tuple[int, object] | Group) -> int:
    return event[0]


def _words(text: str) -> str:
    return " ".join(text.split())
