"""BIB049 generic-name: a name has a title of honour, a byline's “By”, an address, or is no name at all.

Why: “Dr.” is sorted as a given name, and “Admin” wrote nothing; readers look for a person who does not exist.
Fix: leave only the name; for what a body published without a name give the body, in braces, or leave the field out.
Source: Wikipedia, Help:CS1 errors, “Cite uses generic name”; Chicago Manual of Style, 17th edition, 14.73.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds import names
from apparatus.grounds.entry_fields import named, plain, quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB049"
_HONOUR = re.compile(r"(?:^|,\s*)((?:Prof|Dr|Mr|Mrs|Ms|Rev|Hon|Lt|Col|Gen|Maj|Capt|Sgt|Amb|Sen)\.|(?:Prof|Dr|Mr|Mrs|Ms|Professor|Doctor)(?=\s))(?=\s*\w)")
_BYLINE = re.compile(r"(?:[Bb]y|BY|[Ee]dited by|[Ww]ritten by|[Pp]osted by)[:\s]\s*(?=\S+ \S)")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for _, field in named(monograph, names.PEOPLE):
        for name in names.split(field.value)[:200]:
            fault = _fault(name)
            if fault:
                message, fix = fault
                yield Diagnostic(field.location, CODE, f"{field.name} '{quoted(name.text)}' {message}", fix)
                break


def _fault(name: names.Name) -> tuple[str, str] | None:
    text = plain(name.text)[:500]
    if names.GENERIC.fullmatch(text):
        return "is no name", "give the name, or leave the field out"
    if name.braced:
        return None
    if by := _BYLINE.match(text):
        return f"begins with '{by[0].strip()}'", f"write '{quoted(text[by.end() :])}'"
    if honour := _HONOUR.search(name.bare.strip()):
        return f"has the title '{honour[1]}'", "leave only the name"
    if role := names.ROLE.search(name.bare.strip()):
        return f"has the role '{role[0].strip(' ,')}'", "leave only the name, in the field of its role"
    return None
