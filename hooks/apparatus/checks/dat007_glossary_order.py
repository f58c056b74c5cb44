"""DAT007 glossary-order: the glossary is not sorted by term, or has a term or an abbreviation twice.

Why: two long forms for one abbreviation explain neither, and in an unsorted file the same term is soon added again.
Fix: put the record in its alphabetical place, capitals and small letters alike; delete or rename the double.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from apparatus.grounds.characters import shown
from apparatus.model import Diagnostic, Location, Monograph

CODE = "DAT007"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    first: dict[tuple[str, str], Location] = {}
    before, name = "", ""
    for record in monograph.data.get("glossary", ()):
        for key in ("term", "abbr"):
            value = record.values.get(key)
            if not isinstance(value, str) or not value.strip():
                continue
            word = value.strip().casefold() if key == "term" else value.strip()
            place = record.places.get(key, record.location)
            if first.setdefault((key, word), place) != place:
                where = f"{first[key, word].path}:{first[key, word].line}"
                message = f"the {'term' if key == 'term' else 'abbreviation'} '{shown(value)}' stands already at {where}"
                yield Diagnostic(place, CODE, message, "delete or rename one of the two")
            elif key == "term" and _order(value) < before:
                yield Diagnostic(place, CODE, f"'{shown(value)}' stands after '{shown(name)}'", "put it in its alphabetical place")
            elif key == "term":
                before, name = _order(value), value


def _order(term: str) -> str:
    """The term without accents and marks, in small letters; hyphens and spaces count as written."""
    return "".join(c for c in unicodedata.normalize("NFD", term.casefold()) if not unicodedata.combining(c)).lstrip("“‘'\"")
