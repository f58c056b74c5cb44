"""What of an entry goes out to readers: what describes the work, and not the book's own bookkeeping."""

from __future__ import annotations

import re
from dataclasses import replace

from apparatus.grounds.addresses import WHOLE, in_text
from apparatus.grounds.datamodel import FIELD_ALIASES, FIELDS
from apparatus.grounds.extremism import is_extremist
from apparatus.grounds.un_symbols import official
from apparatus.model import Entry, Field

# Marks and settings of this book, and pointers into it. A ``note`` stays: it says what is uncertain in the record it stands in.
_HOUSE = frozenset("annotation annote crossref entryset execute file ids keywords options pdf sortkey xdata xref".split())
_PUBLIC = (FIELDS | FIELD_ALIASES.keys()) - _HOUSE
_WAYS = frozenset("doi eprint eprintclass eprinttype howpublished isbn urldate".split())  # to extremist material, beside addresses
_BLANKS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")  # what a line end or a control character becomes: one blank


def public(entry: Entry) -> Entry:
    """The entry with the public fields of biblatex only, each on one line; where it is extremist material, none that leads to it.

    One that names an official document by its symbol alone gets the document's address, without a day of access: nobody read it there.
    """
    barred = is_extremist(entry)
    shown = [f for f in entry.fields if f.name in _PUBLIC and not (barred and _leads_there(f))]
    fields = [replace(f, value=_BLANKS.sub(" ", f.value).strip()) for f in shown]
    if address := official(entry):
        fields.append(Field("url", address, entry.location))
    return replace(entry, fields=tuple(fields), raw="")


def _leads_there(field: Field) -> bool:
    return bool(field.name in _WAYS or WHOLE.fullmatch(field.name) or any(in_text(field.value)))
