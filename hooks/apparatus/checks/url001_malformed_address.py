"""URL001 malformed-address: an address is not one that a browser could open.

Why: a reader who follows it arrives nowhere, and an address that was cut, escaped or mistyped cannot be guessed.
Fix: copy the address again from the browser, whole and without TeX commands, entities or quotation marks.
Source: RFC 3986, sections 3 and 2.4.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.addresses import addresses
from apparatus.grounds.texts import shown
from apparatus.grounds.urls import BLANK, fault
from apparatus.model import Diagnostic, Monograph

CODE = "URL001"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for address in addresses(monograph):
        if not address.text or BLANK.search(address.text):
            continue
        if found := fault(address.text):
            message = f"address '{shown(address.text)}' {shown(found.message)}"
            yield Diagnostic(address.at(found.offset), CODE, message, shown(found.fix))
