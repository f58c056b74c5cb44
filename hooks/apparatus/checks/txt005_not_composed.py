"""TXT005 not-composed: a letter and its accent stand as two characters where Unicode has one (not in form NFC).

Why: `é` typed in two ways looks the same and is not: a search, an index or a citekey finds only one of them.
Fix: write the composed letter.
Source: Unicode Standard Annex 15 (Normalization Forms); W3C Character Model: String Matching, section 3
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from apparatus.grounds.characters import found, name
from apparatus.model import Diagnostic, Monograph

CODE = "TXT005"
# A letter with marks, the signs that Unicode itself replaces by others, and the parts of Korean syllables.
_CLUSTER = re.compile(
    "[^\\W_][\u0300-\u036f\u0653-\u0655\u0591-\u05c7\u3099\u309a]{1,20}"
    "|[\u212a\u212b\u2126\u0340\u0341\u037e\u0387]|[\u1100-\u115e][\u1161-\u1175][\u11a8-\u11c2]?"
)
_NEEDED = re.compile("[\u0300-\u036f\u0653-\u0655\u0591-\u05c7\u3099\u309a\u212a\u212b\u2126\u037e\u0387\u1100-\u115e]")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for _, match, place in found(monograph, _CLUSTER, _NEEDED):
        composed = unicodedata.normalize("NFC", match[0])
        if composed != match[0] and len(composed) <= len(match[0]) and sorted(composed) != sorted(match[0]):
            parts = " + ".join(f"U+{ord(c):04X}" for c in match[0])
            yield Diagnostic(place, CODE, f"'{match[0]}' is written as {parts}", f"write {name(composed[0])}")
