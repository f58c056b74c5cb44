"""BIB003 citekey-differs-by-case: two citekeys are the same but for capital and small letters.

Why: some programs see one entry where others see two, and nobody who types the key knows which of them is meant.
Fix: rename one of them, here and where it is cited, or delete it when both are the same work.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.entry_fields import quoted
from apparatus.model import Diagnostic, Entry, Monograph

CODE = "BIB003"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    kept: dict[str, Entry] = {}
    for entry in monograph.entries:
        folded = entry.citekey.casefold()
        if folded not in kept or (entry.citekey.islower() and not kept[folded].citekey.islower()):
            kept[folded] = entry
    for entry in monograph.entries:
        other = kept[entry.citekey.casefold()]
        if other.citekey != entry.citekey:
            place = f"{other.location.path}:{other.location.line}"
            message = f"citekey '{quoted(entry.citekey)}' differs from '{quoted(other.citekey)}' ({place}) by case only"
            yield Diagnostic(entry.location, CODE, message, "rename one of the two, or delete it if they are one work")
