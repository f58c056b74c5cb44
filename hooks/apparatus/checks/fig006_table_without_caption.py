"""FIG006 table-without-caption: a table has no caption although the book's tables have one.

Why: a table is quoted and linked on its own; without a caption nobody knows what it counts, or on whose authority.
Fix: add a `/// table-caption` block after the table, with a citation where the rows have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.model import Diagnostic, Monograph, Page, Paragraph

CODE = "FIG006"
ENOUGH = 3  # captions from which on they count as the custom of the book
_CAPTION = re.compile(r"\s*(?:\{:?[^{}\n]*\}\s*)?/{3,}[ \t]*table-caption\b(?![^\n]*<[ \t]*$)", re.MULTILINE)
_ABOVE = re.compile(r"/{3,}[ \t]*table-caption\b[^\n]*\|[ \t]*<[^\n]*\n[\s\S]*?\n[ \t]*/{3,}[ \t]*\Z")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    tables = [(page, table, _has_caption(page, table)) for page in monograph.pages for table in _tables(page)]
    captioned = sum(has for _, _, has in tables)
    if captioned < ENOUGH or captioned < 2 * (len(tables) - captioned):
        return
    for _, table, has in tables:
        if not has:
            fix = "add a `/// table-caption` block after the table"
            yield Diagnostic(table[0].location, CODE, "the table has no caption", fix, "warning")


def _tables(page: Page) -> Iterator[list[Paragraph]]:
    """The rows of each table; a table in a box of its own kind is one too."""
    table: list[Paragraph] = []
    for row in (paragraph for paragraph in page.paragraphs if paragraph.kind == "row"):
        if table and re.search(r"\n[ \t>]*\r?\n|[^\s|:>-]", page.text[table[-1].span.end : row.span.start]):
            yield table
            table = []
        table.append(row)
    if table:
        yield table


def _has_caption(page: Page, table: list[Paragraph]) -> bool:
    start = page.text.rfind("\n", 0, table[0].span.start) + 1
    before = page.text[max(0, start - 2_000) : start].rstrip()
    return bool(_CAPTION.match(page.text, table[-1].span.end) or _ABOVE.search(before))
