"""BIB001 duplicate-citekey: two entries have the same citekey, in one file or in two.

Why: one of them wins without a word, and half the notes cite the wrong work.
Fix: give one of them another key, or delete it when both are the same work.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.model import Diagnostic, Monograph

CODE = "BIB001"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for entry in monograph.entries:
        place = first.setdefault(entry.citekey, f"{entry.location.path}:{entry.location.line}")
        if place != f"{entry.location.path}:{entry.location.line}":
            message = f"citekey '{entry.citekey}' is already taken at {place}"
            yield Diagnostic(entry.location, CODE, message, "rename one of the two, or delete it if they are one work")
