"""SET002 table-too-wide: the longest words of a table's columns, side by side, are wider than the page of the printed book.

Why: on the site such a table scrolls; on paper its last columns would run over the margin, or words over each other.
It is measured in the smallest type that tables are set in, in the book and in its large print. A word may be broken at a hyphen, a dash
or a slash.
Fix: leave out a column, put it into lines of their own, write shorter words, or make two tables of it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from apparatus.drawing.measure import width
from apparatus.figures import FENCE, FIGURES, figure
from apparatus.grounds.type_area import BREAKS, GUTTER, MARK, PAGE, ROOM, UNBOUND, least
from apparatus.model import Diagnostic, Location, Monograph, Page, Paragraph
from apparatus.registers import registers

CODE = "SET002"
_FIX = "leave out a column, write shorter words, or make two tables of it"
_NOTE = re.compile(r"\[[^\[\]]*@[^\[\]]*\]|\[\^[^\[\]\s]+\]")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\(([^()\s]*)[^()]*\)")
_TAG = re.compile(r"<[^<>]*>|\{:?[^{}]*\}")
_SIGNS = re.compile(r"(?<!\\)[*`]|\\(?=[^\w\s])")
_BAR = re.compile(r"(?<!\\)\|")
_LETTER = 0.65  # em; the letters of a word are narrower on the average, in capitals too
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        for place, rows in _tables(page) if page.path not in UNBOUND else ():
            yield from _finding(place, rows, "the table")
        for fence in page.fences:
            name = " ".join(fence.source.split())
            if fence.language == FENCE and name in FIGURES:
                for table in figure(name, registers(monograph)).tables:
                    yield from _finding(fence.location, (table.head, *table.rows), f"the figure '{name}' has a table that")


def _tables(page: Page) -> Iterator[tuple[Location, list[Sequence[str]]]]:
    """The tables of a page, row by row, each with the place where it begins."""
    table: list[Paragraph] = []
    for paragraph in page.paragraphs:
        if paragraph.kind != "row":
            continue
        if table and page.text[table[-1].span.end : paragraph.span.start].count("\n") > 2:
            yield table[0].location, [_split(row.text) for row in table]
            table = []
        table.append(paragraph)
    if table:
        yield table[0].location, [_split(row.text) for row in table]


def _split(row: str) -> list[str]:
    return _BAR.split(row.strip().removeprefix("|").removesuffix("|"))


def _finding(place: Location, rows: Iterable[Sequence[str]], what: str) -> Iterator[Diagnostic]:
    head, *body = rows
    cells = [*zip_longest(head, *body, fillvalue="")][: len(head)]
    words = [(_words(column[:1]), _words(column[1:])) for column in cells]
    if sum(max(map(len, top | rest), default=0) * _LETTER + GUTTER for top, rest in words) <= ROOM:
        return
    columns = [[*_widths(top, bold=True), *_widths(rest)] for top, rest in words]
    if (needed := sum(map(least, columns))) > ROOM:
        message = f"{what} needs {needed / ROOM:.0%} of the page's width for the longest words of its {len(columns)} columns"
        yield Diagnostic(place, CODE, message, _FIX)


def _words(cells: Iterable[str]) -> set[str]:
    """What no line ends in, in cells."""
    return {word for cell in set(cells) for word in BREAKS.split(_printed(cell))}


def _widths(words: set[str], bold: bool = False) -> Iterator[float]:
    """The widths of words, in em; those that are surely not the longest are left out."""
    longest = max(map(len, words), default=0)
    return (width(word, 1, bold=bold) for word in words if 3 * len(word) >= longest)


def _printed(cell: str) -> str:
    """About what a cell prints: its words, a sign for each note, the page after each link within the book."""
    text = _LINK.sub(lambda found: found[1] + (PAGE if not _OUTSIDE.match(found[2]) else ""), _NOTE.sub(MARK, cell))
    return html.unescape(_SIGNS.sub("", _TAG.sub(" ", text)))
