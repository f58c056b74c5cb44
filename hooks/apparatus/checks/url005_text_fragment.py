"""URL005 text-fragment: an address ends in '#:~:text=…', which a browser adds when a passage is searched or shared.

Why: it is no part of the source's address, breaks where the text changes, and says where the page is to be read in no stable way.
Fix: cut the address before '#:~:'; give the page or paragraph in the locator.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.addresses import addresses
from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Monograph

CODE = "URL005"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for address in addresses(monograph):
        offset = address.text.find(":~:", address.text.find("#") + 1) if "#" in address.text else -1
        if offset >= 0:
            start = offset - 1 if address.text[offset - 1] == "#" else offset
            yield Diagnostic(address.at(start), CODE, f"address ends in a text fragment '{shown(address.text[start:])}'", "cut it off")
