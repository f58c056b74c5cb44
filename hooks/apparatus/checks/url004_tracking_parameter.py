"""URL004 tracking-parameter: an address carries parameters that only tell where the reader came from.

Why: they are no part of the source's address, make one page look like two, and report readers to advertisers.
Fix: remove the parameter; the rest of the address stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.addresses import addresses
from apparatus.grounds.texts import shown
from apparatus.grounds.tracking import tracking
from apparatus.grounds.urls import parts
from apparatus.model import Diagnostic, Monograph

CODE = "URL004"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for address in addresses(monograph):
        found = parts(address.text)
        if not found:
            continue
        for text, start in ((found.query, found.at_query), (found.fragment, found.at_fragment)):
            for name, offset in tracking(found.host, text):
                message = f"address carries the tracking parameter '{shown(name)}'"
                yield Diagnostic(address.at(start + offset), CODE, message, f"remove '{shown(name)}' and its value")
