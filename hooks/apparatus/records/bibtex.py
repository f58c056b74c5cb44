"""A work as a BibTeX entry that biblatex, classic BibTeX and reference managers read alike.

It is the entry as the book keeps it, not a translation: only so do capitals, braces and symbols come out as they went in.
Where biblatex has a name of its own beside a classic one that it reads as well, the classic one is written.
"""

from __future__ import annotations

import re

from apparatus.model import Entry

_CLASSIC = {"journaltitle": "journal", "location": "address"}
_YEAR = re.compile(r"\d{4}(?!\d)")


def text(entry: Entry) -> str:
    """The entry, one field a line in the order written. ``year`` stands beside ``date`` for programs that know no ``date``."""
    fields: list[tuple[str, str]] = []
    for field in entry.fields:
        fields.append((_CLASSIC.get(field.name, field.name), field.value))
        if field.name == "date" and not entry["year"] and (year := _YEAR.match(field.value)):
            fields.append(("year", year[0]))
    # Both mean the same where the type of report is named; classic styles print only the first.
    kind = "techreport" if entry.kind == "report" and entry["type"] else entry.kind
    return f"@{kind}{{{entry.citekey},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields) + "}\n"
