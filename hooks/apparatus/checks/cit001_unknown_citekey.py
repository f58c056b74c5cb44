"""CIT001 unknown-citekey: a citation names a citekey that no .bib file has.

Why: the reader is sent to a work that the bibliography does not list, and no note can be printed.
Fix: correct the citekey, or add the entry under bib/.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from apparatus.model import Diagnostic, Monograph

CODE = "CIT001"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    known = sorted(monograph.by_citekey)
    for citation in monograph.citations:
        if citation.citekey not in monograph.by_citekey:
            near = get_close_matches(citation.citekey, known, n=1)
            fix = f"did you mean '{near[0]}'?" if near else "add the entry under bib/, or correct the key"
            yield Diagnostic(citation.location, CODE, f"no entry for citekey '{citation.citekey}'", fix)
