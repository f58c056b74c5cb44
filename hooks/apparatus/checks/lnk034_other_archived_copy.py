"""LNK034 other-archived-copy: the archived copy in the link ledger is not the one that the entry's dates lead to.

Why: the copy shall show the page as the book read it; after a date of access is corrected, the old copy is the wrong one.
Fix: write the address that the finding gives, or run `make fix`; for another copy give the entry an `archiveurl`.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import ledger
from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Monograph

CODE = "LNK034"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for row in monograph.links:
        need = ledger.needed(monograph).get(row.url)
        if need and row.archive not in need.archives:
            message = f"archived copy '{shown(row.archive or '-')}' is not that of the day of access"
            fix = f"write {need.archive or '-'} or run `make fix`"
            yield Diagnostic(ledger.place(row, "archive"), CODE, message, fix)
