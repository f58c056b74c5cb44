"""URL003 hyphen-of-a-line-end: an address was broken at a hyphen when a printed line ended, and was not put together again.

Why: addresses copied from print carry the break along, and no longer lead to the page.
Fix: close the gap after the hyphen; remove the hyphen if only the line end put it there; complete an address that ends in one.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.addresses import addresses
from apparatus.grounds.breaks import hyphen
from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Monograph

CODE = "URL003"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for address in addresses(monograph):
        offset = hyphen(address.text)
        if offset < 0:
            continue
        if offset == len(address.text) - 1:
            message, fix = f"address '{shown(address.text)}' ends in a hyphen", "complete it, or remove the hyphen"
        else:
            message, fix = f"address '{shown(address.text)}' is broken after a hyphen", "close the gap"
        yield Diagnostic(address.at(offset), CODE, message, fix)
