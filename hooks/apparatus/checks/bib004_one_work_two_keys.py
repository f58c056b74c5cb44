"""BIB004 one-work-two-keys: two entries stand for one work: they have one DOI, one address, or one title, author and date.

Why: the bibliography lists the work twice, and a reader who follows its mentions finds half of them.
Fix: keep one entry and cite its key everywhere; or correct the DOI or address that one of them has taken over from the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from apparatus.grounds import works
from apparatus.grounds.works import Work
from apparatus.grounds.entry_fields import quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB004"
ASKED = 10  # earlier entries of one DOI, address or title that an entry is compared with


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    earlier: dict[object, list[Work]] = defaultdict(list)
    for work in map(works.work, filter(works.is_work, monograph.entries)):
        if found := _twin(work, earlier):
            twin, shared, fix = found
            place = f"{twin.entry.location.path}:{twin.entry.location.line}"
            other = quoted(twin.entry.citekey)
            message = f"entry '{quoted(work.entry.citekey)}' has {shared} of '{other}' ({place})"
            yield Diagnostic(work.entry.location, CODE, message, f"cite '{other}' and delete this entry, or {fix}")
        for key in _keys(work).values():
            earlier[key].append(work)


def _keys(work: Work) -> dict[str, object]:
    """By what the work can be known: its DOI, its address unless it is a home page, its title with its author."""
    keys: dict[str, object] = {}
    if work.doi:
        keys["doi"] = ("doi", work.doi)
    if work.address and work.address.rest:
        keys["url"] = work.address
    if work.title and work.author:
        keys["title"] = (work.title, work.author, "title")
    return keys


def _twin(work: Work, earlier: dict[object, list[Work]]) -> tuple[Work, str, str] | None:
    """The first entry of the same work, what it shares, and what may be wrong instead."""
    keys = _keys(work)
    tests = (
        ("doi", works.same_part, f"the DOI {quoted(work.doi)}", "correct the DOI"),
        ("url", works.same_part, "the address", "correct the address"),
        ("title", works.same_title, "the title, author and date", "say in both what tells the works apart"),
    )
    for name, same, shared, fix in tests:
        for other in earlier.get(keys.get(name), ())[:ASKED]:
            if other.entry.citekey.casefold() != work.entry.citekey.casefold() and same(other, work):
                return other, shared, fix
    return None
