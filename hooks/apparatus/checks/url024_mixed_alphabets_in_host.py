"""URL024 mixed-alphabets-in-host: a host mixes letters of several alphabets that look alike.

Why: a Cyrillic or Greek letter in a Latin name leads to another site than the one that the reader sees.
Fix: type the host again; a name wholly in one alphabet is right as it is.
Source: Unicode Technical Standard 39, section 5.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from apparatus.grounds.addresses import addresses
from apparatus.grounds.texts import shown
from apparatus.grounds.urls import parts
from apparatus.model import Diagnostic, Monograph

CODE = "URL024"
_ALIKE = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for address in addresses(monograph):
        found = parts(address.text)
        if not found or (found.host.isascii() and "xn--" not in found.host):
            continue
        for label in found.host[:300].split("."):
            used = sorted({name for sign in _plain(label) if (name := unicodedata.name(sign, "").split(" ")[0]) in _ALIKE})
            if len(used) > 1:
                alphabets = " and ".join(name.capitalize() for name in used)
                yield Diagnostic(address.place, CODE, f"host '{shown(found.host)}' mixes {alphabets} letters", "type the host again")
                break


def _plain(label: str) -> str:
    """A label as it is read: ``xn--…`` decoded."""
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return label
