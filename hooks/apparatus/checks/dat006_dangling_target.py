"""DAT006 dangling-target: `see` in glossary or registers names no page or section, or a text or `note` no editorial note, that exists.

Why: the “See …” that is printed then leads nowhere, and “See E35” names a note that no reader can find.
Fix: correct the path, the anchor or the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import prose
from apparatus.grounds.characters import shown
from apparatus.grounds.register_schemas import REGISTERS
from apparatus.model import Datum, Diagnostic, Location, Monograph

CODE = "DAT006"
_NOTE = re.compile(r"\bE[1-9]\d{0,3}\b")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for name in ("glossary", *REGISTERS):
        for record in monograph.data.get(name, ()):
            yield from _see(monograph, record)
    notes = {str(record.values.get("id")) for record in monograph.data.get("editorial", ())}
    if notes:
        for stretch in prose.of_book(monograph):
            if stretch.path.startswith("data/"):
                yield from _mentions(stretch, notes)
        for name in REGISTERS:
            for record in monograph.data.get(name, ()):
                yield from _notes(record, notes)


def _see(monograph: Monograph, record: Datum) -> Iterator[Diagnostic]:
    for target, place in _values(record, "see"):
        if target.strip():
            if fault := _fault(monograph, target.strip()):
                yield Diagnostic(place, CODE, *fault)


def _notes(record: Datum, notes: set[str]) -> Iterator[Diagnostic]:
    for value, place in _values(record, "note"):
        if _NOTE.fullmatch(value) and value not in notes:
            message = f"no editorial note '{value}'"
            yield Diagnostic(place, CODE, message, "correct the number, or add the note to data/editorial.yml")


def _values(record: Datum, field: str) -> Iterator[tuple[str, Location]]:
    """The texts of a field wherever the record has it, or of a list in it, each with its place."""
    for path, place in record.places.items():
        *outer, name = path.split(".")
        if name == field or (name.isdigit() and outer[-1:] == [field]):
            value: object = record.values
            for part in (*outer, name):
                value = value.get(part) if isinstance(value, dict) else value[int(part)] if isinstance(value, list) else None
            if isinstance(value, str):
                yield value, place


def _mentions(stretch: prose.Stretch, notes: set[str]) -> Iterator[Diagnostic]:
    for match in _NOTE.finditer(stretch.text):
        before = stretch.text[: match.start()]
        called = re.search(r"(?:[Ss]ee(?: also)?|[Nn]otes?|and|or|,)\s*\Z", before)
        if called and match[0] not in notes and not before.endswith(("/", "-")):
            message = f"no editorial note '{match[0]}'"
            yield Diagnostic(stretch.at(match.start()), CODE, message, "correct the number, or add the note to data/editorial.yml")


def _fault(monograph: Monograph, target: str) -> tuple[str, str] | None:
    """What is wrong with a target below ``docs/``, and how to mend it. Pages that are made at build are known by their navigation."""
    name, _, anchor = target.partition("#")
    if not name.endswith(".md"):
        return None
    page = monograph.by_name.get(name)
    if page is None:
        made = any(entry.target == name for entry in monograph.navigation or ())
        return None if made else (f"no page '{shown(name)}'", "give a path below docs/, e.g. fighters/india.md#delhi")
    anchors = {heading.anchor for heading in page.headings} | {a.name for a in page.anchors}
    if anchor and anchor not in anchors | {f"editorial-{marker.note.lower()}" for marker in page.markers}:
        return f"no section '#{shown(anchor)}' on {name}", "give the anchor of a heading"
    return None
