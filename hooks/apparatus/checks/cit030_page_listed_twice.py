"""CIT030 page-listed-twice: a locator lists the same page twice, alone or within a range.

Why: one of the numbers is a slip, and the page that was meant is missing.
Fix: list each page once, or correct the number.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.grounds.extents import Extent, extents, number, unabbreviated
from apparatus.model import Diagnostic, Locator, Monograph

CODE = "CIT030"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for citation in monograph.citations:
        if citation.locator and (twice := _twice(citation.locator)):
            message = f"'{excerpt(twice)}' is listed twice in '{excerpt(citation.locator.text)}'"
            yield Diagnostic(citation.locator.location, CODE, message, "list it once, or correct the number")


def _twice(locator: Locator) -> str:
    """The first item of the list that an earlier or later item holds, or nothing. Volumes and notes begin a new list."""
    found, _ = extents(locator)
    if {extent.label for extent in found} - {"p.", "pp.", ""}:
        return ""
    ranges = sorted((bounds, extent.text.strip()) for extent in found if (bounds := _bounds(extent)))
    reach = -1
    for (first, last), text in ranges:
        if first <= reach:
            return text
        reach = max(reach, last)
    return ""


def _bounds(extent: Extent) -> tuple[int, int] | None:
    ends = [number(end) for end in (extent.first, extent.last) if end]
    plain = all(end and end.kind == "arabic" and len(end.numbers) == 1 and not end.prefix + end.suffix for end in ends)
    if not plain or extent.follower or any(sign in extent.text for sign in ",/*†("):
        return None
    first = ends[0].numbers[0]
    return first, unabbreviated(str(first), str(ends[-1].numbers[0])) if extent.last else first
