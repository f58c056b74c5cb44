"""LNK035 row-for-extremist-source: a row of the link ledger leads to extremist material, or to a copy of it.

Why: such material is cited so that claims can be traced; the book gives no address at which it could be found, in no file.
Fix: delete the line, or run `make fix`; delete the address in the entry, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import ledger
from apparatus.model import Diagnostic, Monograph

CODE = "LNK035"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for row in monograph.links:
        if ledger.is_barred(row, monograph):
            yield Diagnostic(row.location, CODE, "a row leads to extremist material", "delete the line, or run `make fix`")
