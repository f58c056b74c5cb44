"""Every chapter's bundle, turned back by pandoc: the chapter's text and its notes, none missing, none changed.

Compared are texts with white space as single blanks, for pandoc sets no-break spaces of its own. No other difference is tolerated.
"""

from pathlib import Path

import pytest
from apparatus import bundles, read, references, volume
from apparatus.evidence import chapters, note_numbers
from apparatus.volume.imprint import imprint
from pandoc_reading import HOUSE, STYLE, nodes, notes, reading, text, words

ROOT = Path(__file__).parents[2]
BOOK = read.book(ROOT)


@pytest.fixture(scope="module")
def bound(built):
    found, faults = volume.read(
        lambda name: (built / volume.address(name) / "index.html").read_text(encoding="utf-8"), BOOK, imprint(BOOK)
    )
    assert faults == ()
    return found


@pytest.fixture(scope="module")
def rendered():
    return references.references(BOOK.entries, STYLE, ROOT / ".cache")[0]


@pytest.mark.parametrize("name", [chapter.page.name for chapter in chapters.chapters(BOOK)])
def test_a_bundle_becomes_its_chapter_again(bound, rendered, name):
    division = bound.division(name)
    found = reading(bundles.files(bound, name, BOOK, rendered, HOUSE))
    assert words(found) == text(division.blocks)
    assert [pair for pair in zip(notes(found), map(text_of_note, division.notes), strict=True) if pair[0] != pair[1]] == []
    cited = sum(node["t"] == "Cite" for node in nodes(found))
    assert cited == sum(note.cluster is not None for note in note_numbers.by_page(BOOK)[name]), "a cluster is written out"


def text_of_note(note):
    return text(note.content)


def test_bundles_are_named_with_files_of_their_own(bound, rendered):
    names = [set(bundles.files(bound, d.name, BOOK, rendered, HOUSE)) for d in bound.divisions if d.number]
    figures = [path for found in names for path in found if path.startswith("figures/")]
    assert len(figures) == len(set(figures)) > 10
