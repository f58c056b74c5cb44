"""LNK010 unused-definition: a line [label]: address defines a label that no link on the page uses.

Why: it is the rest of a link that was lost or renamed, and its address is never looked at.
Fix: use the label, or delete the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.definitions import definitions, is_comment, named
from apparatus.grounds.texts import shown, texts
from apparatus.model import Diagnostic, Monograph

CODE = "LNK010"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    known = texts(monograph)
    for page in monograph.pages:
        found = definitions(page)
        used = named(page) if found else frozenset()
        for definition in found:
            if definition.label not in used and not is_comment(definition):
                message = f"no link uses the label '{shown(definition.label)}'"
                yield Diagnostic(known.at(page.path, definition.offset), CODE, message, "use it, or delete the line")
