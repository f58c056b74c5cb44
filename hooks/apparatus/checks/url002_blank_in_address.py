"""URL002 blank-in-address: an address holds white space.

Why: the address ends at the blank for some programs and not for others, and what it leads to is a matter of luck.
Fix: remove the character, or write %20 where the address really has a space.
Source: RFC 3986, section 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.addresses import addresses
from apparatus.grounds.breaks import hyphen, second
from apparatus.grounds.texts import shown
from apparatus.grounds.urls import BLANK
from apparatus.model import Diagnostic, Monograph

CODE = "URL002"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for address in addresses(monograph):
        blank = BLANK.search(address.text)
        if not blank or hyphen(address.text) >= 0 or second(address.text) >= 0:
            continue
        sign = blank[0][0]
        if not sign.isspace():
            continue  # an invisible or control character: TXT002 and TXT004
        kind = {" ": "a space", "\n": "a line end", "\r": "a line end", "\t": "a tab"}.get(sign, f"the character U+{ord(sign):04X}")
        fix = "remove it, or write '%20' where the address has a space"
        yield Diagnostic(address.at(blank.start()), CODE, f"address '{shown(address.text)}' holds {kind}", fix)
