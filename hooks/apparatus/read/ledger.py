"""Reads ``bib/links.lock``, the link ledger: one line for each address on the web that the book gives."""

from __future__ import annotations

from apparatus.model import Diagnostic, LinkRow, Location
from apparatus.read.places import BOM, LINE_END

PATH = "bib/links.lock"
WIDTH = 7  # fields of a row
_FIX = "write address, first seen, last checked, status, detail, archived copy and redirect with one blank between, '-' for none"


def rows(path: str, text: str) -> tuple[tuple[LinkRow, ...], tuple[Diagnostic, ...]]:
    """The rows in the order written. Empty lines and those that begin with ``#`` are remarks.

    A line that has not seven fields is a fault (READ008) and no row; whether the fields are right is for the checks.
    """
    found, faults = [], []
    for number, line in enumerate(LINE_END.split(text.removeprefix(BOM)), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = ["" if field == "-" else field for field in line.split(" ")]
        if len(fields) == WIDTH:
            found.append(LinkRow(*fields, Location(path, number)))
        else:
            message = f"a line of {len(fields)} field{'s' * (len(fields) != 1)} where a row has {WIDTH}"
            faults.append(Diagnostic(Location(path, number), "READ008", message, _FIX))
    return tuple(found), tuple(faults)
