"""BIB012 field-under-two-names: an entry gives one field under both of its names, such as `journal` and `journaltitle`.

Why: they are two names of one field, so that one of the two values is lost, and programs differ in which. Either name alone
is legal.
Fix: delete one of them; the house writes biblatex's own name (`journaltitle`, `location`, `institution`).
Source: biblatex manual, section 2.2.5.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.datamodel import FIELD_ALIASES
from apparatus.grounds.entry_fields import quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB012"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry in monograph.entries:
        names = {field.name for field in entry.fields if field.value.strip("{} \t\r\n")}
        for field in entry.fields:
            own = FIELD_ALIASES.get(field.name)
            if own in names and field.name in names and field.name not in ("key", "pdf"):
                message = f"entry '{quoted(entry.citekey)}' has both '{own}' and '{field.name}', two names of one field"
                yield Diagnostic(field.location, CODE, message, f"keep '{own}', delete '{field.name}'")
