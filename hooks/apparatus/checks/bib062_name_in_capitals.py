"""BIB062 name-in-capitals: the family name of a person is set in capitals.

Why: capitals are the typography of a title page; in the bibliography one name shouts among the others.
Fix: write it in upper and lower case. What is an acronym or a body needs braces of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import names
from apparatus.grounds.entry_fields import named, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB062"
_SHOUTED = re.compile(r"(?=.*[^\W\d_]{4})[^\W\d_]{2,}(?:[ '’-][^\W\d_]{2,})*")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for _, field in named(monograph, names.PEOPLE):
        for name in names.split(field.value)[:200]:
            family, comma, given = name.bare.strip().partition(",")
            if comma and given.strip() and family.isupper() and _SHOUTED.fullmatch(family[:100]):
                message = f"{field.name} '{quoted(name.text)}' has the family name in capitals"
                yield Diagnostic(field.location, CODE, message, f"write {family[:100].title()},{quoted(given)}".replace(",", ", ", 1), "warning")
                break
