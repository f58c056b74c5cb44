"""LNK004 duplicate-anchor: a page has two places of the same name.

Why: every link to the name arrives at the first of them (HTML standard, section 3.2.6: an id is unique in its document).
Fix: give one of them another name.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Location, Monograph, Page

CODE = "LNK004"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        first: dict[str, Location] = {}
        for name, location in sorted(_named(page), key=lambda named: named[1]):
            before = first.setdefault(name, location)
            if before != location:
                message = f"anchor '{shown(name)}' stands on this page already, in line {before.line}"
                yield Diagnostic(location, CODE, message, "give one of the two another name")


def _named(page: Page) -> list[tuple[str, Location]]:
    """What is named by hand; anchors made from headings are numbered where they repeat."""
    markers = [(f"editorial-{marker.note.lower()}", marker.location) for marker in page.markers]
    return [(anchor.name, anchor.location) for anchor in page.anchors] + markers
