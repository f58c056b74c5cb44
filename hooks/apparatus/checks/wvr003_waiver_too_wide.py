"""WVR003 waiver-too-wide: a waiver covers a whole folder, a whole file of entries or data, or whatever a wildcard matches.

Why: it would tolerate faults that nobody has looked at, and go on doing so.
Fix: write one waiver for each entry, page, section or record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import data_places
from apparatus.grounds.characters import shown
from apparatus.model import Diagnostic, Monograph

CODE = "WVR003"
_WIDE = re.compile(r".*[*?\[\]].*|.*/|(?:docs|bib|data|all|everything|any|\.)|(?:bib|data)/[^#]*\.(?:bib|yml|baseline)|mkdocs\.yml", re.DOTALL)
_MANY = re.compile(r".*[*?,;].*|[A-Z]{3,4}|all", re.IGNORECASE | re.DOTALL)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for waiver in monograph.waivers:
        if waiver.place and _WIDE.fullmatch(waiver.place):
            place = data_places.of_key(monograph, waiver.location, "place")
            message = f"the waiver covers all of '{shown(waiver.place)}'"
            yield Diagnostic(place, CODE, message, "name one entry, page, section or record")
        if waiver.code and _MANY.fullmatch(waiver.code):
            place = data_places.of_key(monograph, waiver.location, "code")
            yield Diagnostic(place, CODE, f"the waiver covers several checks: '{shown(waiver.code)}'", "write one waiver for each code")
