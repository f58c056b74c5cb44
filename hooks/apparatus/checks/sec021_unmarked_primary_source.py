"""SEC021 unmarked-primary-source: an entry in bib/primary.bib is not marked as extremist.

Why: the mark keeps the bibliography and the notes from linking to the material.
Fix: add `keywords = {extremist}`; an entry that is none belongs into another file of bib/.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.model import Diagnostic, Monograph

CODE = "SEC021"
PATH = "bib/primary.bib"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry in monograph.entries:
        if entry.location.path == PATH and "extremist" not in {word.lower() for word in entry.keywords}:
            message = f"primary source '{entry.citekey}' is not marked as extremist"
            yield Diagnostic(entry.location, CODE, message, "add 'keywords = {extremist}', or move it to another file")
