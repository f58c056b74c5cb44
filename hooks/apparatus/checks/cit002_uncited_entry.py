"""CIT002 uncited-entry: an entry is never cited.

Why: the bibliography would claim a source that the book does not use.
Fix: cite it where it is used, or delete the entry.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.model import Diagnostic, Monograph

CODE = "CIT002"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    cited = {citation.citekey.casefold() for citation in monograph.citations}
    malformed = [each for page in monograph.pages for each in page.malformed]
    malformed += [each for data in monograph.data.values() for datum in data for each in datum.malformed]
    cited |= {key.casefold() for each in malformed for key in each.citekeys}  # the fault is told by CIT003 and CIT019
    for entry in monograph.entries:
        if entry.citekey.casefold() not in cited:
            yield Diagnostic(entry.location, CODE, f"entry '{entry.citekey}' is never cited", "cite it or delete it")
