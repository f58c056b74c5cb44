"""CIT004 empty-locator: a citation has a comma or a label such as `p.` with no number after it, or only a placeholder.

Why: the place in the work was to be filled in and was forgotten; the note would end in nothing.
Fix: write the number, `[@citekey, p. 3]`, or delete the comma and the label.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.grounds.extents import is_placeholder
from apparatus.model import Diagnostic, Locator, Monograph

CODE = "CIT004"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for citation in monograph.citations:
        if (locator := citation.locator) is None:
            continue
        if not locator.value.strip():
            message = f"{_what(locator)} after '@{excerpt(citation.citekey)}' has no number"
            fix = f"write '{locator.label or 'p.'} 3' with the number meant, or delete {_what(locator)}"
            yield Diagnostic(locator.location, CODE, message, fix)
        elif is_placeholder(locator):
            message = f"locator '{excerpt(locator.text)}' is a placeholder"
            yield Diagnostic(locator.location, CODE, message, "write the number meant, or delete the locator with its comma")


def _what(locator: Locator) -> str:
    return f"the label '{excerpt(locator.text or locator.label)}'" if locator.label else "the comma"
