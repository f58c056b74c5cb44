"""BIB023 url-without-urldate: an entry has a web address and does not say when it was looked at.

Why: pages change; only the day of access tells a reader which version the book read, and which archived copy to open.
Fix: add `urldate = {2026-11-22}` with the day you looked at it. An entry with a DOI needs none: a DOI stands for a version.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.entry_fields import first, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB023"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry in monograph.entries:
        url = first(entry, "url")
        if url and not first(entry, "urldate", "doi"):
            message = f"url '{quoted(url.value)}' has no urldate"
            yield Diagnostic(url.location, CODE, message, "add urldate = {…} with the day of access")
