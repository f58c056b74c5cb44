"""What cannot be set, with its place in the book; the adapter turns it into a finding with file and line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """Something that a reader would miss or see mangled: ``anchor`` is the nearest one at or before the spot, or empty."""

    division: str
    anchor: str
    code: str
    message: str
    fix: str
