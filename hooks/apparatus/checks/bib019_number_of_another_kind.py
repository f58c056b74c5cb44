"""BIB019 number-of-another-kind: an article has an ISBN, or a book an ISSN.

Why: an ISBN counts books and an ISSN counts periodicals; on the other kind it is a slip, or the type of the entry is wrong.
Fix: write `issn` for a journal and `isbn` for a book; or change the type.
Source: ISO 2108 (ISBN), ISO 3297 (ISSN).
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.datamodel import type_of
from apparatus.grounds.entry_fields import quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB019"
_NO_BOOKS = frozenset(("article", "suppperiodical", "online", "patent"))
_NO_PERIODICALS = frozenset("book mvbook inbook bookinbook suppbook booklet thesis patent".split())
_FIX = {
    "isbn": "write 'issn' if it is the journal's number, else delete it",
    "issn": "write 'isbn' if it is the book's number, else add the 'series' it counts",
}


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry in monograph.entries:
        kind = type_of(entry.kind)
        for field in entry.fields:
            isbn = field.name == "isbn" and kind in _NO_BOOKS
            issn = field.name == "issn" and kind in _NO_PERIODICALS and not entry["series"]  # series may be periodicals
            if (isbn or issn) and field.value.strip("{} \t\r\n"):
                message = f"@{entry.kind} '{quoted(entry.citekey)}' has the {field.name} '{quoted(field.value)}'"
                yield Diagnostic(field.location, CODE, message, _FIX[field.name], severity="warning")
