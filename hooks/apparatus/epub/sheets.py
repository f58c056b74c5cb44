"""What is known while a division is written: its ids, the note marks met so far, the pages that begin in it, the faults found."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from apparatus.epub.places import Places, fresh, identifier
from apparatus.epub.xhtml import Element, element
from apparatus.volume.faults import Fault
from apparatus.volume.nodes import Division, Drawing


@dataclass
class Sheet:
    """A division in the course of being written. ``breaks`` are the labels of the printed pages that begin at an anchor."""

    division: Division
    places: Places
    breaks: dict[str, list[str]]
    near: str = ""
    outline: list[tuple[str, str]] = field(default_factory=list)  # id and title of the sections of the first depth
    pages: list[tuple[str, str]] = field(default_factory=list)  # label and id of the printed pages, in the order of the text
    marks: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))  # ids of a note's marks
    drawings: list[Drawing] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    _given: set[str] = field(default_factory=set)  # anchors whose id stands in the text
    _made: set[str] = field(default_factory=set)  # ids beyond those of anchors
    _kept: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self._kept = frozenset(made for (name, _), made in self.places.ids.items() if name == self.division.name)
        self.notes = {note.number: self.new(f"note-{note.number}") for note in self.division.notes}

    def at(self, anchor: str) -> str | None:
        """The id for an anchor; None for none, and where it stands already."""
        if not anchor or anchor in self._given:
            return None
        self.near = anchor
        self._given.add(anchor)
        return self.places.ids[self.division.name, anchor]

    def begins(self, anchor: str) -> tuple[str | None, list[Element]]:
        """What a block with an anchor begins with: its id, and the breaks of the printed pages that begin there."""
        return (self.at(anchor), self.page_breaks(anchor)) if anchor else (None, [])

    def new(self, name: str) -> str:
        """An id that no anchor has, nor any other place of the division."""
        made = fresh(identifier(name), self._kept | self._made)
        self._made.add(made)
        return made

    def page_breaks(self, anchor: str) -> list[Element]:
        """The breaks of the printed pages that begin at an anchor, each once."""
        found = []
        for label in self.breaks.pop(anchor, ()):
            made = self.new(f"page-{label}")
            self.pages.append((label, made))
            found.append(element("span", epub_type="pagebreak", role="doc-pagebreak", id=made, aria_label=label))
        return found

    def fault(self, message: str, fix: str) -> None:
        """A link that leads nowhere, at the anchor last passed."""
        self.faults.append(Fault(self.division.name, self.near, "SET004", message, fix))
