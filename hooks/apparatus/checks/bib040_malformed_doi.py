"""BIB040 malformed-doi: a DOI is not written bare, or cannot be one.

Why: the style puts `https://doi.org/` before it; with a prefix of its own, a blank or a stray sign the link leads nowhere.
Fix: write only the DOI itself, from `10.` on: `doi = {10.1080/09546553.2019.1657097}`.
Source: DOI Handbook, section 2.2, “DOI name syntax”.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.entry_fields import named, quoted
from apparatus.grounds.identifiers import doi_in, is_doi
from apparatus.model import Diagnostic, Monograph

CODE = "BIB040"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for _, field in named(monograph, {"doi"}):
        if not is_doi(field.value.strip()):
            meant = doi_in(field.value)
            fix = f"write doi = {{{quoted(meant)}}}" if meant else "write the DOI alone, from '10.' on, or remove the field"
            yield Diagnostic(field.location, CODE, f"doi '{quoted(field.value)}' is no bare DOI", fix)
