"""Page ranges of entries with the double hyphen that BibTeX turns into an en dash."""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.fixes.edit import Edit, values
from apparatus.model import Monograph

CODES = ("BIB036",)
REACH = None
_RANGE = re.compile(r"(?<=[\dA-Za-z])\s*(?:-|–|—|---)\s*(?=[\dA-Za-z])")
_PLAIN = re.compile(r"\w+(?:\s*(?:-{1,3}|–|—)\s*\w+)?(?:\s*,\s*\w+(?:\s*(?:-{1,3}|–|—)\s*\w+)?)*")


def edits(monograph: Monograph, changed: frozenset[str]) -> Iterator[Edit]:
    for source, entry, field, start in values(monograph, frozenset({"pages"})):
        if not _PLAIN.fullmatch(field.value):
            continue
        clean = _RANGE.sub("--", field.value)
        if clean != field.value:
            what = f"page range of '{entry.citekey}' written with --"
            yield Edit(source.path, start, start + len(field.value), clean, field.value_location, what)
