"""What is bound in which order, the index, the imprint, and where the places of the book come from."""

import pytest
from apparatus import read, volume
from apparatus.model import Location, Source
from apparatus.volume.contents import Bound, contents
from apparatus.volume.faults import Fault
from apparatus.volume.imprint import imprint
from apparatus.volume.index import index
from apparatus.volume.nodes import IndexEntry, Inside, Section, plain, walk
from apparatus.volume.places import diagnostic, location

SETTINGS = """site_description: >-
  A book on bees,
  invented.
copyright: Text CC BY 4.0.
nav:
  - Home: index.md
  - First steps: one.md
  - Kinds:
      - two.md
  - Register:
      - register/people.md
  - Apparatus:
      - apparatus/bibliography.md
  - About:
      - about/edition.md
      - about/checks.md
  - Elsewhere: https://example.org/
"""
CITATION = """title: "Bees in Towns: A Study. A Digital Monograph"
version: "2"
date-released: "2020-05-01"
authors:
  - name: The editors
  - given-names: Ann
    family-names: Lee
keywords: [bees]
license: CC-BY-4.0
references:
  - title: Bees
    authors: [{given-names: Bo, family-names: Ek}]
"""
CHAPTER = '---\ntitle: {0}\n---\n\n# {0}\n\n!!! abstract "Abstract"\n    Words.\n\n## Hives {{#hives}}\n\nAnn Lee keeps bees.\nSo does Bo Ek.\n'
PEOPLE = """- id: ann-lee
  name: Ann Lee
  variants: [A. Lee]
  facts:
    - {text: She keeps bees., cite: "[@lee1999]", kind: role}
- id: the-beekeeper
  name: The Beekeeper
  facts:
    - {text: He keeps none., cite: "[@lee1999]", see: two.md#hives}
- id: al-zed
  name: al-Zed
  facts: []
"""
EDITORIAL = "- id: E1\n  title: T\n  weight: 3\n"
SOURCES = {
    "mkdocs.yml": SETTINGS,
    "CITATION.cff": CITATION,
    "docs/index.md": "# Home\n\nWords.\n",
    "docs/one.md": CHAPTER.format("One") + '\n!!! editorial "E1"\n\n```figure\nhives\n```\n',
    "docs/two.md": CHAPTER.format("Two"),
    "docs/about/edition.md": "# About\n\nWords.\n",
    "data/people.yml": PEOPLE,
    "data/editorial.yml": EDITORIAL,
    "data/glossary.yml": "- term: Queen bee\n  text: Lays.\n",
    "bib/works.bib": "@book{lee1999,\n  title = {Bees},\n}\n",
}


@pytest.fixture(scope="module")
def book():
    return read.monograph([Source(path, text) for path, text in SOURCES.items()])


def test_the_order_is_that_of_the_navigation_with_the_index_before_what_is_said_about_the_edition(book):
    assert contents(book) == (
        Bound("index.md", "front", 0, ""),
        Bound("one.md", "body", 1, ""),
        Bound("two.md", "body", 2, "Kinds"),
        Bound("register/people.md", "back", 0, "Register"),
        Bound("apparatus/bibliography.md", "back", 0, "Apparatus"),
        Bound("index-of-names.md", "back", 0, "Apparatus"),
        Bound("about/edition.md", "back", 0, "About"),
    )


def test_the_index_names_every_record_by_the_order_of_names(book):
    found = index(book, {"one.md", "two.md"}, "Apparatus")
    sections = [block for block in found.blocks if isinstance(block, Section)]
    assert [section.anchor for section in sections] == ["people", "groups", "places", "events"]
    entries = [node for node in walk(sections[0]) if isinstance(node, IndexEntry)]
    assert [entry.name for entry in entries] == ["Ann Lee", "The Beekeeper", "al-Zed"]
    assert entries[0].also == ("A. Lee",) and entries[0].anchor == "people-ann-lee"
    assert entries[0].places == (Inside("one.md", "p2"), Inside("two.md", "p2"))
    assert entries[1].places == (Inside("two.md", "hives"),)  # no sentence names him: the section that tells of him
    assert entries[2].places == ()
    assert plain(entries[0].text) == "She keeps bees."


def test_the_index_leads_to_bound_pages_only(book):
    entries = [node for node in walk(index(book, {"two.md"}).blocks) if isinstance(node, IndexEntry)]
    assert entries[0].places == (Inside("two.md", "p2"),)


def test_the_imprint(book):
    said = imprint(book, "abc", 12)
    assert (said.title, said.subtitle, said.edition, said.date) == ("Bees in Towns: A Study", "A Digital Monograph", "Second edition", "2020-05-01")
    assert said.authors == ("The editors", "Ann Lee") and said.keywords == ("bees",)
    assert said.description == "A book on bees, invented." and said.copyright == "Text CC BY 4.0."
    assert said.licence.endswith("(CC BY 4.0)") and said.licence_url == "https://creativecommons.org/licenses/by/4.0/"
    assert said.cite_as == "Bees in Towns: A Study. A Digital Monograph, after the article by Bo Ek, second edition, 2020."
    assert (said.revision, said.revised, said.address) == ("abc", 12, "")


def test_the_imprint_of_a_book_without_settings_is_empty():
    said = imprint(read.monograph([]))
    assert (said.title, said.authors, said.date) == ("", (), "")


@pytest.mark.parametrize(
    ("division", "anchor", "expected"),
    [
        ("one.md", "p1", "docs/one.md:8"),
        ("one.md", "p2", "docs/one.md:12"),
        ("one.md", "hives", "docs/one.md:10"),
        ("one.md", "editorial-e1", "docs/one.md:15"),
        ("one.md", "figure-hives", "docs/one.md:17"),
        ("one.md", "nothing", "docs/one.md:1"),
        ("one.md", "", "docs/one.md:1"),
        ("apparatus/bibliography.md", "lee1999", "bib/works.bib:1"),
        ("index-of-names.md", "people-ann-lee", "data/people.yml:1"),
        ("register/people.md", "al-zed", "data/people.yml:10"),
        ("apparatus/editorial-notes.md", "e1", "data/editorial.yml:1"),
        ("apparatus/glossary.md", "queen-bee", "data/glossary.yml:1"),
        ("apparatus/evidence.md", "kinds", "mkdocs.yml:1"),
    ],
)
def test_where_a_place_comes_from(book, division, anchor, expected):
    found = location(division, anchor, book)
    assert f"{found.path}:{found.line}" == expected


def test_a_fault_becomes_a_finding(book):
    found = diagnostic(Fault("one.md", "hives", "SET001", "no glyph", "write another"), book)
    assert (found.location, found.code, found.message, found.fix) == (Location("docs/one.md", 10, 11), "SET001", "no glyph", "write another")


def test_links_to_nothing_are_faults(book):
    page = '<article class="md-content__inner"><h1 id="t">T</h1><p id="x">a <a href="{}">b</a></p></article>'
    pages = {name: page.format("") for name in ("index.md", "one.md", "register/people.md", "apparatus/bibliography.md", "about/edition.md")}
    pages["two.md"] = page.format("../one/#none")
    found, faults = volume.read(pages.__getitem__, book, imprint(book))
    dangling = [fault for fault in faults if fault.division == "two.md"]
    assert [(fault.code, fault.anchor) for fault in dangling] == [("SET004", "x")] and "one.md#none" in dangling[0].message
    assert [division.name for division in found.divisions] == [bound.name for bound in contents(book)]
    assert volume.anchors(found.division("two.md")) == {"x"}
