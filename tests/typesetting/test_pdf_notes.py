"""Every note stands at the foot of the page of its mark, under the site's number."""

import io
import re
from dataclasses import replace

import pikepdf
import pytest
from apparatus import typesetting
from apparatus.typesetting import results
from apparatus.volume.nodes import Box, Cell, Figure, Listing, Mark, Note, Quotation, Table, walk
from specimen import VOLUME, only
from specimen_pieces import cell, line, numbered, paragraph

WORDS = "A reference of middling length, with its publisher, its place, its year and the page that is meant. " * 3


def test_every_note_is_printed_once_with_its_number(printed, sheets):
    expected = {(division.name, note.number) for division in VOLUME.divisions for note in division.notes}
    assert {(name, number) for name, number, _, _ in printed.notes} == expected
    assert len(printed.notes) == len(expected)
    for division, number, mark, foot in printed.notes:
        assert foot == mark
    foot = sheets[printed.notes[2][3] - 1]
    assert re.search(r"1\s+A\. Linden, Bees on Roofs \(Honeyton: Roof Press, 2011\), p\. 7\.", foot)


def crowded(kind: str) -> tuple:
    """Enough pages of one kind of block, a note to every few lines."""
    def told(number: int) -> tuple:
        return f"Sentence {number} says what the note below the page supports, and goes on for a line or two. " * 2, Mark(number)

    numbers = range(1, 61)
    if kind == "paragraphs":
        return tuple(numbered(number, *told(number)) for number in numbers)
    if kind == "list":
        return (Listing(tuple((paragraph(*told(number)),) for number in numbers)),)
    if kind == "boxes":
        return tuple(Box("editorial", line(f"Note E{number}"), (paragraph(*told(number)),)) for number in numbers)
    if kind == "one box":
        return (Box("note", line("All"), tuple(paragraph(*told(number)) for number in numbers)),)
    if kind == "quotations":
        return tuple(Quotation((paragraph(*told(number)),)) for number in numbers)
    rows = tuple((cell(str(number)), Cell((paragraph(*told(number)),))) for number in numbers)
    table = Table(("left", "left"), ((cell("No.", heading=True), cell("Told", heading=True)),), rows)
    return (table,) if kind == "table" else (Figure("table", "Table 1.", line("All."), (table,), "all"),)


@pytest.mark.parametrize("kind", ["paragraphs", "list", "boxes", "one box", "quotations", "table", "figure"])
def test_no_note_stands_before_its_mark_where_pages_are_crowded(kind):
    made = typesetting.book(only(*crowded(kind), notes=tuple(Note(number, line(WORDS)) for number in range(1, 61))))
    assert made.faults == ()
    assert len(made.notes) == 60
    assert all(mark <= foot <= mark + 1 for _, _, mark, foot in made.notes)
    assert made.notes[-1][2] >= made.notes[0][2] + 5  # all of it stands on pages, none runs off the foot of one
    assert sum(foot > mark for _, _, mark, foot in made.notes) <= 3


def uneven() -> tuple[list, list[Note]]:
    """Paragraphs of one to four sentences, long and short, with notes long and short, so that pages end at every point of one."""
    sentence = "The sentence says what the note below the page supports, and goes on for a line or two, or three. "
    blocks, notes = [], []
    for number in range(60):
        pieces = []
        for each in range(1 + number * 3 % 4):
            notes.append(Note(len(notes) + 1, line(WORDS[:100] * (1 + (len(notes) + 1) * 3 % 4))))
            pieces += [sentence * (1 + (number * 2 + each) % 3), Mark(len(notes))]
        blocks.append(numbered(number + 1, *pieces))
    return blocks, notes


def test_no_line_leaves_its_note_behind_for_the_look_of_the_page():
    blocks, notes = uneven()
    made = typesetting.book(only(*blocks, notes=tuple(notes)))
    assert made.faults == ()
    assert [(number, mark, foot) for _, number, mark, foot in made.notes if foot < mark] == []


def test_a_repeated_table_head_stands_on_every_page_of_the_table():
    notes = tuple(Note(number, line(WORDS)) for number in range(1, 61))
    made = typesetting.book(only(*crowded("table"), notes=notes))
    first, last = made.notes[0][2], made.notes[-1][2]
    assert last > first + 3
    pdf = pikepdf.open(io.BytesIO(made.pdf))
    heads = [element for element in structure(pdf.Root.StructTreeRoot) if element.get("/S") == "/TH"]
    assert len(heads) == 2 * (last - first + 1)


def structure(element):
    """All elements of the structure below this one."""
    children = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            yield child
            yield from structure(child)


def test_a_note_astray_is_a_fault():
    division = VOLUME.division("introduction.md")
    (fault,) = results.astray([division], [("introduction.md", 5, 9, 8), ("introduction.md", 4, 9, 10)])
    assert (fault.code, fault.division, fault.anchor) == ("SET005", "introduction.md", "p4")
    assert fault.message == "note 5 stands before its mark"


def test_marks_without_a_note_are_faults():
    volume = only(numbered(1, "Said.", Mark(1)), notes=(Note(1, line("Source.")),))
    bare = replace(volume, divisions=(replace(volume.divisions[0], notes=()),))
    assert typesetting.book(volume).faults == ()
    assert [fault.code for fault in typesetting.book(bare).faults] == ["SET004"]
    assert any(isinstance(node, Mark) for node in walk(bare.divisions))
