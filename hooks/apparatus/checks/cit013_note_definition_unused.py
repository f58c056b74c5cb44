"""CIT013 note-definition-unused: a note is defined that nothing on the page calls for.

Why: it is printed nowhere, and what it says is lost.
Fix: put `[^id]` where the note belongs, or delete the note.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.grounds.nearest import Nearest
from apparatus.model import Diagnostic, Monograph, Page

CODE = "CIT013"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        called = _called(page)
        for definition in page.note_definitions:
            if definition.name not in called:
                name = excerpt(definition.name)
                fix = f"put '[^{name}]' where the note belongs, or delete the note"
                yield Diagnostic(definition.location, CODE, f"nothing on the page calls for the note '[^{name}]'", fix)


def _called(page: Page) -> set[str]:
    """The notes that are called for, and those that a misspelt call means: that is one fault, and CIT012 tells it."""
    called = {reference.name for reference in page.note_references}
    defined = {definition.name for definition in page.note_definitions}
    nearest = Nearest(defined - called)
    return called | {nearest.of(name) for name in called - defined if len(name) > 2}
