"""WVR002 waiver-unused: a waiver tolerates nothing.

Why: what it excused is mended, moved or misspelt; kept, it would hide the next fault of its kind.
Fix: delete it, or correct its code or place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from apparatus.grounds.waiving import waived
from apparatus.model import Diagnostic, Monograph

CODE = "WVR002"


def check(monograph: Monograph, findings: Iterable[Diagnostic] = ()) -> Iterator[Diagnostic]:
    """``findings`` are those of all other checks, which therefore run first."""
    for waiver in waived(monograph, findings)[1]:
        message = f"no finding {waiver.code} at '{waiver.place}' is left to waive"
        yield Diagnostic(waiver.location, CODE, message, "delete the waiver, or correct its code or place")
