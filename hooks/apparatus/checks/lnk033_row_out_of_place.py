"""LNK033 row-out-of-place: a row of the link ledger is not in the order of the addresses, or its address has another row.

Why: one address, one line, one place: only so do two people's changes meet in a clean merge, and no answer is lost in a double.
Fix: move or delete the line, or run `make fix`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from apparatus.grounds import ledger
from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Monograph

CODE = "LNK033"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    rows = Counter(row.url for row in monograph.links)
    for row in ledger.out_of_place(monograph.links):
        if rows[row.url] > 1:
            message, fix = f"another row for '{shown(row.url)}'", "keep one of the lines, or run `make fix`"
        else:
            message, fix = f"the row for '{shown(row.url)}' is out of order", "move it to its place by address, or run `make fix`"
        yield Diagnostic(row.location, CODE, message, fix)
