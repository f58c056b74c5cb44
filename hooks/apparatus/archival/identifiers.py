"""The ``xml:id`` of every place of the book that can be pointed to: divisions, what has an anchor in them, notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from apparatus.evidence.support import SUPPORTS
from apparatus.volume import anchors
from apparatus.volume.nodes import Inside, Volume

SUPPORT = "support"  # the taxonomy; its categories are support-scholarly and so on
# What an XML name may begin with and what it may hold besides, the colon left out (NCName): https://www.w3.org/TR/xml/#NT-Name
_FIRST = (
    "A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd"
)
_UNSOUND = re.compile(f"[^{_FIRST}.0-9\xb7\u0300-\u036f\u203f\u2040-]")
_BEGINS = re.compile(f"[{_FIRST}]")


@dataclass(frozen=True)
class Identifiers:
    """Identifiers by division and anchor, or by division and number of a note; the empty anchor is the division's beginning."""

    places: Mapping[tuple[str, str | int], str]

    def of(self, target: Inside) -> str | None:
        """That of a place; None for one that the book has not."""
        return self.places.get((target.division, target.anchor))

    def of_note(self, division: str, number: int) -> str:
        return self.places[division, number]


def support(name: str) -> str:
    """The identifier of a category of the taxonomy of supports."""
    return f"{SUPPORT}-{name}"


def identifiers(volume: Volume) -> Identifiers:
    """All identifiers: ``town-hives`` for a division, ``town-hives.p4`` for an anchor in it, ``town-hives.note-2`` for a note.

    Where two would be alike, the later one gets ``-2``, ``-3`` … behind it.
    """
    taken = {SUPPORT, *(support(name) for name in SUPPORTS)}
    places: dict[tuple[str, str | int], str] = {}
    for division in volume.divisions:
        wanted: dict[str | int, str] = {"": ""}
        wanted |= {anchor: f".{anchor}" for anchor in sorted(anchors(division))}
        wanted |= {note.number: f".note-{note.number}" for note in division.notes}
        for place, ending in wanted.items():
            places[division.name, place] = _fresh(_sound(division.slug + ending), taken)
            taken.add(places[division.name, place])
    return Identifiers(places)


def _sound(name: str) -> str:
    """A name as XML has them for identifiers; a sound one stays as it is."""
    safe = _UNSOUND.sub(lambda found: f"_{ord(found[0]):x}", name)
    return safe if _BEGINS.match(safe) else f"x-{safe}"


def _fresh(name: str, taken: set[str]) -> str:
    count, found = 1, name
    while found in taken:
        count += 1
        found = f"{name}-{count}"
    return found
