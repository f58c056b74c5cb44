"""CIT019 key-case: a citation spells a citekey with other capital and small letters than its entry.

Why: citekeys are compared letter by letter, so the work is not found.
Fix: write the citekey as the entry has it.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.model import Diagnostic, Monograph

CODE = "CIT019"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    folded: dict[str, str] = {}
    for key in monograph.by_citekey:
        folded.setdefault(key.casefold(), key)
    for citation in monograph.citations:
        known = folded.get(citation.citekey.casefold())
        if known and citation.citekey not in monograph.by_citekey:
            message = f"citekey '{excerpt(citation.citekey)}' is written '{excerpt(known)}' in bib/"
            yield Diagnostic(citation.location, CODE, message, f"write '@{excerpt(known)}'")
