"""CIT001 unknown-citekey: a citation names a citekey that no .bib file has.

Why: the reader is sent to a work that the bibliography does not list, and no note can be printed.
Fix: correct the citekey, or add the entry under bib/.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from apparatus.grounds.nearest import Nearest
from apparatus.model import Diagnostic, Monograph

CODE = "CIT001"
MOST = 100  # unknown citekeys for which something like them is sought at length


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    folded = {key.casefold() for key in monograph.by_citekey}
    unknown = [c for c in monograph.citations if c.citekey.casefold() not in folded]  # in another case: see CIT019
    meant = _meant(dict.fromkeys(citation.citekey for citation in unknown), sorted(monograph.by_citekey))
    for citation in unknown:
        near = meant[citation.citekey]
        fix = f"did you mean '{near}'?" if near else "add the entry under bib/, or correct the key"
        yield Diagnostic(citation.location, CODE, f"no entry for citekey '{citation.citekey}'", fix)


def _meant(keys: dict[str, None], known: list[str]) -> dict[str, str]:
    """The known citekey that each unknown one is most like, or nothing."""
    nearest, found = Nearest(known) if keys else None, {}
    for index, key in enumerate(keys):
        close = get_close_matches(key, known, n=1) if index < MOST and len(key) < 60 else []
        found[key] = nearest.of(key) or (close[0] if close else "")
    return found
