"""BIB031 et-al-typed: “et al.” or the like stands among the names of an entry.

Why: it is printed as a person called “al.”; whether names are left out is for the citation style to say, and readers search by name.
Fix: give all names, or end the list with `and others`.
Source: biblatex manual, section 2.3.3, “Name Lists”.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import names
from apparatus.grounds.entry_fields import named, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB031"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for _, field in named(monograph, names.PEOPLE):
        if typed := names.OMITTED.search(field.value):
            message = f"{field.name} '{quoted(field.value)}' has '{quoted(typed[0])}'"
            yield Diagnostic(field.location, CODE, message, "give all names, or end the list with 'and others'")
