"""Which works stand in which file: those of the book, and of each chapter those that its notes cite."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from apparatus import exports, read
from apparatus.exports.selections import selections
from apparatus.records import works

ROOT = Path(__file__).parents[2]
ABSTRACT = '!!! abstract "Abstract"\n\n    In short.\n\n'


@pytest.fixture(scope="module")
def book():
    return read.book(ROOT)


@pytest.fixture(scope="module")
def files(book):
    return exports.files(book, works(book.entries))


def cited(text):
    """The citekeys in the brackets of a text, with nothing but a pattern."""
    return {key for bracket in re.findall(r"\[[^\[\]]*@[^\[\]]*\]", text) for key in re.findall(r"@([a-z]+\w*)", bracket)}


def test_each_chapter_has_the_works_that_a_search_of_its_source_finds(files):
    notes = {note["id"]: note for note in yaml.safe_load((ROOT / "data/editorial.yml").read_text(encoding="utf-8"))}
    chapters = 0
    for path in (ROOT / "docs").rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        if "\n!!! abstract" in text:
            chapters += 1
            shown = [notes[name] for name in re.findall(r'^!!! editorial "(E\d+)"', text, re.MULTILINE)]
            expected = cited(text).union(*(cited(note["short"]) for note in shown if note["weight"] != 1))
            slug = "-".join(path.relative_to(ROOT / "docs").with_suffix("").parts)
            items = json.loads(files[f"downloads/{slug}.json"])
            assert [item["id"] for item in items] == sorted(expected) and len(expected) > 2, slug
    assert len(files) == 3 * (1 + chapters) and chapters == 16


def test_the_three_files_of_a_selection_hold_the_same_works(files):
    for name in {path.rsplit(".", 1)[0] for path in files}:
        keys = [item["id"] for item in json.loads(files[f"{name}.json"])]
        assert re.findall(r"^@\w+\{(.+),$", files[f"{name}.bib"], re.MULTILINE) == keys
        assert re.findall(r"^ID  - (.+)\r$", files[f"{name}.ris"], re.MULTILINE) == keys


def test_the_order_of_the_sources_does_not_show(book, files):
    turned = replace(book, entries=book.entries[::-1])
    assert dict(exports.files(turned, works(turned.entries))) == dict(files)


def test_extremist_material_is_listed_without_address(book, files):
    keys = {entry.citekey for entry in book.entries if entry.location.path == "bib/primary.bib"}
    items = [item for item in json.loads(files["downloads/bibliography.json"]) if item["id"] in keys]
    assert len(items) == len(keys) > 0 and not any({"URL", "DOI", "accessed"} & item.keys() for item in items)
    assert not any("extremist" in text or "consulted" in re.findall(r"keywords = .*", text) for text in files.values())


NOTES = """\
- {id: E1, weight: 2, short: "S.[@hazel2015wax]", article: "A.[@linden2011roofs]"}
- {id: E2, weight: 1, short: "S.[@hazel2015wax]", article: "A.[@linden2011roofs]"}
"""


@pytest.fixture
def chapters(site):
    """A function that lays chapters into the invented book, by path below ``docs/``, and gives the book."""

    def lay(texts):
        root = site()
        (root / "data/editorial.yml").write_text(NOTES, encoding="utf-8")
        for name, text in texts.items():
            path = root / "docs" / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"# A\n\n{ABSTRACT}{text}\n", encoding="utf-8")
        return read.book(root)

    return lay


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("None: `[@linden2011roofs]`.", ()),
        ("S.[@linden2011roofs, p. 3; see @hazel2015wax]", ("hazel2015wax", "linden2011roofs")),
        ("S.[@linden2011roofs; @nobody1999]", ("linden2011roofs",)),
        ('!!! editorial "E1"', ("hazel2015wax",)),
        ('!!! editorial "E2"', ()),  # shown as a link alone
        ('!!! editorial "E3"', ()),
    ],
)
def test_a_chapter_has_the_works_of_its_notes_and_of_the_editorial_notes_it_shows(chapters, text, keys):
    found = selections(chapters({"parts/one.md": text}))
    assert found == {"bibliography": ("hazel2015wax", "linden2011roofs"), "parts-one": keys}


def test_a_chapter_without_works_has_empty_files_and_a_taken_name_gets_a_number(chapters):
    book = chapters({"a-b.md": "A.", "a/b.md": "B.[@linden2011roofs]", "bibliography.md": "C."})
    files = exports.files(book, works(book.entries))
    names = ["bibliography", "a-b", "a-b-2", "bibliography-2"]
    assert list(files) == [f"downloads/{name}.{ending}" for name in names for ending in exports.FORMS]
    assert (files["downloads/a-b.bib"], files["downloads/a-b.json"], files["downloads/a-b.ris"]) == ("", "[]\n", "")
    assert "linden2011roofs" in files["downloads/a-b-2.bib"]
