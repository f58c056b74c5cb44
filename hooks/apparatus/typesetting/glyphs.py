"""SET001: characters that no typeface of the book has, each with the place where it stands."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass

from apparatus.typesetting import faces
from apparatus.volume.faults import Fault
from apparatus.volume.nodes import Anchor, Code, Definitions, Division, Drawing, Emphasis, Mark, Verbatim

SVG_TEXT = re.compile(r"<text\b.*?</text>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
PRINTED = frozenset("text content title blocks items caption label head body reference marks name also".split())
FIX = "write it with characters of the typefaces, or leave the sign out"


def faults(division: Division) -> tuple[Fault, ...]:
    """A fault for each character of the division that cannot be printed, where it first stands, in the order of the text."""
    found: dict[str, Fault] = {}
    for anchor, text, known in _Reader().division(division):
        for character in dict.fromkeys(text):
            if character not in known and character not in found:
                found[character] = Fault(division.name, anchor, "SET001", f"no typeface of the book has {named(character)}", FIX)
    return tuple(found.values())


def named(character: str) -> str:
    """A character by number and name: ``U+2603 SNOWMAN``."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


String = tuple[str, str, frozenset[str]]  # nearest anchor, text, the characters of its typeface


@dataclass
class _Reader:
    """Goes through a division and keeps in mind where it is: the nearest anchor, and that of each note's mark."""

    anchor: str = ""
    marks: dict[int, str] = field(default_factory=dict)

    def division(self, division: Division) -> Iterator[String]:
        upright = faces.characters(False)
        yield "", division.title, upright
        yield from self.strings(division.blocks, upright)
        for note in division.notes:
            self.anchor = self.marks.get(note.number, "")
            yield from self.strings(note.content, upright)

    def strings(self, value: object, known: frozenset[str]) -> Iterator[String]:
        if isinstance(value, str):
            yield self.anchor, value, known
        elif isinstance(value, tuple):
            for item in value:
                yield from self.strings(item, known)
        elif isinstance(value, (Code, Verbatim)):
            yield self.anchor, value.text, faces.CODE | known
        elif isinstance(value, Drawing):
            drawn = " ".join(TAG.sub("", text) for text in SVG_TEXT.findall(value.svg))
            yield self.anchor, html.unescape(drawn), faces.characters(False)
        elif isinstance(value, Definitions):
            for self.anchor, term, meaning in value.items:
                yield from self.strings((term, meaning), known)
        elif is_dataclass(value):
            yield from self._node(value, known)

    def _node(self, node: object, known: frozenset[str]) -> Iterator[String]:
        if isinstance(node, Mark):
            self.marks.setdefault(node.number, self.anchor)
        elif isinstance(node, Anchor):
            self.anchor = node.name
        else:
            self.anchor = getattr(node, "anchor", "") or self.anchor
            inner = faces.characters(True) if isinstance(node, Emphasis) else known
            for part in fields(node):
                if part.name in PRINTED:
                    yield from self.strings(getattr(node, part.name), inner)
