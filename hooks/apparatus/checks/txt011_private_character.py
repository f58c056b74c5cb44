"""TXT011 private-character: a character of Unicode's private use area, or a code that is no character.

Why: it means something only in the font it was copied with; every reader sees another sign, or an empty box.
Fix: write the letter or sign that was meant.
Source: The Unicode Standard, sections 23.5 (private-use characters) and 23.7 (noncharacters)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.characters import found, name
from apparatus.model import Diagnostic, Monograph

CODE = "TXT011"
_PRIVATE = re.compile(
    "[\ue000-\uf8ff\U000f0000-\U0010ffff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 15))
    + "]"
)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    told = {failure.location for failure in monograph.failures}
    for _, match, place in found(monograph, _PRIVATE, _PRIVATE):
        if place not in told:
            message = f"character {name(match[0])} is for private use or no character"
            yield Diagnostic(place, CODE, message, "write the letter or sign that was meant")
