"""URL006 credentials-in-address: an address holds a user's name or password before the host.

Why: the password is published with the book, and names before an '@' are used to disguise where a link leads.
Fix: remove all between '//' and '@', and change the password.
Source: RFC 3986, section 7.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.addresses import addresses
from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Monograph

CODE = "URL006"
_USER = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://([^/?#@]*)(?:@[^/?#@]*)*@", re.IGNORECASE)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for address in addresses(monograph):
        if found := _USER.match(address.text):
            name = shown(found[1].partition(":")[0])
            yield Diagnostic(
                address.at(found.start(1)), CODE, f"address holds credentials of '{name}'", "remove all between '//' and '@'"
            )
