"""URL025 encoded-twice: the path of an address is percent-encoded twice, as in %2520 for a space.

Why: the page is looked for under a name with a percent sign in it, and is not found.
Fix: write %20 for %2520, and so on.
Source: RFC 3986, section 2.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.addresses import addresses
from apparatus.grounds.texts import shown
from apparatus.grounds.urls import parts
from apparatus.model import Diagnostic, Monograph

CODE = "URL025"
_TWICE = re.compile(r"%25(?:2[0-9A-F]|3[A-F]|5[BD]|[C-F][0-9A-F](?=%25[89AB]))", re.IGNORECASE)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for address in addresses(monograph):
        found = parts(address.text)
        twice = _TWICE.search(found.path) if found else None
        if twice and "://" not in found.path and "%3a%2f" not in found.path.lower():
            message = f"address is encoded twice at '{shown(twice[0])}'"
            yield Diagnostic(address.at(found.after_host + twice.start()), CODE, message, f"write '%{twice[0][3:]}'", "warning")
