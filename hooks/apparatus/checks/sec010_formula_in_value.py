"""SEC010 formula-in-value: a value of a record or entry begins with a sign that a spreadsheet takes for the beginning of a formula.

Why: the registers are offered as tables; a cell that begins with `=`, `+`, `-` or `@` is carried out when the table is opened, and can
load an address or ask to run a program.
Fix: begin the value with a word; write a minus sign as `−` or in words.
Source: OWASP, "CSV Injection"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.texts import fields, shown, strings
from apparatus.model import Diagnostic, Monograph

CODE = "SEC010"
_FORMULA = re.compile(r"[\s\x00-\x1f\ufeff\u200b]*[=+@\uff0b\uff1d\uff20-]")
_NUMBER = re.compile(r"-+\d*(?:-\d\d){0,2}")  # a year before Christ, pages without their first
_FIX = "begin the value with a word"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for data in monograph.data.values():
        for datum in data:
            for name, value, place in strings(datum):
                if _FORMULA.match(value) and not _NUMBER.fullmatch(value):
                    yield Diagnostic(place, CODE, f"'{name}' begins as a formula does: '{shown(value)}'", _FIX)
    for _, field in fields(monograph):
        if _FORMULA.match(field.value) and not _NUMBER.fullmatch(field.value):
            yield Diagnostic(field.location, CODE, f"'{field.name}' begins as a formula does: '{shown(field.value)}'", _FIX)
