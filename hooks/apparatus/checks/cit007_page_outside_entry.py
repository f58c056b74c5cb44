"""CIT007 page-outside-entry: a citation points at a page that the work, by its entry, does not have.

Why: either the locator or the entry's `pages` is wrong; often the page is that of a file, not the printed one.
Fix: give the printed page number, or correct `pages` (or `pagetotal`) of the entry.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.grounds.extents import extents, number, pages, unabbreviated
from apparatus.model import Diagnostic, Entry, Locator, Monograph

CODE = "CIT007"
LABELS = ("p.", "pp.", "")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    known: dict[str, tuple[list[tuple[int, int]], str]] = {}
    for citation in monograph.citations:
        entry = monograph.by_citekey.get(citation.citekey)
        if citation.locator is None or entry is None:
            continue
        if entry.citekey not in known:
            known[entry.citekey] = _bounds(entry)
        bounds, written = known[entry.citekey]
        for shown in _outside(citation.locator, bounds, (entry["date"] or entry["year"])[:4]) if bounds else ():
            what = f"page {shown} lies" if shown.isdecimal() else f"pages {excerpt(shown)} lie"
            message = f"{what} outside '{entry.citekey}', which has {written}"
            yield Diagnostic(citation.locator.location, CODE, message, "give the printed page number, or correct the entry")


def _bounds(entry: Entry) -> tuple[list[tuple[int, int]], str]:
    """The pages an entry is known to have, and how it says so; nothing where it does not say so in plain numbers.

    A single page may be the first of several, or the number of an article, and says nothing.
    """
    if entry["pagination"] not in ("", "page") or entry["bookpagination"] not in ("", "page"):
        return [], ""
    if entry["pages"]:
        found = list(pages(entry["pages"].strip("{} "))) if len(entry["pages"]) < 1_000 else [None]
        plain = [bounds for bounds in found if bounds]
        if len(plain) < len(found) or (len(plain) == 1 and plain[0][0] == plain[0][1]) or any(a > b for a, b in plain):
            return [], ""
        return plain, f"pages {excerpt(entry['pages'])}"
    total = entry["pagetotal"].strip("{} ")
    if total.isdecimal() and len(total) < 9 and int(total) > 0:
        return [(1, int(total))], f"{int(total)} pages"
    return [], ""


def _outside(locator: Locator, bounds: list[tuple[int, int]], year: str) -> Iterator[str]:
    """The items of the locator that lie outside. A number without label that is the year of the work is another fault."""
    found, _ = extents(locator)
    for extent in found:
        if extent.label not in LABELS or extent.quoted or (not extent.label and extent.first == year):
            continue
        ends = [number(end) for end in (extent.first, extent.last) if end]
        if any(end is None or end.kind != "arabic" or len(end.numbers) > 1 or end.prefix for end in ends):
            continue
        numbers = [end.numbers[0] for end in ends]
        if len(numbers) == 2:
            numbers[1] = unabbreviated(str(numbers[0]), str(numbers[1]))
        if not all(any(first <= page <= last for first, last in bounds) for page in numbers):
            yield extent.text.strip()
