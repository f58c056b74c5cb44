"""A chapter's bundle: its files, the same bytes each time, and that pandoc makes the chapter's own text of it."""

import io
import itertools
import zipfile

import pytest
from apparatus import bundles, read
from apparatus.bundles.style import outgoing
from apparatus.volume.nodes import (
    Anchor,
    Code,
    Division,
    Emphasis,
    Foreign,
    Inside,
    LineBreak,
    Link,
    Listing,
    Mark,
    Note,
    OnSite,
    Outside,
    Paragraph,
    Quotation,
    Rule,
    Section,
    Strong,
    Subscript,
    Superscript,
    Text,
    Volume,
)
from pandoc_reading import HOUSE, nodes, notes, reading, text, words
from specimen import IMPRINT, VOLUME, only

EMPTY = read.monograph([])
CHAPTERS = [division.name for division in VOLUME.divisions if division.number]
AWKWARD = [
    *("# no heading", "1. no list", "(a) no list", "A. Linden", "iv) none", "- none", "+ none", "* none", "> none", ": none", "| none |"),
    *("% none", "--- none", "===", "---", "Table: none", "table:", "#. none", "(@) none", "@linden says", "a@b.example", "[^1]: none"),
    *("[a]: http://b.example", "[@a; @b]", "$x$ and $5", "`code`", "*stars* **two**", "_low_ a_b_c", "~sub~ ^sup^ ~~gone~~"),
    *("\\textbf{x} \\* \\", "<b>raw</b> <!-- gone -->", "&amp; &#65; R&D", "[brackets](round)", "![picture](x)", "wow!", "{.class}"),
    *('straight "double" and \'single\' quotes', "it's the bees' own ’90s", "“curly ‘inner’ ones”", "...", "a -- b --- c – d — e"),
    *("http://bees.example/a_b?c=d&e=f", "word\u00a0word", "bee\u00adkeeping", "naḥl עברית 蜂蜜"),
    *("trailing \\", "::: none", "~~~", "12%", "=>", "…"),
    *("[x]{.y}", "10) ten", "i. one", "* * *", "+---+", "a | b", "--|--", "p. 3 and e.g. Mr. X", "#tag", "1986. A great year"),
]
PIECES = {
    "text": Text("word"),
    "blank": Text(" and "),
    "round": Text("(round)"),
    "emphasis": Emphasis((Text("leaning"),)),
    "strong": Strong((Text("heavy"),)),
    "both": Emphasis((Strong((Text("both"),)), Text(" ways"))),
    "raised": Superscript((Text("2 nd"),)),
    "lowered": Subscript((Text("2"),)),
    "code": Code("`x` *y*"),
    "link": Link((Text("[a] link"),), Outside("https://bees.example/a_(b)?c=*d*&e=\\f g")),
    "raised link": Superscript((Link((Text("up"),), Inside("only.md", "p1")),)),
    "foreign": Foreign((Emphasis((Text("ruche"),)),), "fr"),
    "mark": Mark(1),
    "again": Mark(1, again=True),
    "anchor": Anchor("there"),
}


def files(volume, name, monograph=EMPTY):
    return bundles.files(volume, name, monograph, {}, HOUSE)


def sent(*blocks, notes=()):
    """What pandoc reads of a chapter that holds these blocks."""
    return reading(files(only(*blocks, notes=notes), "only.md"))


@pytest.mark.parametrize("name", CHAPTERS)
def test_pandoc_reads_the_text_and_the_notes_of_the_chapter(name):
    division = VOLUME.division(name)
    found = reading(files(VOLUME, name))
    assert words(found) == text(division.blocks)
    assert notes(found) == [text(note.content) for note in in_order(division)]


def in_order(division: Division) -> list[Note]:
    """The notes as they are marked: the specimen's figures have theirs out of the order of their numbers."""
    written = bundles.markdown(VOLUME, division, EMPTY, {})
    places = {note: written.index(f"^[{bundles.Lines(division.name, IMPRINT.address, {}).line(note.content)}]") for note in division.notes}
    return sorted(division.notes, key=places.get)


def test_signs_of_markup_are_said_and_not_obeyed():
    blocks = tuple(Paragraph((Text(said),), number, f"p{number}") for number, said in enumerate(AWKWARD, start=1))
    found = sent(*blocks, *(Paragraph((Text(f"a {said}"),)) for said in AWKWARD), *(Paragraph((Text(said),)) for said in AWKWARD))
    wanted = [text((Text(said),)) for said in AWKWARD]
    assert [words(block) for block in found] == [*wanted, *(f"a {said}" for said in wanted), *wanted]
    assert {block["t"] for block in found} == {"Para"}
    assert {node["t"] for node in nodes(found)} == {"Para", "Str", "Space", "Span"}


def test_pieces_of_a_line_do_not_run_into_each_other():
    pairs = list(itertools.product(PIECES, repeat=2))
    blocks = tuple(Paragraph((Text("So "), PIECES[a], PIECES[b], Text("it is."))) for a, b in pairs)
    found = sent(*blocks, notes=(Note(1, (Text("A note [with] a *star*."),)),))
    for (first, second), block, read_block in zip(pairs, blocks, found, strict=True):
        assert words(read_block) == text((block,)), (first, second)
        kinds = [node["t"] for node in nodes(read_block)]
        for kind, names in {"Note": ("mark",), "Code": ("code",), "Link": ("link", "raised link"), "Subscript": ("lowered",)}.items():
            assert kinds.count(kind) == sum(name in names for name in (first, second)), (first, second, kind)


def test_links_lead_inside_the_chapter_to_the_site_or_nowhere():
    inside = [Inside("only.md", "p1"), Inside("honey.md", "p2"), Inside("index.md"), Inside("index-of-names.md", "a")]
    links = [*inside, OnSite("downloads/b.bib")]
    block = Paragraph(tuple(Link((Text("there"),), target) for target in links), 1, "p1")
    volume = only(block)
    found = [node["c"][2][0] for node in nodes(reading(files(volume, "only.md"))) if node["t"] == "Link"]
    site = IMPRINT.address
    assert found == ["#p1", f"{site}honey/#p2", site, f"{site}downloads/b.bib"]
    bare = Volume(vars_of(IMPRINT, address=""), volume.divisions)
    found = [node["c"][2][0] for node in nodes(reading(files(bare, "only.md"))) if node["t"] == "Link"]
    assert found == ["#p1"]


def vars_of(value, **changed):
    return type(value)(**(vars(value) | changed))


def test_the_shape_of_a_chapter_is_kept():
    found = reading(files(VOLUME, "town/hives.md"))
    kinds = list(nodes(found))
    heads = [(node["c"][0], node["c"][1][0]) for node in kinds if node["t"] == "Header"]
    assert heads == [(1, "share"), (2, "parts"), (1, "differ")]
    lists = [node for node in kinds if node["t"] in ("BulletList", "OrderedList")]
    assert [node["t"] for node in lists] == ["BulletList", "OrderedList", "BulletList", "OrderedList", "BulletList"]
    assert lists[3]["c"][0][0] == 7
    assert [node["c"][0][1] for node in kinds if node["t"] == "Div"] == [
        *(["abstract"], ["figure"], ["figure-data"], ["editorial"], ["note"], ["table"], ["details"])
    ]
    images = [(node["c"][2][0], words(node["c"][1])) for node in kinds if node["t"] == "Image"]
    assert images == [
        ("figures/hives-parts.svg", "Parts of a hive. A brood box leads to a honey super."),
        ("figures/hives-swarm.svg", "A swarm & its way. A swarm leaves < flies > settles."),
    ]
    assert not [node for node in kinds if node["t"] == "Figure"], "a description is no caption"


def test_two_lists_stay_two():
    items = ((Paragraph((Text("one"),)),), (Paragraph((Text("two"),)), Paragraph((Text("and more"),))))
    lists = (Listing(items), Listing(items), Listing(items, ordered=True), Listing(items, ordered=True, start=3))
    found = sent(*lists, Rule(), Quotation(items[0]))
    assert [block["t"] for block in found if block["t"] != "RawBlock"] == [
        *("BulletList", "BulletList", "OrderedList", "OrderedList", "HorizontalRule", "BlockQuote")
    ]
    assert [len(block["c"][1]) for block in found if block["t"] == "OrderedList"] == [2, 2]


def test_a_table_keeps_its_cells_and_spans():
    tables = [node["c"] for node in nodes(reading(files(VOLUME, "town/hives.md"))) if node["t"] == "Table"]
    head, body = tables[1][3][1], tables[1][4][0][3]
    assert [[(words(c[4]), c[2], c[3]) for c in row[1]] for row in head] == [
        [("Hive", 2, 1), ("Frames", 1, 2)],
        [("old", 1, 1), ("new", 1, 1)],
    ]
    assert [[(words(c[4]), c[2], c[3]) for c in row[1]] for row in body] == [
        [("Skep", 1, 1), ("none", 1, 2)],
        [("Town hive", 1, 1), ("10, in a list: five above five below", 1, 1), ("11", 1, 1)],
    ]
    assert [column[0]["t"] for column in tables[1][2]] == ["AlignLeft", "AlignCenter", "AlignRight"]


def test_the_bundle_holds_what_it_says():
    made = bundles.render(VOLUME, "town/hives.md", EMPTY, {}, HOUSE)
    assert made == bundles.render(VOLUME, "town/hives.md", EMPTY, {}, HOUSE)
    archive = zipfile.ZipFile(io.BytesIO(made))
    names = ["README.txt", "figures/hives-parts.svg", "figures/hives-swarm.svg", "house.csl", "town-hives.bib", "town-hives.md"]
    assert archive.namelist() == names
    assert {(info.date_time, info.compress_type, info.external_attr >> 16) for info in archive.infolist()} == {
        ((1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED, 0o100644)
    }
    assert all(b"\r" not in archive.read(name) and archive.read(name).endswith(b"\n") for name in names if name != "town-hives.bib")


def test_the_style_goes_out_without_the_marks_of_the_site():
    style = outgoing(HOUSE)
    assert "E001" not in style and "<!--" not in style and "apparatus" not in style
    assert style.count("<macro") == HOUSE.count("<macro") and 'prefix="‘" suffix="’"' in style


def test_the_letter_names_the_command_and_the_licence():
    letter = files(VOLUME, "town/hives.md")["README.txt"]
    assert "pandoc town-hives.md --citeproc" in letter and IMPRINT.licence_url in letter and IMPRINT.address in letter
    assert max(map(len, letter.splitlines())) <= 90


def test_a_section_without_anchor_and_a_break_in_a_title():
    found = sent(Section((Text("Two"), LineBreak(), Text("lines")), (Paragraph((Text("x"),)),)))
    assert found[0]["t"] == "Header" and words(found[0]) == "Two lines"
