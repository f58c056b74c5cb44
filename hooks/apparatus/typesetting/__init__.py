"""The book as PDF: one file for reading on paper and on screen, tagged, with notes at the foot of the page of their mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from apparatus.typesetting import binding, glyphs, press, results
from apparatus.typesetting.measures import BOOK, LARGE
from apparatus.typesetting.results import Printed
from apparatus.volume.faults import Fault
from apparatus.volume.nodes import Division, Volume

__all__ = ["Printed", "book", "chapter"]


def book(volume: Volume, *, large_print: bool = False, receipt: Mapping[str, str] = MappingProxyType({})) -> Printed:
    """The whole book; ``receipt`` names what it was made with, for the colophon. Faults are in the order of the text."""
    source = binding.whole(volume, LARGE if large_print else BOOK, receipt)
    return _printed(volume, volume.divisions, source)


def chapter(volume: Volume, name: str, receipt: Mapping[str, str] = MappingProxyType({})) -> Printed:
    """One division by itself; links to the rest lead to the site. Raises StopIteration if the book has no division of that name."""
    return _printed(volume, [volume.division(name)], binding.single(volume, name, BOOK, receipt))


def _printed(volume: Volume, divisions: Sequence[Division], source: binding.Source) -> Printed:
    missing = tuple(fault for division in divisions for fault in glyphs.faults(division))
    if missing:
        return Printed(b"", (*source.faults, *missing))
    asked = results.questions(divisions)
    try:
        sheets = press.printed(source.text, asked.labels, volume.imprint.revised)
    except press.PressFailure as failure:
        return Printed(b"", (*source.faults, _failed(divisions, f"the typesetter failed: {failure}")))
    warned = tuple(_failed(divisions, f"the typesetter warns: {warning}") for warning in sheets.warnings)
    notes = results.notes(asked, sheets.spots)
    faults = (*source.faults, *warned, *results.astray(divisions, notes))
    return Printed(sheets.pdf, faults, results.pages(asked, sheets.spots), results.page_starts(asked, sheets.spots), notes)


def _failed(divisions: Sequence[Division], message: str) -> Fault:
    return Fault(divisions[0].name, "", "SET006", message, "mend what it names; where it stands is not known")
