"""BIB050 part-without-whole: a field only makes sense beside another one that the entry does not have.

Why: a day without month, or the kind of an editor without the editor, is what is left when a line was lost or misnamed.
Fix: add the field that is missing, or delete the one that is left.
Source: biblatex manual, section 2.2.2 and 2.3.8; the likes of it are errors in Wikipedia's Citation Style 1 ("requires").
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import datamodel, entries
from apparatus.grounds.entry_fields import quoted
from apparatus.model import Diagnostic, Monograph

CODE = "BIB050"
# Field, and those of which one must stand beside it. What the type requires anyway is left to the check of missing fields.
NEEDS: dict[str, tuple[str, ...]] = {
    "day": ("month", "date"),
    "endday": ("endmonth",),
    "endmonth": ("endyear",),
    "endyear": ("year",),
    "eprintclass": ("eprint",),
    "eprinttype": ("eprint",),
    "issuesubtitle": ("issuetitle",),
    "mainsubtitle": ("maintitle",),
    "origday": ("origmonth", "origdate"),
    "origmonth": ("origyear", "origdate"),
    "primaryclass": ("eprint",),
    "archiveprefix": ("eprint",),
    "urlday": ("urlmonth", "urldate"),
    "urlmonth": ("urlyear", "urldate"),
    "editortype": ("editor",),
    "editoratype": ("editora",),
    "editorbtype": ("editorb",),
    "editorctype": ("editorc",),
    "relatedtype": ("related",),
    "relatedstring": ("related",),
    "relatedoptions": ("related",),
}


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    unread = entries.unread(monograph)
    for entry in monograph.entries:
        if entry.location in unread or not any(field.name in NEEDS for field in entry.fields):
            continue
        has = {field.name for field in entry.fields} | entries.inherited(entry, monograph.by_citekey)
        has |= {datamodel.field_meant(name) for name in has if not datamodel.is_field(name)}
        for field in entry.fields:
            needed = NEEDS.get(field.name)
            if needed and not has.intersection(needed) and field.value.strip("{} \t\r\n"):
                message = f"entry '{quoted(entry.citekey)}' has '{field.name}' without {' or '.join(needed)}"
                yield Diagnostic(field.location, CODE, message, f"add '{needed[0]}', or delete '{field.name}'")
