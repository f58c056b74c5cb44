"""LNK030 url-without-row: an address on the web that the book gives has no row in the link ledger, bib/links.lock.

Why: nobody would notice when the page dies, and no archived copy would be at hand for it.
Fix: add the line that the finding gives, in the order of the addresses; `make fix` and `make links` do it as well.
A book without a date of release in CITATION.cff keeps no ledger, for rows begin with that date. Extremist material has no row.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import ledger
from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Monograph

CODE = "LNK030"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    if monograph.edition is None:
        return
    known = {row.url for row in monograph.links}
    for url, need in ledger.needed(monograph).items():
        if url not in known:
            fix = f"run `make fix`, or add this line to {ledger.PATH} in order of address: {ledger.line(ledger.new(url, monograph))}"
            yield Diagnostic(need.address.place, CODE, f"no row in the link ledger for '{shown(url)}'", fix)
