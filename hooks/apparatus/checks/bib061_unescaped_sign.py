"""BIB061 unescaped-sign: a `%`, `$` or `&` that is meant as such has no backslash before it.

Why: a `%` hides the rest of the value and a single `$` all of it: half a title is printed, or none. `&` breaks TeX for readers who
take the bibliography with them.
Fix: write `\\%`, `\\$`, `\\&`. In `url` and `doi` the signs stay as they are.
Source: biblatex manual, section 2.4.1; JabRef, integrity check “Found unescaped '&'”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import names
from apparatus.grounds.entry_fields import place, quoted
from apparatus.grounds.verbatim import is_prose, without_addresses
from apparatus.model import Diagnostic, Field, Monograph

CODE = "BIB061"
_PERCENT = re.compile(r"(?<!\\)%")
_DOLLAR = re.compile(r"(?<!\\)\$")
_AND = re.compile(r"(?<!\\)&(?!(?:[A-Za-z]\w{1,30}|#\w{1,8});)")
_MONEY = re.compile(r"(?<!\\)\$\d[^$]*[a-z]{3}[^$]*(?<!\\)\$\d")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry in monograph.entries:
        for field in entry.fields:
            if not isinstance(field.value, str) or not is_prose(field.name):
                continue
            text = without_addresses(field.value)
            percent, sign = _PERCENT.search(text), None if _joins(field) else _AND.search(text)
            dollars = list(_DOLLAR.finditer(text))
            dollar = dollars[0] if len(dollars) % 2 or dollars and _MONEY.search(text) else None
            for found, severity in ((percent, "error"), (dollar, "error"), (sign, "warning")):
                if found:
                    message = f"{field.name} '{quoted(field.value)}' has '{found[0]}' without a backslash"
                    where = place(entry, field, found.start())
                    yield Diagnostic(where, CODE, message, f"write '\\{found[0]}'", severity)


def _joins(field: Field) -> bool:
    """Whether the `&` stands between two persons, which has a finding of its own."""
    return field.name in names.PEOPLE and any("&" in name.bare for name in names.split(field.value))
