"""The specimen as EPUB, with and without printed pages, and its files as trees."""

import pytest
from apparatus import epub
from opened_epub import Opened
from specimen import VOLUME
from specimen_chapters import HIVES, INDEX, ROOFS

PAGES = (
    ("i", "index.md", ""),
    ("1", ROOFS, "p3"),
    ("2", HIVES, "share"),
    ("3", HIVES, "figure-parts"),
    ("4", HIVES, "p6"),
    ("5", HIVES, "program"),
    ("6", "apparatus/glossary.md", "super"),
    ("7", "apparatus/bibliography.md", "linden2011roofs"),
    ("8", INDEX, "places-honeyton"),
)


@pytest.fixture(scope="session")
def bound():
    """The specimen with printed pages, opened."""
    rendered = epub.render(VOLUME, PAGES, {"Typst": "0.15.2"})
    assert rendered.faults == ()
    return Opened(rendered.data)
