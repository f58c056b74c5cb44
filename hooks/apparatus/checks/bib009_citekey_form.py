"""BIB009 citekey-form: a citekey is not written as the house writes them: family name or outlet, year or `nd`, one word.

Why: `smith2019roofs` can be guessed, typed on every keyboard and cited by every program. A letter that only looks Latin makes
a key that nobody can find again; signs such as `:` or `'` end a key early in some programs.
Fix: rename the entry, here and where it is cited: small letters a to z, four digits or `nd`, then small letters or digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from apparatus.grounds.nearest import plain
from apparatus.grounds.entry_fields import quoted
from apparatus.model import Diagnostic, Entry, Monograph

CODE = "BIB009"
_FORM = re.compile(r"[a-z]+(?:[0-9]{4}|nd)[a-z0-9]*")
_PORTABLE = re.compile(r"[A-Za-z0-9_](?:[:.#$%&+?<>~/_-]?[A-Za-z0-9_])*+")
_LONGEST = 80


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    forms = {entry.citekey for entry in monograph.entries}
    for entry in monograph.entries:
        if entry.citekey.lower() != entry.citekey and entry.citekey.lower() in forms:
            continue  # they differ by case only, which has a finding of its own
        if entry.kind != "xdata" and not _FORM.fullmatch(entry.citekey):
            yield _finding(entry)


def _finding(entry: Entry) -> Diagnostic:
    key = quoted(entry.citekey)
    foreign = next((sign for sign in entry.citekey if not sign.isascii()), "")
    if foreign:
        name = unicodedata.name(foreign, f"U+{ord(foreign):04X}")
        return Diagnostic(entry.location, CODE, f"citekey '{key}' holds '{quoted(foreign)}' ({name.lower()})", _fix(entry.citekey))
    if not _PORTABLE.fullmatch(entry.citekey):
        return Diagnostic(entry.location, CODE, f"citekey '{key}' holds signs that end a citation", _fix(entry.citekey))
    message = f"citekey '{key}' is not of the form name, year or 'nd', word"
    return Diagnostic(entry.location, CODE, message, _fix(entry.citekey), severity="warning")


def _fix(citekey: str) -> str:
    """A key in the house's form, made from the letters of this one, where that gives one."""
    proposed = re.sub(r"[^a-z0-9]", "", plain(citekey[:_LONGEST].casefold()))
    if _FORM.fullmatch(proposed):
        return f"rename it '{proposed}', here and where it is cited"
    return "rename it like 'smith2019roofs', here and where it is cited"
