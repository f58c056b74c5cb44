"""LNK031 row-without-url: a row of the link ledger is for an address that the book no longer gives.

Why: the web would be asked for pages that nobody cites, and an address that was corrected would seem to be watched still.
Fix: delete the line, or run `make fix`.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import ledger
from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Monograph

CODE = "LNK031"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for row in monograph.links:
        if row.url not in ledger.needed(monograph) and not ledger.is_barred(row, monograph):
            message = f"the book gives no address '{shown(row.url)}'"
            yield Diagnostic(row.location, CODE, message, "delete the line, or run `make fix`")
