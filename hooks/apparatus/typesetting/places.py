"""The places of the book that links can lead to, and the label that each has in the typesetter's source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from apparatus.volume.nodes import Anchor, Definitions, Division, IndexEntry, Inside, Work, walk


def label(place: Inside) -> str:
    """The label of a place: its page and anchor as on the site."""
    return f"{place.division}#{place.anchor}" if place.anchor else place.division


def note_label(division: str, number: int) -> str:
    """The label of the mark of a note."""
    return f"{division}#fn:{number}"


def foot_label(division: str, number: int) -> str:
    """The label of the note itself, at the foot of a page."""
    return f"{note_label(division, number)}:foot"


def end_label(division: str) -> str:
    """The label of the last page of a division."""
    return f"{division}#:end"


def anchors(value: object) -> tuple[str, ...]:
    """The anchors of a division or of nodes in the order of the text, each once."""
    found: dict[str, None] = {}
    for node in walk(value.blocks if isinstance(value, Division) else value):
        if isinstance(node, Definitions):
            found.update((anchor, None) for anchor, _, _ in node.items)
        elif isinstance(node, Anchor):
            found[node.name] = None
        elif not isinstance(node, Inside) and (anchor := getattr(node, "anchor", "")):
            found[anchor] = None
    return tuple(found)


@dataclass(frozen=True)
class Places:
    """Every place of what is printed together."""

    labels: frozenset[str]
    alphabets: frozenset[str]  # divisions whose entries are found by their order, so that a link into them needs no page
    bibliographies: frozenset[str]

    def has(self, place: Inside) -> bool:
        return label(place) in self.labels


def places(divisions: Iterable[Division]) -> Places:
    """The places of these divisions: their beginnings and their anchors."""
    divisions = tuple(divisions)
    inside = {label(Inside(division.name, anchor)) for division in divisions for anchor in anchors(division)}
    return Places(
        frozenset(inside | {division.name for division in divisions}),
        frozenset(division.name for division in divisions if _holds(division, (IndexEntry, Definitions))),
        frozenset(division.name for division in divisions if _holds(division, (Work,))),
    )


def _holds(division: Division, kinds: tuple[type, ...]) -> bool:
    return division.matter == "back" and any(isinstance(node, kinds) for node in walk(division.blocks))
