"""PAGE018 second-sentence: a second sentence stands on the same line of running text.

Why: with a line for each sentence a reviewer sees which sentence changed, and every finding names it by its line; readers see no difference.
Items of lists, tables, and a line that begins in bold or italics may hold several.
Fix: begin a new line with it; `make fix` does it.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import layout
from apparatus.grounds.texts import texts
from apparatus.model import Diagnostic, Monograph

CODE = "PAGE018"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    known = texts(monograph)
    for page, slip in layout.of_book(monograph):
        if slip.kind == "sentence":
            yield Diagnostic(known.at(page.path, slip.place), CODE, slip.message, slip.fix, "warning")
