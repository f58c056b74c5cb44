"""DAT005 malformed-id: the id of an editorial note is not an E and a number.

Why: the id is the note's address on the site, `#e7`, and the name by which chapters and other notes call it.
Fix: write `id: E7`, without leading zeros, and never give a number twice, not even after a note has gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.characters import shown
from apparatus.model import Diagnostic, Monograph

CODE = "DAT005"
_ID = re.compile(r"E[1-9]\d{0,3}")
_NUMBER = re.compile(r"\d+")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for record in monograph.data.get("editorial", ()):
        value = record.values.get("id")
        if value is not None and str(value).strip() and not _ID.fullmatch(str(value)):
            number = _NUMBER.search(str(value))
            right = f"E{int(number[0][:4])}" if number and number[0].strip("0") else "E7"
            place = record.places.get("id", record.location)
            yield Diagnostic(place, CODE, f"'{shown(str(value))}' is no id of an editorial note", f"write `id: {right}`")
