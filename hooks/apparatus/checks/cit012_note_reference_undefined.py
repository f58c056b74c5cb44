"""CIT012 note-reference-undefined: `[^id]` calls for a note that the page does not define.

Why: the page would show the brackets instead of a note.
Fix: add `[^id]: …` to the page, or correct the id. Capital and small letters differ.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.grounds.nearest import Nearest
from apparatus.model import Diagnostic, Monograph

CODE = "CIT012"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        defined = {definition.name for definition in page.note_definitions}
        unknown = [reference for reference in page.note_references if reference.name not in defined]
        nearest = Nearest(defined) if unknown else None
        for reference in unknown:
            name = excerpt(reference.name)
            if reference.name.removeprefix("@") in monograph.by_citekey:
                fix = f"write '[@{name.removeprefix('@')}]': a citation has '@', not '^'"
            elif near := nearest.of(reference.name):
                fix = f"did you mean '[^{excerpt(near)}]'?"
            else:
                fix = f"add '[^{name}]: …' to the page, or delete the mark"
            yield Diagnostic(reference.location, CODE, f"no note '[^{name}]' on this page", fix)
