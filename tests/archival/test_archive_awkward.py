"""What seldom stands in a book and must not break its archive file: the file stays valid, the text whole, the fault is told."""

from dataclasses import replace

import pytest
from apparatus.archival import render
from apparatus.volume.nodes import (
    Anchor,
    Box,
    Code,
    Definitions,
    Division,
    Drawing,
    Emphasis,
    Figure,
    Foreign,
    IndexEntry,
    Inside,
    Link,
    Listing,
    Mark,
    OnSite,
    Outside,
    Paragraph,
    Quotation,
    Rule,
    Section,
    Table,
    Verbatim,
    Volume,
    Work,
    walk,
)
from lxml import etree
from specimen import IMPRINT, VOLUME, only
from specimen_pieces import cell, line, note, numbered, paragraph
from tei_reading import ID, NS, SUBJECTS, Written
from volume_reading import Meant

TITLED = Section(line("Titled"), (paragraph("within"), Section(line("Deeper"), (paragraph("down"),), "deeper")), "titled")
DEEP = "x"
for _ in range(60):
    DEEP = Quotation((DEEP if isinstance(DEEP, Quotation) else paragraph(DEEP),))
LINE = line(
    "a ",
    Emphasis(line("b", Mark(1))),
    Code("<c>"),
    Link(line(Link(line("d"), Inside("only.md")), Mark(1)), Outside("https://a.example")),
    Foreign(line("e"), "he"),
)
AWKWARD = {
    "nothing": (),
    "an empty paragraph": (paragraph(),),
    "text after sections": (TITLED, paragraph("after"), Rule(), Section(line("Again"), ()), Verbatim("x\n  y\n")),
    "a section in a box": (Box("note", line("Box"), (TITLED,)),),
    "a section in an abstract": (Box("abstract", line("Abstract"), (TITLED,)),),
    "a section in an editorial note": (Box("editorial", line("E1"), (TITLED,)),),
    "a section in an item": (Listing(((TITLED,),)),),
    "a section in a cell": (Table(("left",), (), ((replace(cell(), blocks=(TITLED,)),),)),),
    "a section in a quotation": (Quotation((TITLED,)),),
    "a section in a figure": (Figure("figure", "", (), (TITLED,)),),
    "a section without title": (Section((), (paragraph("x"),)),),
    "a section that is only a figure": (Section(line("x"), (Figure("table", "Table 1.", (), ()),)),),
    "an abstract below": (paragraph("first"), Box("abstract", line("Abstract"), (paragraph("x"),))),
    "an empty abstract": (Box("abstract", line("Abstract"), ()), paragraph("x")),
    "an abstract of a figure": (Box("abstract", (), (Figure("figure", "Figure 1.", line("x"), ()),)),),
    "boxes in boxes": (Box("details", line("a"), (Box("tip", line("b"), (Box("editorial", (), ()),)), Rule())),),
    "empty lists": (Listing(()), Definitions(()), Listing(((),))),
    "a table of heads": (Table(("left",), ((cell("x", heading=True),),), ()),),
    "an item of a figure": (Listing(((Figure("figure", "Figure 1.", line("x"), ()),),)),),
    "a term without meaning": (Definitions((("", line("x"), ()), ("t", line("y"), (paragraph("z"), Rule())))),),
    "a drawing without words": (Drawing("n", "<svg/>", "<svg/>", "", "", 1.5, 2),),
    "works and entries apart": (Work("k", (), (), ()), paragraph("x"), Work("l", line("r"), line("m"), (Inside("only.md"),), "l")),
    "entries and works": (IndexEntry("n", (), (), ()), Work("k", line("x"), (), ()), IndexEntry("m", ("o",), line("t"), ())),
    "paragraphs alone that say more": (
        Listing(((numbered(1, "a"),), (Paragraph(line("b"), 0, "b"),), (Paragraph(line("c"), role="d"),))),
        Quotation((numbered(2, "e"),)),
    ),
    "lists of works": (Listing(((Work("k", LINE, LINE, (), "k"),), (Work("l", line("r"), (), ()),))),),
    "an entry of much": (IndexEntry("n", ("o", "p"), LINE, (Inside("only.md"),), "n"),),
    "all lines everywhere": (
        Section(LINE, (Box("editorial", LINE, (Paragraph(LINE, role="a b"),)), Figure("figure", "F", LINE, ())), "s"),
        Definitions((("", LINE, (Paragraph(LINE),)),)),
        Table(("left",), (), ((cell(*LINE),),)),
    ),
    "deep quotations": (DEEP,),
    "code of many kinds": (Verbatim("", ""), Verbatim("]]>&<\n\n", "a b"), paragraph(Code(""))),
}  # fmt: skip


@pytest.mark.parametrize("blocks", AWKWARD.values(), ids=AWKWARD)
def test_it_is_valid(blocks, schema):
    for before in ((), (paragraph("x"),), (Section(line("y"), (), "y"),)):
        schema.assertValid(etree.fromstring(render(only(*before, *blocks, notes=(note(1, "n"),))).data))


@pytest.mark.parametrize("blocks", AWKWARD.values(), ids=AWKWARD)
def test_it_says_what_the_book_says(blocks):
    volume = only(*blocks, notes=(note(1, "n"),))
    data = render(volume).data
    written, meant = Written(data), Meant(volume)
    for subject in SUBJECTS:
        assert getattr(written, subject)() == getattr(meant, subject)(), subject
    marked = any(isinstance(node, Mark) for node in walk(blocks))
    assert written.root.xpath("//t:note[@n='1']/@place", namespaces=NS) == ["foot" if marked else "end"]


def test_a_table_without_rows_is_left_out_and_a_row_without_cells_gets_one(schema):
    root = etree.fromstring(render(only(Table((), (), ()), Table(("left",), (), ((),)))).data)
    schema.assertValid(root)
    assert len(root.xpath("//t:table", namespaces=NS)) == len(root.xpath("//t:table/t:row/t:cell", namespaces=NS)) == 1


def test_of_two_places_with_one_anchor_links_lead_to_the_first(schema):
    root = etree.fromstring(render(only(numbered(1, "a"), numbered(1, "b"), paragraph(Anchor("p1"), "c"))).data)
    schema.assertValid(root)
    assert [element.text for element in root.xpath("//t:*[@xml:id='only.p1']", namespaces=NS)] == ["a"]


def test_a_note_that_marks_itself_or_the_next_ends(schema):
    volume = only(paragraph("x", Mark(1)), notes=(note(1, "a", Mark(2)), note(2, "b", Mark(1), Mark(2)), note(3, "unmarked")))
    rendered = render(volume)
    schema.assertValid(etree.fromstring(rendered.data))
    assert Written(rendered.data).notes() == [("only", 1, "a[2]"), ("only", 2, "b[1][2]"), ("only", 3, "unmarked")]


def test_a_book_of_front_matter_alone(schema):
    for divisions in ((), (Division("a b.md", "A", "front", 0, "", ()),), (Division("c.md", "", "back", 0, "Part", ()),)):
        schema.assertValid(etree.fromstring(render(Volume(IMPRINT, divisions)).data))


def test_an_imprint_that_says_little(schema):
    bare = replace(
        IMPRINT, subtitle="", description="", authors=(), edition="", date="soon", licence_url="", keywords=(), address="", revision="",
        cite_as="", revised=0,
    )  # fmt: skip
    rendered = render(replace(VOLUME, imprint=bare))
    root = etree.fromstring(rendered.data)
    schema.assertValid(root)
    assert root.xpath("//t:ref[text()='the sources as BibTeX']/@target", namespaces=NS) == ["downloads/bibliography.bib"]


# ---- names


def test_identifiers_are_names_of_xml_and_never_alike(schema):
    anchors = ("médecins", "1st", "a:b", "a b", "a_3ab", "note-1", "نحل", "p²")
    links = [Link(line("x"), Inside("support.md", name)) for name in anchors]
    divisions = (
        Division("support.md", "S", "body", 1, "", tuple(Paragraph(line(name), 0, name) for name in anchors), (note(1, "n"),)),
        Division("support/scholarly.md", "T", "body", 2, "", tuple(paragraph(link) for link in links)),
        Division("2020/ä.md", "U", "body", 3, "", (paragraph(Link(line("x"), Inside("support/scholarly.md"))),)),
    )
    rendered = render(Volume(IMPRINT, divisions))
    root = etree.fromstring(rendered.data)
    schema.assertValid(root)
    assert rendered.faults == ()
    names = [element.get(ID) for element in root.iter("{*}*") if element.get(ID)]
    assert len(names) == len(set(names))
    assert {"support-2", "support.médecins", "support.نحل", "support-scholarly-2", "x-2020-ä"} <= set(names)
    targets = root.xpath("//t:div[@n='2']//t:ref/@target", namespaces=NS)
    assert [root.xpath(f"string(//t:*[@xml:id='{target[1:]}'])", namespaces=NS) for target in targets] == list(anchors)


# ---- addresses


@pytest.mark.parametrize(
    ("address", "pointer"),
    [
        ("https://a.example/b?c=d&e=f#g", "https://a.example/b?c=d&e=f#g"),
        ("https://a.example/a b/é[1]{2}|\"'", "https://a.example/a%20b/%C3%A9%5B1%5D%7B2%7D%7C%22'"),
        ("https://a.example/100%/%C3%A9", "https://a.example/100%25/%C3%A9"),
        ("https://a.example/#a#b", "https://a.example/#a%23b"),
        ("mailto:bees@bees.example", "mailto:bees@bees.example"),
    ],
)
def test_addresses_are_such_as_the_schema_takes(address, pointer, schema):
    root = etree.fromstring(render(only(paragraph(Link(line("x"), Outside(address))))).data)
    schema.assertValid(root)
    assert root.xpath("//t:ref/@target", namespaces=NS) == [pointer]


def test_files_of_the_site_are_found_from_its_root():
    volume = only(paragraph(Link(line("x"), OnSite("a b/c.csv#d"))))
    assert b'target="https://bees.example/book/a%20b/c.csv#d"' in render(volume).data


# ---- faults


def test_a_link_to_nothing():
    blocks = (
        numbered(1, Link(line("gone"), Inside("gone.md"))),
        numbered(2, Link(line("lost"), Inside("only.md", "lost"))),
        Work("k", line("w"), (), (Inside("only.md", "nowhere"), Inside("only.md", "p1")), "k"),
        IndexEntry("n", (), (), (Inside("none.md", "p1"),), "n"),
    )
    rendered = render(only(*blocks))
    assert [(fault.division, fault.anchor, fault.code, fault.message) for fault in rendered.faults] == [
        ("only.md", "p1", "SET004", "a link leads to gone.md, which the bound book has not"),
        ("only.md", "p2", "SET004", "a link leads to only.md#lost, which the bound book has not"),
        ("only.md", "k", "SET004", "a link leads to only.md#nowhere, which the bound book has not"),
        ("only.md", "n", "SET004", "a link leads to none.md#p1, which the bound book has not"),
    ]
    root = etree.fromstring(rendered.data)
    assert root.xpath("//t:ref[not(@target)]/text()", namespaces=NS) == ["gone", "lost"]
    assert root.xpath("//t:ptr/@target", namespaces=NS) == ["#only.p1"]


def test_a_mark_without_note(schema):
    rendered = render(only(numbered(1, "x", Mark(9))))
    schema.assertValid(etree.fromstring(rendered.data))
    assert [(fault.anchor, fault.code, fault.message) for fault in rendered.faults] == [("p1", "SET004", "the mark of note 9 has no note")]


def test_a_character_that_xml_has_not(schema):
    link = Link(line("c"), Outside("https://a.example/\x01"))
    blocks = (numbered(1, "a\x00b\x0c\x0c"), Verbatim("\x1b[1m"), numbered(2, Code("\ufffe"), link))
    rendered = render(only(*blocks))
    root = etree.fromstring(rendered.data)
    schema.assertValid(root)
    assert [(fault.anchor, fault.code, fault.message) for fault in rendered.faults] == [
        ("p1", "SET001", "the character U+0000 cannot stand in XML"),
        ("p1", "SET001", "the character U+000C cannot stand in XML"),
        ("p1", "SET001", "the character U+001B cannot stand in XML"),
        ("p2", "SET001", "the character U+FFFE cannot stand in XML"),
    ]
    assert root.xpath("string(//t:p[@n='1'])", namespaces=NS) == "a\ufffdb\ufffd\ufffd"


def test_a_language_that_is_none(schema):
    rendered = render(only(numbered(1, Foreign(line("x"), "so und so"))))
    root = etree.fromstring(rendered.data)
    schema.assertValid(root)
    assert root.xpath("string(//t:foreign)", namespaces=NS) == "x"
    assert [(fault.anchor, fault.code) for fault in rendered.faults] == [("p1", "SET003")]
