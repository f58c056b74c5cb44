"""BIB052 name-twice: one person stands twice among the authors or editors of an entry.

Why: the note prints the name twice; as a rule one of the two was to be somebody else.
Fix: correct or delete one of the two names.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.entry_fields import named, quoted
from apparatus.grounds.names import split
from apparatus.grounds.works import letters
from apparatus.model import Diagnostic, Monograph

CODE = "BIB052"
FIELDS = ("author", "editor", "translator", "bookauthor")
LONGEST = 50_000  # characters of a list of names that are read


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for entry, field in named(monograph, FIELDS):
        seen = set()
        for name in [one.text for one in split(field.value[:LONGEST])]:
            person = _person(name)
            if person and person in seen:
                message = f"'{quoted(name)}' stands twice in the field '{field.name}' of entry '{quoted(entry.citekey)}'"
                yield Diagnostic(field.location, CODE, message, "correct or delete one of the two")
                break
            seen.add(person)


def _person(name: str) -> str:
    """The name in the order given, family, in small letters; empty for what is no name."""
    if name.strip().casefold() in ("others", ""):
        return ""
    family, comma, given = name.partition(",")
    return letters(f"{given} {family}" if comma else name)
