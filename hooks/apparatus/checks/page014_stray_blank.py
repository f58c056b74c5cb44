"""PAGE014 stray-blank: blanks at the end of a line, a tab, several blank lines in a row, or a file that does not end with its last line.

Why: nobody sees them, every comparison of two versions shows them, and two blanks at a line's end break the line in print.
Fix: delete them; `make fix` does it. Code keeps its blanks.
Source: markdownlint MD009, MD010, MD012, MD047
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import layout
from apparatus.grounds.texts import texts
from apparatus.model import Diagnostic, Monograph

CODE = "PAGE014"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    known = texts(monograph)
    for page, slip in layout.of_book(monograph):
        if slip.kind == "blank":
            yield Diagnostic(known.at(page.path, slip.place), CODE, slip.message, slip.fix, "warning")
