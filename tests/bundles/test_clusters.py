"""Notes as citations: what pandoc prints of them with the house style is the note of the book, letter by letter."""

import pytest
from apparatus import bundles, read
from apparatus.bundles.clusters import locator
from apparatus.model import Location, Locator, Source
from apparatus.read.locators import LABELS
from apparatus.references import note_text, references, without_marks
from apparatus.volume.inlines import Reading, inlines
from apparatus.volume.nodes import Division, Emphasis, LineBreak, Link, Mark, Note, Outside, Paragraph, Text, Volume
from apparatus.volume.targets import Addresses
from lxml import html
from pandoc_reading import HOUSE, STYLE, nodes, notes, reading, text
from specimen import IMPRINT

BIB = """@book{linden2011roofs, author = {Linden, Ada}, title = {Roofs}, publisher = {Meadow}, location = {Newtown}, date = {2011}}

@online{news2019bees,
  organization = {the elm}, title = {Bees ‘at last’ return}, date = {2019-11-06}, url = {https://example.org/n}, urldate = {2020-05-23}}

@report{hive2020ninth,
  author = {{Hive Council}}, title = {{Ninth Report}}, number = {S/2020/53}, institution = {United Nations}, date = {2020-01-20}}

@book{never2000cited, author = {Hazel, Bo}, title = {Wax}, date = {2000}}
"""
CLUSTERS = [
    "[@linden2011roofs]",
    "[@linden2011roofs, p. 3]",
    "[@linden2011roofs, pp. 3-4, 9]",
    "[@linden2011roofs, p. iv]",
    "[@linden2011roofs, p. A-12]",
    "[@linden2011roofs, sec. “Re-emergence and after”]",
    "[@linden2011roofs, sec. “One-two-three”; @news2019bees]",
    "[@linden2011roofs, sec. “*Stars* [and] brackets; ‘marks’ & signs”]",
    "[@hive2020ninth, pmbl. para. 9; @linden2011roofs, ch. 2]",
    "[@news2019bees; @hive2020ninth, para. 9; @linden2011roofs, n. 7]",
    "[@linden2011roofs, p. 3, and “the ‘roof’ of it”; see @hive2020ninth]",
    "[@linden2011roofs, vol. 2, p. 3]",
    "[see @linden2011roofs, p. 3; also @news2019bees]",
    *(f"[@linden2011roofs, {label} 3]" for label in LABELS),
    *(f"[@linden2011roofs, {label} 3-5]" for label in LABELS if label.endswith("s.")),
]
# What a note of the site adds to the reference of each work.
TRAILS = {
    "nothing": (),
    "the article’s note": (Text(" (Elm, n. 3)"),),
    "a document": (Text("; official document: "), Link((Text("undocs.org/S/2020/53(1)"),), Outside("https://undocs.org/S/2020/53(1)"))),
    "a number": (Text(", 12 of them, p. 4"),),
    "words": (Text(" (Elm, n. 3); a copy, [kept] *here*; ‘and’ “there” "), Emphasis((Text("still; so"),))),
}
CASES = [(cluster, trail) for cluster in CLUSTERS for trail in TRAILS]


@pytest.fixture(scope="module")
def book():
    """A chapter with a paragraph and a note for each case, as the site would print them."""
    page = "# Roofs\n\n" + "".join(f"Number {number}.{cluster}\n\n" for number, (cluster, _) in enumerate(CASES, start=1))
    monograph = read.monograph([Source("docs/roofs.md", page), Source("bib/works.bib", BIB)])
    rendered, failures = references(monograph.entries, STYLE)
    assert not failures and not monograph.failures
    found = {cluster.location.line: cluster for cluster in monograph.pages[0].clusters}
    lines = {3 + 2 * number: trail for number, (_, trail) in enumerate(CASES)}
    blocks, printed = [], []
    for number, line in enumerate(sorted(found), start=1):
        content = []
        for citation in found[line].citations:
            said = said_of(without_marks(note_text(rendered[citation.citekey], citation)))
            if citation.prefix and not content:
                said = (Text(said[0].text.replace("see", "See", 1)), *said[1:])
            content += [*([LineBreak()] if content else []), *said, *TRAILS[lines[line]], Text(".")]
        printed.append(Note(number, tuple(content)))
        blocks.append(Paragraph((Text(f"Number {number}."), Mark(number)), number, f"p{number}"))
    division = Division("roofs.md", "Roofs", "body", 1, "", tuple(blocks), tuple(printed))
    return Volume(IMPRINT, (division,)), monograph, rendered


def said_of(fragment):
    """A rendered reference as the book's tree holds it."""
    return inlines(html.fragment_fromstring(f"<p>{fragment}</p>"), Reading("roofs.md", "roofs/", Addresses({}, {})))


@pytest.fixture(scope="module")
def made(book):
    volume, monograph, rendered = book
    return bundles.files(volume, "roofs.md", monograph, rendered, HOUSE)


def test_citations_print_the_notes_of_the_book(book, made):
    found = reading(made)
    wanted = [text(note.content) for note in book[0].divisions[0].notes]
    assert len(wanted) > 100
    assert [pair for pair in zip(notes(found), wanted, strict=True) if pair[0] != pair[1]] == []


def test_all_are_citations(book, made):
    assert made["roofs.md"].count("^[") == 0
    cited = [node for node in nodes(reading(made)) if node["t"] == "Cite"]
    assert len(cited) == len(book[0].divisions[0].notes)


def test_the_works_are_those_cited(made):
    assert [line for line in made["roofs.bib"].splitlines() if line.startswith("@")] == [
        "@report{hive2020ninth,",
        "@book{linden2011roofs,",
        "@online{news2019bees,",
    ]


def test_a_mark_stays_before_the_comma_that_follows_it(book):
    volume, monograph, rendered = book
    division = volume.divisions[0]
    first, *others = division.blocks
    moved = Paragraph((Text("Wax"), Mark(1), Text(", then.")), 1, "p1")
    changed = Division(**vars(division) | {"blocks": (moved, *others)})
    found = reading(bundles.files(Volume(IMPRINT, (changed,)), "roofs.md", monograph, rendered, HOUSE))
    line = [node.get("c") if node["t"] == "Str" else node["t"] for node in found[0]["c"] if node["t"] in ("Str", "Cite")]
    assert line == ["Wax", "Cite", ",", "then."]


@pytest.mark.parametrize(
    ("label", "value", "wanted"),
    [
        ("p.", "3", "p. 3"),
        ("pp.", "14-16", "pp. 14–16"),
        ("para.", "9", "{para. 9}"),
        ("p.", "iv", "{p. p. iv}"),
        ("sec.", "“Wax”", "{sec. “Wax”}"),
        ("sec.", "“Re-use”", "{sec. “Re\\\\-use”}"),
        ("", "7", None),
        ("sec.", '"Wax"', None),
        ("sec.", "“Wax - and more”", None),
        ("sec.", "“a {b}”", None),
    ],
)
def test_a_locator_as_pandoc_is_to_read_it(label, value, wanted):
    assert locator(Locator(label, value, f"{label} {value}", Location("docs/a.md", 1, 1))) == wanted


def test_a_note_that_is_not_as_its_citations_print_it_is_written_out(book):
    volume, monograph, rendered = book
    division = volume.divisions[0]
    other = vars(division) | {"notes": (Note(1, (Text("By hand; see [Linden]."),)), *division.notes[1:])}
    found = notes(reading(bundles.files(Volume(IMPRINT, (Division(**other),)), "roofs.md", monograph, rendered, HOUSE)))
    assert found[:2] == ["By hand; see [Linden].", text(division.notes[1].content)]
