"""BIB041 malformed-isbn: an ISBN has the wrong length or the wrong check digit, or more than the number stands in the field.

Why: the last digit is computed from the others; where it does not fit, a digit is wrong and the book cannot be ordered or found.
Fix: copy the number from the book's imprint page again.
Source: ISO 2108; International ISBN Agency, ISBN Users' Manual, section 4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.entry_fields import named, plain, quoted
from apparatus.grounds.identifiers import isbn10, isbn13
from apparatus.model import Diagnostic, Monograph

CODE = "BIB041"
COPY = "copy the number from the imprint page again"
_NUMBER = re.compile(r"\d(?:[ -]?\d)*(?:[ -]?[\dXx])", re.ASCII)
_INSIDE = re.compile(r"\d(?:[ -]?\d){8,11}[ -]?[\dXx](?!\d)", re.ASCII)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for _, field in named(monograph, {"isbn"}):
        for part in re.split(r"[,;]\s*", plain(field.value)[:1000]):
            if fault := _fault(part.strip()):
                yield Diagnostic(field.location, CODE, f"isbn '{quoted(part)}' {fault[0]}", fault[1])


def _fault(part: str) -> tuple[str, str] | None:
    if not _NUMBER.fullmatch(part):
        found = _INSIDE.search(re.sub(r"[‐-―−]", "-", part))
        good = found and _fault(found[0]) is None
        return "is not a number alone", f"write isbn = {{{found[0]}}}" if good else COPY
    digits = re.sub(r"[ -]", "", part).upper()
    if len(digits) not in (10, 13):
        return f"has {len(digits)} digits", f"an ISBN has 13, an old one 10: {COPY}"
    if len(digits) == 13 and (digits[:3] not in ("978", "979") or not digits.isdigit()):
        return "begins neither with 978 nor with 979" if digits.isdigit() else "has a letter among its 13 digits", COPY
    due = isbn10(digits) if len(digits) == 10 else isbn13(digits)
    if due != digits[-1]:
        return f"has the check digit {digits[-1]}, not {due}", COPY
    return None
