"""Reads ``bib/waivers.yml``: findings that are tolerated, each with its code, its place or citekey, a reason and a date."""

from __future__ import annotations

from apparatus.model import Diagnostic, Waiver
from apparatus.read import data

PATH = "bib/waivers.yml"


def waivers(path: str, text: str) -> tuple[tuple[Waiver, ...], tuple[Diagnostic, ...]]:
    """The waivers in the order written. A field that is missing is the empty string; whether that will do is for the checks."""
    records, faults = data.data(path, text)
    return tuple(
        Waiver(
            *(" ".join(str(record.values.get(name) or "").split()) for name in ("code", "place", "reason", "date")),
            location=record.location,
        )
        for record in records
    ), faults
