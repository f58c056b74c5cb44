"""LNK022 page-twice-in-navigation: the navigation lists the same page twice.

Why: the page has one place in the order of the book; forward and back lead in a circle.
Fix: keep one of the two entries.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Location, Monograph

CODE = "LNK022"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    first: dict[str, Location] = {}
    for entry in monograph.navigation or ():
        target = entry.target.removeprefix("./")
        before = first.setdefault(target, entry.location)
        if before != entry.location and target.endswith(".md"):
            message = f"page '{shown(target)}' stands in the navigation already, in line {before.line}"
            yield Diagnostic(entry.location, CODE, message, "keep one of the two")
