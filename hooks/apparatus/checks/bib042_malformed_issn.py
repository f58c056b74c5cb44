"""BIB042 malformed-issn: an ISSN is not of the form 1234-5679, or its check digit is wrong.

Why: the last digit is computed from the others; where it does not fit, the number is that of no journal, or of another one.
Fix: copy the number from the journal's imprint again.
Source: ISO 3297; ISSN Manual, section 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.entry_fields import named, plain, quoted
from apparatus.grounds.identifiers import issn
from apparatus.model import Diagnostic, Monograph

CODE = "BIB042"
COPY = "copy the number from the journal's imprint again"
_SHAPE = re.compile(r"(\d{4})(.?)(\d{3}[\dXx])", re.ASCII)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for _, field in named(monograph, {"issn", "eissn"}):
        for part in re.split(r"[,;]\s*", plain(field.value)[:1000]):
            if fault := _fault(part.strip()):
                yield Diagnostic(field.location, CODE, f"{field.name} '{quoted(part)}' {fault[0]}", fault[1])


def _fault(part: str) -> tuple[str, str] | None:
    match = _SHAPE.fullmatch(part)
    if not match:
        found = re.search(r"\d{4}-\d{3}[\dXx]", part, re.ASCII)
        good = found and _fault(found[0]) is None and not re.search(r"\d", part.replace(found[0], ""))
        return "is not of the form 1234-5679", f"write {found[0]}" if good else COPY
    digits = (match[1] + match[3]).upper()
    due = issn(digits)
    if due != digits[-1]:
        return f"has the check digit {digits[-1]}, not {due}", COPY
    return None if match[2] == "-" else ("has no hyphen", f"write {digits[:4]}-{digits[4:]}")
