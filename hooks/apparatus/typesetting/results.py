"""What a finished printing tells of itself: the pages of places, where each page begins, which notes stray from their marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from apparatus.typesetting.places import anchors, end_label, foot_label, label, note_label
from apparatus.typesetting.press import Spot
from apparatus.volume.faults import Fault
from apparatus.volume.nodes import Anchor, Division, Inside, Mark, walk

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"))
ROMAN += ((4, "iv"), (1, "i"))
FIX = "shorten the note or the paragraph around its mark"
Place = tuple[str, str]  # division and anchor, which is empty for the beginning
NotePages = tuple[str, int, int, int]  # division, number, sheet of the mark, sheet of the note


@dataclass(frozen=True)
class Printed:
    """A printed book.

    ``pdf`` is empty where it could not be set, and ``faults`` say why. ``pages`` gives the number printed on the page where a place
    begins. ``page_starts`` has for each page of the divisions, in order, its number and the first place that begins on it or after
    it; at the end of a division, the last one before. ``notes`` has for each note its division, number, sheet of the mark and sheet
    of the note, sheets counted from 1 through the file.
    """

    pdf: bytes
    faults: tuple[Fault, ...]
    pages: Mapping[Place, str] = field(default_factory=dict)
    page_starts: tuple[tuple[str, str, str], ...] = ()
    notes: tuple[NotePages, ...] = ()


@dataclass(frozen=True)
class Questions:
    """The labels whose places are asked of the typesetter once it is done."""

    places: Mapping[Place, str]
    ends: Mapping[str, str]
    notes: tuple[tuple[str, int], ...]

    @property
    def labels(self) -> list[str]:
        feet = [name for note in self.notes for name in (note_label(*note), foot_label(*note))]
        return [*self.places.values(), *self.ends.values(), *feet]


def questions(divisions: Sequence[Division]) -> Questions:
    """What is asked of the printing of these divisions."""
    return Questions(
        {(item.name, anchor): label(Inside(item.name, anchor)) for item in divisions for anchor in ("", *anchors(item))},
        {item.name: end_label(item.name) for item in divisions},
        tuple((item.name, number) for item in divisions for number in _marked(item)),
    )


def notes(asked: Questions, spots: Mapping[str, Spot]) -> tuple[NotePages, ...]:
    """The sheets of marks and notes, in the order of the marks."""
    return tuple((*note, spots[note_label(*note)].sheet, spots[foot_label(*note)].sheet) for note in asked.notes)


def pages(asked: Questions, spots: Mapping[str, Spot]) -> dict[Place, str]:
    """The printed page numbers of all places that are in print."""
    return {place: spots[name].number for place, name in asked.places.items() if name in spots}


def page_starts(asked: Questions, spots: Mapping[str, Spot]) -> tuple[tuple[str, str, str], ...]:
    """As ``Printed.page_starts`` has them."""
    starts: list[tuple[str, str, str]] = []
    for division, end in asked.ends.items():
        own = [(spots[name].sheet, place) for place, name in asked.places.items() if place[0] == division and name in spots]
        own.sort(key=lambda found: found[0])  # stable: on one page the order of the text
        first = spots[division]
        for sheet in range(first.sheet, spots[end].sheet + 1):
            place = next((place for found, place in own if found >= sheet), own[-1][1])
            starts.append((_number(first, sheet), *place))
    return tuple(starts)


def astray(divisions: Sequence[Division], found: Sequence[NotePages]) -> tuple[Fault, ...]:
    """SET005 for notes that stand before the page of their mark, or later than the page after it."""
    near = {(item.name, number): anchor for item in divisions for number, anchor in _marked(item).items()}
    faults = []
    for name, number, mark, foot in found:
        if not mark <= foot <= mark + 1:
            where = "before" if foot < mark else "more than a page after"
            faults.append(Fault(name, near[name, number], "SET005", f"note {number} stands {where} its mark", FIX))
    return tuple(faults)


def _marked(division: Division) -> dict[int, str]:
    """The notes that are marked, in the order of their marks, with the nearest anchor before each."""
    known = {note.number for note in division.notes}
    found: dict[int, str] = {}
    anchor = ""
    for node in walk(division.blocks):
        if isinstance(node, Mark) and node.number in known:
            found.setdefault(node.number, anchor)
        elif not isinstance(node, Inside):
            anchor = (node.name if isinstance(node, Anchor) else getattr(node, "anchor", "")) or anchor
    return found


def _number(first: Spot, sheet: int) -> str:
    """The number of a sheet that follows ``first`` without a break in the count."""
    after = sheet - first.sheet
    if first.number.isdigit():
        return str(int(first.number) + after)
    return _roman(next((value for value in range(1, 5000) if _roman(value) == first.number), 0) + after)


def _roman(value: int) -> str:
    written = ""
    for worth, letters in ROMAN:
        count, value = divmod(value, worth)
        written += letters * count
    return written
