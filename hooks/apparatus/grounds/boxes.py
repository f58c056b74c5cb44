"""The lines of a page outside code, and the boxes that begin with ``!!!``: their kind and how far they reach."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from apparatus.model import Page, Span

_OPENING = re.compile(r"([ \t]*)(?:!!!|\?\?\?\+?)[ \t]*([A-Za-z][\w-]*)")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")


class Line(NamedTuple):
    """One line: its number in the file from 1, the offset where it begins, its text without line end, whether it is code."""

    number: int
    start: int
    text: str
    is_code: bool


class Box(NamedTuple):
    """An admonition: its first word in lower case and its extent."""

    kind: str
    span: Span


def lines(page: Page) -> Iterator[Line]:
    """The lines of a page's body; one that lies within code, a comment or an element counts as code."""
    spans = [span for span in page.code if "\n" in page.text[span.start : span.end] or _is_whole_line(page.text, span)]
    starts = [span.start for span in spans]
    number = page.text.count("\n", 0, page.body_start) + 1
    for match in _LINE.finditer(page.text, page.body_start):
        if match.start() == len(page.text):
            break
        first = match.start() + len(match[1]) - len(match[1].lstrip(" \t>"))
        index = bisect_right(starts, first) - 1
        yield Line(number, match.start(), match[1], index >= 0 and first < spans[index].end)
        number += 1


def _is_whole_line(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 200) : span.start]
    return not before.rpartition("\n")[2].strip(" \t>") and text[span.end : span.end + 1] in ("", "\n", "\r")


def admonitions(page: Page) -> list[Box]:
    """The boxes of a page in order, nested ones included."""
    if "!!!" not in page.text and "???" not in page.text:
        return []
    found: list[Box] = []
    opened: list[tuple[str, int, int]] = []  # kind, column, start
    end = 0
    for line in lines(page):
        column = len(line.text) - len(line.text.lstrip(" "))
        if not line.text.strip():
            continue
        while opened and column < opened[-1][1] + 4 and not line.is_code:
            kind, _, start = opened.pop()
            found.append(Box(kind, Span(start, end)))
        opening = None if line.is_code else _OPENING.match(line.text)
        if opening:
            opened.append((opening[2].lower(), column, line.start))
        end = line.start + len(line.text)
    found += [Box(kind, Span(start, end)) for kind, _, start in opened]
    return sorted(found, key=lambda box: box.span)
