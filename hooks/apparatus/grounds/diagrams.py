"""Mermaid sources line by line, each with its place in the page, comments and quoted labels blanked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from apparatus.model import Fence, Location, Monograph, Page

_QUOTED = re.compile(r"\"[^\"\n]*\"")
_KIND = re.compile(r"(?m)^[ \t]*(flowchart|graph|sequenceDiagram|classDiagram|stateDiagram(?:-v2)?|timeline|gantt|pie|mindmap|erDiagram)\b")


class Line(NamedTuple):
    """One line of a diagram: its text blanked of labels and comments, as written, and the place of its first character."""

    text: str
    raw: str
    place: Location


def fences(monograph: Monograph) -> Iterator[tuple[Page, Fence]]:
    """Every Mermaid fence with its page."""
    for page in monograph.pages:
        for fence in page.fences:
            if fence.language == "mermaid":
                yield page, fence


def kind(source: str) -> str:
    """The kind of diagram: ``flowchart``, ``timeline`` …; empty if it is none that is known here."""
    match = _KIND.search(source)
    return {"graph": "flowchart", "stateDiagram-v2": "stateDiagram"}.get(match[1], match[1]) if match else ""


def lines(page: Page, fence: Fence) -> Iterator[Line]:
    """The lines of a fence's source in order."""
    raw = re.split(r"\r\n|\r|\n", page.text[fence.span.start : fence.span.end])[1:]
    for index, text in enumerate(fence.source.split("\n")):
        written = raw[index] if index < len(raw) else text
        column = written.find(text.rstrip()) + 1 if text.strip() else 1
        blank = "" if text.lstrip().startswith("%%") and not text.lstrip().startswith("%%{") else text
        blank = _QUOTED.sub(lambda match: '"' + " " * (len(match[0]) - 2) + '"', blank)
        yield Line(blank, text, Location(page.path, fence.location.line + 1 + index, max(column, 1)))


def at(line: Line, offset: int) -> Location:
    """The place of a character of a line."""
    return Location(line.place.path, line.place.line, line.place.column + offset)
