"""LNK015 duplicate-definition: a page defines the same link label twice.

Why: only the first definition counts (CommonMark 0.31, section 4.7), so that some links lead elsewhere than they say.
Fix: delete one of them, or give one another label.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.definitions import Definition, definitions, is_comment
from apparatus.grounds.texts import shown, texts
from apparatus.model import Diagnostic, Monograph

CODE = "LNK015"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    known = texts(monograph)
    for page in monograph.pages:
        first: dict[str, Definition] = {}
        for definition in definitions(page):
            before = first.setdefault(definition.label, definition)
            if before is not definition and not is_comment(definition):
                line = known.at(page.path, before.offset).line
                message = f"link label '{shown(definition.label)}' is defined already, in line {line}"
                yield Diagnostic(known.at(page.path, definition.offset), CODE, message, "delete it, or give it another label")
