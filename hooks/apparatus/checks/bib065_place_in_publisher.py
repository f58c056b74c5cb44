"""BIB065 place-in-publisher: the publisher has its place before a colon.

Why: the place has a field of its own, and the style sets the colon; bibliographies by place or publisher miss the book.
Fix: `location = {London}, publisher = {Hurst}`.
Source: Wikipedia, Help:CS1 errors, “CS1 maint: publisher location”; biblatex manual, section 2.2.2, fields `location`, `publisher`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.entry_fields import first, named, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB065"
_PLACED = re.compile(r"([A-Z][^:{}\d]{2,50}?)\s?:\s+(?!An? |Part |Imprint |Division |The )([A-Z].{1,100})")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry, field in named(monograph, {"publisher"}):
        placed = _PLACED.fullmatch(field.value.strip()[:200])
        if placed:
            location = first(entry, "location", "address")
            fix = f"write publisher = {{{quoted(placed[2])}}}"
            fix += "" if location else f" and location = {{{quoted(placed[1])}}}"
            yield Diagnostic(field.location, CODE, f"publisher '{quoted(field.value)}' has the place in it", fix, "warning")
