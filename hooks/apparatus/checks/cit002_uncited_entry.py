"""CIT002 uncited-entry: an entry is never cited, and no entry that is cited takes data over from it.

Why: the bibliography would claim a source that the book does not use.
Fix: cite it where it is used, or delete the entry.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.entries import targets
from apparatus.model import Diagnostic, Monograph

CODE = "CIT002"
USING = ("crossref", "xref", "xdata", "entryset", "related")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    cited = {citation.citekey.casefold() for citation in monograph.citations}
    malformed = [each for page in monograph.pages for each in page.malformed]
    malformed += [each for data in monograph.data.values() for datum in data for each in datum.malformed]
    cited |= {key.casefold() for each in malformed for key in each.citekeys}  # the fault is told by CIT003 and CIT019
    cited |= _used_by(cited, monograph)
    for entry in monograph.entries:
        if entry.citekey.casefold() not in cited:
            yield Diagnostic(entry.location, CODE, f"entry '{entry.citekey}' is never cited", "cite it or delete it")


def _used_by(cited: set[str], monograph: Monograph) -> set[str]:
    """The citekeys that cited entries name as their volume, their data or their members, and what those name in turn."""
    named: dict[str, set[str]] = {}
    for entry in monograph.entries:
        keys = {key.casefold() for name in USING for key in targets(entry, name)}
        if keys:
            named.setdefault(entry.citekey.casefold(), set()).update(keys)
    found: set[str] = set()
    new = set(cited)
    while new:
        new = {key for each in new for key in named.get(each, ())} - found - cited
        found |= new
    return found
