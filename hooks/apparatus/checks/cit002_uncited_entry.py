"""CIT002 uncited-entry: an entry is never cited.

Why: the bibliography would claim a source that the book does not use.
Fix: cite it where it is used, or delete the entry.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.model import Diagnostic, Monograph

CODE = "CIT002"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    cited = {citation.citekey for citation in monograph.citations}
    for entry in monograph.entries:
        if entry.citekey not in cited:
            yield Diagnostic(entry.location, CODE, f"entry '{entry.citekey}' is never cited", "cite it or delete it")
