"""DAT002 editorial-note-astray: a marker names no editorial note, or a note has no place, lacks a part or has a twin.

Why: an editorial note that no chapter shows warns nobody, and a marker without a note shows the reader nothing.
Fix: correct the id, place `!!! editorial "E7"` after the passage the note concerns, or complete the record.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.model import Diagnostic, Location, Monograph

CODE = "DAT002"
PARTS = ("title", "weight", "kind", "short", "article", "problem", "record", "edition")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    notes = monograph.data.get("editorial", ())
    ids = [str(note.values.get("id", "")) for note in notes]
    shown = set()
    for page in monograph.pages:
        for marker in page.markers:
            shown.add(marker.note)
            if marker.note not in ids:
                fix = "correct the id, or add the note to data/editorial.yml"
                yield Diagnostic(marker.location, CODE, f"no editorial note '{marker.note}'", fix)
    first: dict[str, Location] = {}
    for name, note in zip(ids, notes, strict=True):
        if first.setdefault(name, note.location) != note.location:
            yield Diagnostic(note.location, CODE, f"editorial note '{name}' stands twice", "give one of them another id")
        for part in PARTS:
            if not str(note.values.get(part) or "").strip():
                yield Diagnostic(note.location, CODE, f"editorial note '{name}' has no {part}", f"add `{part}:`")
        if name not in shown and not note.values.get("general"):
            fix = f'place `!!! editorial "{name}"` in a chapter, or set `general: true`'
            yield Diagnostic(note.location, CODE, f"editorial note '{name}' is shown on no page", fix)
