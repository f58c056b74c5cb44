"""What is known while a division is written: which identifiers and notes stand in the text, and the faults found."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urljoin

from apparatus.archival.elements import UNSOUND, pointer
from apparatus.archival.identifiers import Identifiers
from apparatus.volume.faults import Fault
from apparatus.volume.nodes import Division, Inside, Note, Outside, Target


@dataclass
class Writing:
    """A division in the course of being written. ``site`` is the address of the site, or empty."""

    division: Division
    identifiers: Identifiers
    site: str
    near: str = ""
    faults: list[Fault] = field(default_factory=list)
    noted: set[int] = field(default_factory=set)  # numbers of the notes that stand in the text
    _given: set[str] = field(default_factory=set)  # anchors whose identifier stands in the text

    def __post_init__(self) -> None:
        self.notes: dict[int, Note] = {note.number: note for note in self.division.notes}

    def at(self, anchor: str) -> str | None:
        """The identifier for an anchor; None for none, and where it stands already."""
        if not anchor or anchor in self._given:
            return None
        self.near = anchor
        self._given.add(anchor)
        return self.identifiers.of(Inside(self.division.name, anchor))

    def pointer(self, target: Target) -> str | None:
        """What points to a target; None, and a fault, for a place that the book has not."""
        if isinstance(target, Outside):
            return pointer(target.url)
        if not isinstance(target, Inside):
            return pointer(urljoin(self.site, target.path))
        found = self.identifiers.of(target)
        if found is None:
            place = f"{target.division}#{target.anchor}" if target.anchor else target.division
            self.fault("SET004", f"a link leads to {place}, which the bound book has not", "mend the link")
        return found and f"#{found}"

    def text(self, text: str) -> str:
        """The text, and a fault for each kind of character in it that no XML document may hold."""
        for character in sorted(set(UNSOUND.findall(text))):
            self.fault("SET001", f"the character U+{ord(character):04X} cannot stand in XML", "take it out")
        return text

    def fault(self, code: str, message: str, fix: str) -> None:
        self.faults.append(Fault(self.division.name, self.near, code, message, fix))
