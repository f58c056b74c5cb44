"""FIG003 caption-astray: a caption block stands where there is nothing to caption, or two captions stand under one figure.

Why: the site glues a caption to whatever stands before it: a paragraph, or somebody else's table.
Fix: put the block directly after its diagram, image or table.
Source: PyMdown Extensions, "Caption"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import boxes
from apparatus.model import Diagnostic, Location, Monograph, Page

CODE = "FIG003"
_OPENING = re.compile(r"[ \t]*(/{3,})[ \t]*(figure|table)-caption[ \t]*(\|[ \t]*<)?[^\r\n]*")
_CLOSING = re.compile(r"[ \t]*/{3,}[ \t]*")
_IMAGE = re.compile(r"!\[|<(?:img|figure|picture|svg|video|table)\b|</(?:figure|picture|svg|video|table|div|a)>", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[^{}]*\}[ \t]*")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        if "-caption" in page.text:
            yield from _page(page, [line for line in boxes.lines(page) if line.is_code or line.text.strip()])


def _page(page: Page, lines: list[boxes.Line]) -> Iterator[Diagnostic]:
    fences = {fence.location.line: fence.span for fence in page.fences}
    ends = {page.text.count("\n", 0, span.end) + 1 for span in fences.values()}
    rows = {paragraph.location.line for paragraph in page.paragraphs if paragraph.kind == "row"}
    for index, line in enumerate(lines):
        opening = None if line.is_code else _OPENING.fullmatch(line.text)
        if not opening:
            continue
        neighbour = _below(lines, index) if opening[3] else _above(lines, index)
        if neighbour is not None and _is_figure(neighbour, fences if opening[3] else ends, rows):
            continue
        place = Location(page.path, line.number, len(line.text) - len(line.text.lstrip()) + 1)
        what = "a second caption" if neighbour is not None and _CLOSING.fullmatch(neighbour.text) else "the caption"
        message = f"{what} stands {'above' if opening[3] else 'below'} no {_things(opening[2])}"
        yield Diagnostic(place, CODE, message, f"put it directly after its {_things(opening[2])}")


def _things(kind: str) -> str:
    return "table" if kind == "table" else "diagram or image"


def _above(lines: list[boxes.Line], index: int) -> boxes.Line | None:
    index -= 1
    while index >= 0 and not lines[index].is_code and _ATTRIBUTES.fullmatch(lines[index].text):
        index -= 1
    return lines[index] if index >= 0 else None


def _below(lines: list[boxes.Line], index: int) -> boxes.Line | None:
    closing = next((i for i in range(index + 1, len(lines)) if _CLOSING.fullmatch(lines[i].text)), len(lines))
    return lines[closing + 1] if closing + 1 < len(lines) else None


def _is_figure(line: boxes.Line, fences, rows: set[int]) -> bool:
    return line.is_code or line.number in fences or line.number in rows or bool(_IMAGE.search(line.text))
