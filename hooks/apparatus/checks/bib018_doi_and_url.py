"""BIB018 doi-and-url: the address of an entry only repeats its DOI, or is that of another DOI.

Why: a DOI already is an address, so the second one adds nothing; and two DOIs name two works.
Fix: delete `url` (and `urldate`, since a DOI needs none), or correct the one that is wrong.
Source: DOI Handbook, section 3.8.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import works
from apparatus.grounds.entry_fields import quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB018"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry in monograph.entries:
        own = works.doi(entry["doi"])
        for field in entry.fields:
            if not own or field.name != "url":
                continue
            other = works.doi(field.value)
            shown = quoted(field.value)
            if other == own:
                message = f"url '{shown}' of entry '{quoted(entry.citekey)}' repeats its doi"
                yield Diagnostic(field.location, CODE, message, "delete 'url' and keep 'doi'", severity="warning")
            elif other:
                message = f"url '{shown}' of entry '{quoted(entry.citekey)}' is not that of its doi '{quoted(entry['doi'])}'"
                yield Diagnostic(field.location, CODE, message, "correct 'doi' or 'url'")
