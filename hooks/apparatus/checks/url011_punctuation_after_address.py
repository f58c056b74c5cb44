"""URL011 punctuation-after-address: an address ends in a mark that belongs to the sentence it was copied from.

Why: with the full stop, comma or bracket the address leads to another page or to none.
Fix: remove the mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.addresses import addresses
from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Monograph

CODE = "URL011"
_END = re.compile(r"(?:[.,;:'\"”’>}]+|\))$")
_ABBREVIATION = re.compile(r"https?://[\w.-]*\b(?:wikipedia|wikimedia|wikidata|wiktionary|wikisource)\.org/.*[\w)]\.", re.IGNORECASE)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for address in addresses(monograph):
        offset = surplus(address.text) if address.whole else -1
        if offset >= 0:
            message = f"address ends in '{shown(address.text[offset:])}'"
            yield Diagnostic(address.at(offset), CODE, message, f"remove '{shown(address.text[offset:])}'")


def surplus(address: str) -> int:
    """The offset of the marks at the end that are no part of an address, or -1."""
    if not address.lower().startswith(("http://", "https://")) or _ABBREVIATION.fullmatch(address):
        return -1
    found = _END.search(address[-20:])
    if not found:
        return -1
    offset = len(address) - len(address[-20:]) + found.start()
    if found[0] == ")" and address.count(")") <= address.count("("):
        return -1
    return offset
