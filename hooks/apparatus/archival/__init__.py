"""The whole book as one file in TEI P5, for archives that keep books longer than the programs that made them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from apparatus.archival import divisions
from apparatus.archival.elements import element
from apparatus.archival.header import header
from apparatus.archival.identifiers import identifiers
from apparatus.archival.layout import VERSION, laid_out
from apparatus.archival.writing import Writing
from apparatus.volume.faults import Fault
from apparatus.volume.nodes import Division, Volume

__all__ = ["Rendered", "render"]


@dataclass(frozen=True)
class Rendered:
    """The file, and what could not be written in it as it stands, in the order of the text; the text around it is kept."""

    data: bytes
    faults: tuple[Fault, ...]


def render(volume: Volume, receipt: Mapping[str, str] = MappingProxyType({}), article: str = "") -> Rendered:
    """The book in TEI P5.

    ``receipt`` says of the making what the header is to repeat, value by name, in this order; ``article`` is the citekey of the work
    that the book restructures, whose entry in the bibliography the header then names as the source.
    """
    known = identifiers(volume)
    begun: list[Writing] = []

    def writing(division: Division) -> Writing:
        begun.append(Writing(division, known, volume.imprint.address))
        return begun[-1]

    text = divisions.text(volume, writing)
    root = element("TEI", header(volume, receipt, article, known), text, version=VERSION)
    return Rendered(laid_out(root), tuple(fault for done in begun for fault in done.faults))
