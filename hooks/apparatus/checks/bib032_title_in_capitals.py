"""BIB032 title-in-capitals: a title is set in capitals throughout.

Why: capitals are the outlet's typography, not the title; they shout in the bibliography and hide what is an acronym.
Fix: write the title as a sentence or in title case; acronyms keep their capitals.
Source: Chicago Manual of Style, 17th edition, 8.159, 14.85: titles in full capitals are set in upper and lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import titles
from apparatus.grounds.entry_fields import named, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB032"
SMALL = frozenset("A AN AND ARE AS AT BY FOR FROM HAS IN INTO IS OF ON OR OVER THE TO UNDER WITH".split())
ACRONYMS = frozenset("UNESCO UNICEF UNAMA UNHCR INTERPOL EUROPOL FRONTEX CENTCOM AFRICOM UNODC ASEAN MINUSMA USAID BRICS COVID UNRWA UNMIK DAESH ISCAP INTERPOL CEDAW UNCTAD".split())
_PART = re.compile(r"\s*[:–—|]\s+|\s+[-–—|]\s+|[?!]\s+")
_WORD = re.compile(r"[^\W\d_]+")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for _, field in named(monograph, titles.TITLES):
        if any(_shouted(part) for part in _PART.split(titles.text(field.value))):
            message = f"{field.name} '{quoted(titles.text(field.value))}' is in capitals"
            yield Diagnostic(field.location, CODE, message, "write it in upper and lower case; only acronyms keep capitals")


def _shouted(part: str) -> bool:
    if part != part.upper():
        return False
    words = [word for word in _WORD.findall(part) if word.isupper() and word not in ACRONYMS]
    long = sum(len(word) > 4 for word in words)
    return (any(word in SMALL for word in words) and any(len(word) > 3 for word in words)) or long > 1 or (
        long == 1 and (len(words) > 2 or len(max(words, key=len)) > 8)
    )
