"""URL020 several-addresses: one field or link holds two addresses, or one address pasted twice.

Why: the two are taken as one, and lead nowhere.
Fix: keep one; a copy in an archive goes to the note, another source gets an entry of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.addresses import addresses
from apparatus.grounds.breaks import second
from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Monograph

CODE = "URL020"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for address in addresses(monograph):
        offset = second(address.text)
        if offset >= 0:
            message = f"a second address '{shown(address.text[offset:])}' follows the first"
            yield Diagnostic(address.at(offset), CODE, message, "keep one of the two")
