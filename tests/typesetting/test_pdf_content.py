"""What the book says is in the file: text, alternatives of drawings, tags, links, addresses, colophon."""

import io
import re

import pikepdf
import pytest
from apparatus import typesetting
from apparatus.volume.nodes import Drawing, Paragraph, plain, walk
from specimen import VOLUME
from test_pdf_notes import structure


@pytest.fixture(scope="module")
def pdf(printed):
    return pikepdf.open(io.BytesIO(printed.pdf))


@pytest.fixture(scope="module")
def elements(pdf):
    return list(structure(pdf.Root.StructTreeRoot))


def letters(text: str) -> str:
    """Letters and digits alone: line ends, hyphens and ligatures fall out of the comparison."""
    for ligature, plainly in (("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬀ", "ff"), ("ﬃ", "ffi"), ("ﬄ", "ffl")):
        text = text.replace(ligature, plainly)
    return re.sub(r"[\W_]+", "", text)


def test_every_sentence_is_in_print(read):
    text = letters(" ".join(read("-raw")))
    for division in VOLUME.divisions:
        for node in walk((division.blocks, division.notes)):
            content = getattr(node, "content", ())
            if isinstance(node, Paragraph) and not any(type(part).__name__ in ("Mark", "Link", "Anchor") for part in walk(content)):
                first = letters(plain(content))[:30]  # a page may end within the rest
                assert first in text, plain(content)


def test_drawings_are_vectors_with_an_alternative(pdf, elements):
    told = {str(element.Alt) for element in elements if element.get("/S") == "/Figure" and "/Alt" in element}
    for node in walk(VOLUME):
        if isinstance(node, Drawing):
            assert f"{node.title}. {node.description}" in told
    assert not [image for page in pdf.pages for image in page.get_images()]


def test_the_structure_has_what_a_book_has(elements):
    kinds = {str(element.S) for element in elements if "/S" in element}
    expected = "H1 H2 H3 P L LI Table TH TD Figure Caption Note Link TOC TOCI"
    assert {f"/{kind}" for kind in expected.split()} <= kinds


def test_paragraph_numbers_and_labels_stand_in_print(sheets):
    text = " ".join(sheets)
    assert re.search(r"^\s*2\s{2,}.*Linden weighed|Linden weighed.*\s{2,}2$", text, re.MULTILINE)
    assert "Table 2. Honey by month" in text and "Figure 1. The parts of a hive" in text


def test_every_link_inside_leads_to_a_page_of_the_file(pdf):
    pages = {page.obj.objgen for page in pdf.pages}
    inside, outside = [], []
    for page in pdf.pages:
        for note in page.get("/Annots", []):
            assert str(note.get("/Contents", "")), "a link says where it leads"
            (outside if "/URI" in note.get("/A", {}) else inside).append(note)
    named = {str(name) for name in destinations(pdf)}
    assert len(inside) > 60
    for note in inside:
        goal = note.get("/Dest") or note.A.D
        assert (goal._type_name == "array" and goal[0].objgen in pages) or str(goal) in named
    assert {str(note.A.URI) for note in outside} >= {"https://archive.example/leaflet", VOLUME.imprint.licence_url}


def destinations(pdf):
    names = pdf.Root.get("/Names", {}).get("/Dests")
    return list(pikepdf.NameTree(names)) if names else []


def test_addresses_are_printed(sheets):
    text = re.sub(r"\s+", "", " ".join(sheets))
    assert "acopyofit(https://archive.example/leaflet)" in text
    assert "aleaflet(https://bees.example/leaflet?a=1&b=2)" in text


def test_the_colophon_holds_the_receipt(sheets):
    assert re.search(r"Typesetter\s+of the test", sheets[-1]) and "Source Serif" in sheets[-1]


def test_a_chapter_alone_leads_to_the_site(tool):
    made = typesetting.chapter(VOLUME, "introduction.md")
    pdf = pikepdf.open(io.BytesIO(made.pdf))
    addresses = {str(note.A.URI) for page in pdf.pages for note in page.get("/Annots", []) if "/URI" in note.get("/A", {})}
    assert "https://bees.example/book/town/hives/#parts" in addresses
    assert made.pages["introduction.md", ""] == "1"


def test_large_print_is_larger(printed):
    large = typesetting.book(VOLUME, large_print=True)
    pages = [len(pikepdf.open(io.BytesIO(made.pdf)).pages) for made in (printed, large)]
    assert pages[1] > pages[0]
