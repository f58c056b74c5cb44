"""The document of a chapter: blocks and sentences, notes by the numbers of the page, editorial notes, links, mentions."""

import json

import pytest
from apparatus import read
from apparatus.evidence import note_numbers
from apparatus.evidence.mentions import Register, mentions, registers
from apparatus.exports import chapter
from apparatus.model import Source

PAGE = """# Hives

!!! abstract "Abstract"
    Of hives.

## Roofs {#roofs}

Hives stand on roofs.[@hazel2015wax, p. 3] They hum.[^own]
See [the wax](part/wax.md#melting).

!!! editorial "E1"

!!! editorial "E2"

| Hive | Town |
|---|---|
| FHs[@hazel2015wax] | Oldtown |

/// table-caption
Hives and towns.[@linden2011roofs; @hazel2015wax, p. 9]
///

Nobody knows.[@nobody1999] Linden does.[@linden2011roofs; @nobody1999]

[^own]: As all do, says [@hazel2015wax, p. 7].
"""
WAX = """# Wax

!!! abstract "Abstract"
    Of wax.

## Melting {#melting}

It melts.[@hazel2015wax] See [here](../hives.md) and [there](#melting).
"""
SOURCES = {
    "docs/hives.md": PAGE,
    "docs/part/wax.md": WAX,
    "bib/works.bib": "@book{linden2011roofs,\n  title = {Roofs},\n}\n@book{hazel2015wax,\n  title = {Wax},\n}\n",
    "data/editorial.yml": "- id: E1\n  title: A *count*\n  weight: 2\n  kind: record\n"
    "  short: Two,[@hazel2015wax, p. 5] or\n    [three](x.md).[@linden2011roofs]\n"
    "- id: E2\n  title: A detail\n  weight: 1\n  short: None.[@hazel2015wax]\n",
    "data/glossary.yml": "- term: Frame hive\n  abbr: FH\n- term: Hive\n",
    "data/concordance.yml": "- note: 7\n  citekey: hazel2015wax\n  locator: p. 3\n  where: hives.md#roofs\n"
    "- note: 8\n  citekey: hazel2015wax\n  where: [hives.md#roofs, part/wax.md#melting]\n"
    "- note: 9\n  citekey: hazel2015wax\n  where: hives.md#skeps\n",
    "mkdocs.yml": "nav: [part/wax.md, hives.md]\n",
}


@pytest.fixture(scope="module")
def monograph():
    return read.monograph([Source(path, text) for path, text in SOURCES.items()])


@pytest.fixture(scope="module")
def documents(monograph):
    return {path: json.loads(text) for path, text in chapter.files(monograph).items()}


@pytest.fixture(scope="module")
def hives(documents):
    return documents["hives.json"]


def test_chapters_come_in_the_order_of_the_navigation(documents):
    assert [(path, d["chapter"]["number"]) for path, d in documents.items()] == [("part/wax.json", 1), ("hives.json", 2)]
    assert documents["part/wax.json"]["graph"] == "../graph.json"
    assert documents["part/wax.json"]["$schema"] == "../schemas/chapter-1.json"


def test_blocks_stand_in_order_with_number_kind_section_and_box(hives):
    assert [(b["number"], b["kind"], b["section"], b["box"], b["text"]) for b in hives["paragraphs"]] == [
        (1, "title", "hives", "abstract", "Abstract"),
        (1, "paragraph", "hives", "abstract", "Of hives."),
        (2, "paragraph", "roofs", None, "Hives stand on roofs. They hum. See the wax."),
        (3, "row", "roofs", None, "Hive · Town"),
        (3, "row", "roofs", None, "FHs · Oldtown"),
        (3, "caption", "roofs", None, "Hives and towns."),
        (4, "paragraph", "roofs", None, "Nobody knows. Linden does."),
        (4, "note", "roofs", None, "As all do, says ."),
    ]


def test_notes_have_the_numbers_of_the_page(hives):
    """Those of the editorial note count where it stands, a detail's do not; an unknown work has none; a written note has its own."""
    sentences = [s for block in hives["paragraphs"] for s in block["sentences"]]
    assert [(s["id"].partition("#")[2], s["notes"]) for s in sentences if s["notes"]] == [
        ("p2.1", [1]), ("p2.2", [2]), ("p3.2", [5]), ("p3.3", [6]), ("p4.2", [7]),
    ]  # fmt: skip
    cited = [(s["id"].partition("#")[2], c["citekey"], c["note"]) for s in sentences for c in s["citations"]]
    assert cited == [
        ("p2.1", "hazel2015wax", 1),
        ("p3.2", "hazel2015wax", 5),
        ("p3.3", "linden2011roofs", 6),
        ("p3.3", "hazel2015wax", 6),
        ("p4.1", "nobody1999", None),
        ("p4.2", "linden2011roofs", 7),
        ("p4.2", "nobody1999", None),
        ("p4.note.1", "hazel2015wax", 2),
    ]


def test_editorial_notes_stand_in_their_places(hives):
    first, second = hives["editorial_notes"]
    assert (first["id"], first["section"], first["after"], first["title"], first["text"]) == ("E1", "roofs", 2, "A count", "Two, or three.")
    cited = [(c["citekey"], c["note"], c["article_notes"]) for c in first["citations"]]
    assert cited == [("hazel2015wax", 3, []), ("linden2011roofs", 4, [])]
    assert (second["id"], second["text"], second["citations"]) == ("E2", None, [])


def test_a_citation_stands_for_the_notes_of_the_article_in_its_section(hives, documents):
    citing = [sentence for block in hives["paragraphs"] for sentence in block["sentences"] if sentence["citations"]]
    numbers = {sentence["id"].partition("#")[2]: sentence["citations"][-1]["article_notes"] for sentence in citing}
    assert numbers == {"p2.1": [7], "p3.2": [8], "p3.3": [7, 8], "p4.1": [], "p4.2": [], "p4.note.1": []}
    assert documents["part/wax.json"]["paragraphs"][-1]["sentences"][0]["citations"][0]["article_notes"] == [8]


def test_an_editorial_note_may_stand_twice_and_a_box_of_the_editors_stands_for_no_note_of_the_article():
    text = '# Roofs {#roofs}\n\n!!! abstract "Abstract"\n    A.\n\n!!! editorial "E1"\n\nB.\n\n!!! editorial "E1"\n\n'
    text += '!!! editorial "Ours"\n    C.[@hazel2015wax]\n'
    monograph = read.monograph([Source(path, source) for path, source in (SOURCES | {"docs/hives.md": text}).items()])
    document = json.loads(chapter.files(monograph)["hives.json"])
    assert [[c["note"] for c in note["citations"]] for note in document["editorial_notes"]] == [[1, 2], [3, 4]]
    sentence = document["paragraphs"][-1]["sentences"][-1]
    assert (document["paragraphs"][-1]["box"], sentence["notes"], sentence["citations"][0]["article_notes"]) == ("editorial", [5], [])


def test_links_to_other_chapters(hives, documents):
    assert hives["links"] == [{"paragraph": 2, "text": "the wax", "chapter": 1, "page": "part/wax.md", "anchor": "melting"}]
    assert documents["part/wax.json"]["links"] == [{"paragraph": 2, "text": "here", "chapter": 2, "page": "hives.md", "anchor": None}]


def test_mentions_of_terms_and_works(hives):
    found = [(m["register"], m["id"], m["paragraph"], m["text"]) for m in hives["mentions"]]
    assert found == [
        ("glossary", "hive", 1, "hives"),
        ("glossary", "hive", 2, "Hives"),
        ("works", "hazel2015wax", 2, "1"),
        ("glossary", "hive", 3, "Hive"),
        ("glossary", "frame-hive", 3, "FHs"),
        ("works", "hazel2015wax", 3, "5"),
        ("glossary", "hive", 3, "Hives"),
        ("works", "linden2011roofs", 3, "6"),
        ("works", "hazel2015wax", 3, "6"),
        ("works", "linden2011roofs", 4, "7"),
        ("works", "hazel2015wax", 4, "2"),
    ]


def test_the_same_note_marked_twice_takes_two_numbers():
    text = "One.[^a] Two.[^a][@hazel2015wax]\n\n[^a]: Says [@linden2011roofs].\n\n    And more.\n"
    monograph = read.monograph([Source("docs/a.md", text), Source("bib/works.bib", SOURCES["bib/works.bib"])])
    notes = note_numbers.notes(monograph.pages[0], monograph)
    assert [(note.number, bool(note.definition)) for note in notes] == [(1, True), (2, True), (3, False)]
    assert {c.citekey: number for c, number in note_numbers.by_citation(monograph).items()} == {"linden2011roofs": 1, "hazel2015wax": 3}


TERMS = Register("glossary", {"al-Qaeda": "q", "al-Qaeda in Iraq": "qi", "IS": "is", "IS-Central": "c", "GBU-43/B": "g", "Médecins": "m"})


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("al-Qaeda in Iraq and al-Qaeda", ["qi", "q"]),
        ("THIS IS-Central, IS’s and (IS)", ["c", "is", "is"]),
        ("is, ISIS, ISKP, xIS", []),
        ("a GBU-43/B fell", ["g"]),
        ("a GBU-43/Bx fell on Médecins", ["m"]),
        ("", []),
    ],
)
def test_whole_words_the_longest_first(words, found):
    assert [mention.id for mention in mentions(words, [TERMS])] == found


def test_registers_join_by_place():
    people = Register("people", {"Hazel": "hazel", "B. Hazel": "hazel"})
    found = mentions("IS and B. Hazel of IS", [TERMS, people])
    places = [(m.register, m.id, m.text, m.start) for m in found]
    assert places == [("glossary", "is", "IS", 0), ("people", "hazel", "B. Hazel", 7), ("glossary", "is", "IS", 19)]
    assert mentions("Hazel", [Register("empty", {})]) == ()


def test_a_term_may_begin_with_a_small_letter_and_stand_in_the_plural(monograph):
    found = mentions("frame hives, Frame hive, FRAME HIVE, FHs, fhs", registers(monograph))
    assert [(m.id, m.text) for m in found] == [("frame-hive", "frame hives"), ("frame-hive", "Frame hive"), ("frame-hive", "FHs")]
