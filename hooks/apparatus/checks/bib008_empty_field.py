"""BIB008 empty-field: a field has no value.

Why: an empty field looks as if the fact had been looked up; an empty title or date is printed as a gap in the note.
Fix: write the value, or delete the field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.entry_fields import quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB008"
_BLANK = re.compile(r"(?:[{}\s~\"\u00a0\u200b\ufeff]|\\[ ,;:])*+")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry in monograph.entries:
        for field in entry.fields:
            if _BLANK.fullmatch(field.value):
                name = quoted(field.name)
                message = f"field '{name}' of entry '{quoted(entry.citekey)}' is empty"
                yield Diagnostic(field.location, CODE, message, f"write the value, or delete the field '{name}'")
