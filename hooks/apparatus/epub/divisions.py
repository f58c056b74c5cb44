"""A division of the book as a file: its heading, its text, its notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from apparatus.epub.blocks import blocks
from apparatus.epub.inlines import inlines
from apparatus.epub.places import Places
from apparatus.epub.sheets import Sheet
from apparatus.epub.xhtml import Content, Element, document, element
from apparatus.volume.faults import Fault
from apparatus.volume.nodes import Division, Drawing, IndexEntry, Note, Work, walk

_OF_STEM = {"introduction": "introduction", "conclusion": "conclusion", "glossary": "glossary"}
_SPOKEN = frozenset(("introduction", "conclusion", "chapter", "glossary", "bibliography", "index"))  # roles of DPUB-ARIA


@dataclass(frozen=True)
class Leaf:
    """A file of the book as the contents see it. ``kind`` is its word in the vocabulary of EPUB, or empty; ``number`` a chapter's."""

    file: str
    title: str
    document: bytes
    matter: str
    kind: str = ""
    part: str = ""
    outline: tuple[tuple[str, str], ...] = ()  # id and title of the sections of the first depth
    pages: tuple[tuple[str, str], ...] = ()  # label and id of the printed pages, in the order of the text
    drawings: tuple[Drawing, ...] = ()
    faults: tuple[Fault, ...] = ()
    number: int = 0

    @property
    def listed(self) -> str:
        """The title as the contents print it."""
        return f"{self.number}. {self.title}" if self.number else self.title


def leaf(division: Division, places: Places, breaks: Mapping[str, Sequence[str]], language: str) -> Leaf:
    """Writes a division; ``breaks`` are the labels of the printed pages that begin at each anchor, at its beginning for the empty one."""
    sheet = Sheet(division, places, {anchor: list(labels) for anchor, labels in breaks.items()})
    kind = _kind(division)
    begin = sheet.page_breaks("")
    chapter = element("p", f"Chapter {division.number}", class_="chapter") if division.number else None
    heading = element("header", begin, chapter, element("h1", division.title))
    text = blocks(division.blocks, sheet)
    role = f"doc-{kind}" if kind in _SPOKEN else None
    main = element("section", heading, text, _notes(division.notes, sheet), epub_type=kind or None, role=role, aria_label=division.title)
    body = element("body", main, epub_type=f"{division.matter}matter")
    for anchor, labels in sheet.breaks.items():
        sheet.near = anchor
        sheet.fault(f"page {', '.join(labels)} begins at {anchor}, which the division has not", "see what begins the printed page")
    return Leaf(
        places.files[division.name],
        division.title,
        document(division.title, language, body),
        division.matter,
        kind,
        division.part,
        tuple(sheet.outline),
        tuple(sheet.pages),
        tuple(sheet.drawings),
        tuple(sheet.faults),
        division.number,
    )


def _kind(division: Division) -> str:
    held = {type(node) for node in walk(division.blocks)}
    if IndexEntry in held or Work in held:
        return "index" if IndexEntry in held else "bibliography"
    return _OF_STEM.get(division.name.rpartition("/")[2].removesuffix(".md"), "chapter" if division.matter == "body" else "")


def _notes(notes: Iterable[Note], sheet: Sheet) -> Element | None:
    """The notes, in a section that readers' programs leave out of the text where they show notes as pop-ups."""
    found = [_note(note, sheet) for note in notes]
    if not found:
        return None
    return element("section", found, class_="notes", epub_type="footnotes", role="doc-endnotes", aria_label="Notes")


def _note(note: Note, sheet: Sheet) -> Element:
    """A note, its number leading back to its mark; of a note marked several times numbers in brackets lead to the further marks."""
    marks = sheet.marks[note.number]
    number = f"{note.number}."
    back: list[Content] = [_back(marks[0], number, f"Back to the mark of note {note.number}") if marks else number]
    for index, mark in enumerate(marks[1:], 2):
        back += [" ", _back(mark, f"({index})", f"Back to mark {index} of note {note.number}")]
    line = element("p", element("span", back, class_="back"), " ", inlines(note.content, sheet))
    return element("aside", line, id=sheet.notes[note.number], epub_type="footnote", role="doc-footnote")


def _back(mark: str, text: str, said: str) -> Element:
    return element("a", text, href=f"#{mark}", role="doc-backlink", aria_label=said)
