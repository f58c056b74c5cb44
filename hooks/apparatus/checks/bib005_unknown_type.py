"""BIB005 unknown-type: an entry is of a type that biblatex does not know.

Why: the citation style does not know what to print of it, and prints it as a miscellany without journal, publisher or pages.
Fix: write one of the manual's types: `@article`, `@book`, `@incollection`, `@report`, `@thesis`, `@online`, `@misc` …
Source: biblatex manual, section 2.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import datamodel, entries
from apparatus.grounds.entry_fields import quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB005"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry in monograph.entries:
        if entry.kind not in datamodel.TYPES and entry.kind not in datamodel.TYPE_ALIASES:
            near = datamodel.type_meant(entry.kind)
            fix = f"did you mean '@{near}'?" if near else "write a type of the biblatex manual, such as @online or @misc"
            message = f"entry '{quoted(entry.citekey)}' is of the unknown type '@{quoted(entry.kind)}'"
            yield Diagnostic(entries.start(entry), CODE, message, fix)
