"""The first characters of a Markdown line that begin something other than a paragraph, as one table of patterns."""

from __future__ import annotations

import re
from typing import NamedTuple

HEADING = re.compile(r"(#{1,6})(?!#)[ \t]*+")
UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
RULE = re.compile(r"([-*_])[ \t]*+(?:\1[ \t]*+){2,}$")
FENCE = re.compile(r"(`{3,}+)([^`]*)$|(~{3,}+)(.*)$")
BULLET = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)")
TERM = re.compile(r":[ \t]+")
ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]*+([\w-]+(?:[ \t]+[\w-]+)*)?[ \t]*+(?:\"(.*)\"[ \t]*)?$")
TAB = re.compile(r"===[+!]{0,2}[ \t]+\"([^\"]*)\"[ \t]*$")
BLOCK = re.compile(r"/{3,}[ \t]*([\w-]*)")
NOTE = re.compile(r"\[\^([^\s\[\]]+)\]:[ \t]*")
DEFINITION = re.compile(
    r"\[(?!\^|-?@)([^\[\]\n]+)\]:[ \t]*+(?:\r?\n[ \t]*+)?(?:<([^<>\n]*)>|([^\s<]\S*+))"
    r"[ \t]*+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\))?[ \t]*+(?=[\r\n]|\Z)"
)
VERBATIM = re.compile(r"<(script|style|pre|textarea)\b", re.IGNORECASE)
TABLE_RULE = re.compile(r"(?=[^-\n]*-)[ \t|:-]*+$")
LANGUAGE = re.compile(r"[ \t]*(?:\{[^}]*?\.([\w+-]+)|([^\s{]+))?")


class Container(NamedTuple):
    """What lines lie within: ``inside`` is the column from which they do, ``content`` the one where text begins."""

    kind: str  # "quotation", "item", "block" or "note"
    inside: int
    content: int


class OpenFence(NamedTuple):
    """A fence that is being read: its marker, its info string, where it stands and how deep."""

    marker: str
    info: str
    start: int
    column: int
    depth: int

    def is_closed_by(self, line: str) -> bool:
        """Whether a line, without indentation, is the closing fence."""
        text = line.rstrip(" \t\r")
        return len(text) >= len(self.marker) and not text.strip(self.marker[0])


def width(text: str, start: int, end: int, column: int) -> tuple[int, int]:
    """The offset and column of the first character from ``start`` that is neither space nor tab; tabs stop every four columns."""
    while start < end and text[start] in " \t":
        column += 4 - column % 4 if text[start] == "\t" else 1
        start += 1
    return start, column
