"""What is cited: the entries of the bibliography, and how they are printed."""

from __future__ import annotations

from dataclasses import dataclass, field

from apparatus.model.places import Location


@dataclass(frozen=True)
class Field:
    """One field of an entry: its value without the outer delimiters, and where its name and its value stand."""

    name: str
    value: str
    location: Location
    value_location: Location | None = None


@dataclass(frozen=True)
class Entry:
    """One record of a ``.bib`` file: citekey, kind (``book``, ``report`` …), fields in the order written, its raw text."""

    citekey: str
    kind: str
    fields: tuple[Field, ...]
    location: Location
    raw: str = field(default="", compare=False)

    def __getitem__(self, name: str) -> str:
        """The value of a field, or the empty string."""
        return next((f.value for f in self.fields if f.name == name), "")

    @property
    def keywords(self) -> frozenset[str]:
        """The entry's ``keywords``, split at commas."""
        return frozenset(word.strip() for word in self["keywords"].split(",") if word.strip())


@dataclass(frozen=True)
class Reference:
    """An entry as the citation style prints it, in HTML: full note (with a mark where the locator goes) and bibliography form."""

    citekey: str
    note: str
    bibliography: str
    rank: int  # place in the sorted bibliography, from 0
