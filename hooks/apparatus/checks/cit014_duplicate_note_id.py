"""CIT014 duplicate-note-id: a page defines two notes with the same id.

Why: one of them wins without a word, and the other's text appears nowhere or in the wrong place.
Fix: give one of them another id, here and where it is called for.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.model import Diagnostic, Monograph

CODE = "CIT014"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        first: dict[str, int] = {}
        for definition in page.note_definitions:
            line = first.setdefault(definition.name, definition.location.line)
            if line != definition.location.line:
                message = f"the note '[^{excerpt(definition.name)}]' is already defined in line {line}"
                fix = "give one of the two another id, here and where it is called for"
                yield Diagnostic(definition.location, CODE, message, fix)
