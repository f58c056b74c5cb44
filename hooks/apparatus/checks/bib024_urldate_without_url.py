"""BIB024 urldate-without-url: an entry says when it was accessed and not where.

Why: the note prints “accessed” and no address; the address was lost, or the date belongs to another entry.
Fix: add the `url`, or remove the `urldate`.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.entry_fields import first, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB024"
ADDRESSES = ("url", "doi", "eprint", "howpublished", "crossref", "xdata")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry in monograph.entries:
        urldate = first(entry, "urldate")
        if urldate and not first(entry, *ADDRESSES):
            message = f"urldate '{quoted(urldate.value)}' has no url"
            yield Diagnostic(urldate.location, CODE, message, "add the url, or remove the urldate")
