"""Numbered notes: order, locators, unknown keys, hand-written notes, and what must be left alone."""

import pytest
from apparatus import read
from apparatus.enrich.editorial import with_editorial_notes
from apparatus.enrich.notes import authors, numbered, unmasked
from apparatus.enrich.tooltips import abbreviations
from apparatus.model import Entry, Field, Location, Reference, Source

BIB = """@book{linden2011roofs,
  author = {Linden, Ada and Hazel, Bo},
  title = {{Roofs}},
}
@book{hazel2015wax,
  author = {{Hive Council}},
  title = {{Wax}},
}
"""
EDITORIAL = """- id: E1
  title: How many "roofs"
  short: >-
    Not known,[@hazel2015wax, p. 5]
    and not countable.
"""
REFERENCES = {
    key: Reference(key, f"\ue001{key}\ue002 <em>printed</em>, 987654321, <a href='x'>x</a>", f"{key}.", 0)
    for key in ("linden2011roofs", "hazel2015wax")
}


def notes_of(text, name="part/page.md"):
    monograph = read.monograph([Source("bib/works.bib", BIB), Source("data/editorial.yml", EDITORIAL)])
    page, _ = read.markdown.page(name, text)
    page, _ = read.markdown.page(name, with_editorial_notes(page, monograph))
    return numbered(page, monograph, REFERENCES)


def test_each_bracket_is_one_note_in_order_of_appearance():
    found = notes_of("One.[@linden2011roofs, p. 3] Two.[@hazel2015wax]\n\nThree.[@linden2011roofs, p. 3]\n")
    assert found.text == "One.[@1] Two.[@2]\n\nThree.[@3]\n"
    assert list(found.notes) == [1, 2, 3]
    assert "p.\u00a03" in found.notes[1] and "987654321" not in found.notes[2]


def test_a_note_names_all_its_works_and_links_each_to_the_bibliography():
    note = notes_of("One.[see @linden2011roofs, pp. 3-5; also @hazel2015wax, ch. 2, on wax]").notes[1]
    assert note.startswith('<span class="cited">See [linden2011roofs](../apparatus/bibliography.md#linden2011roofs) <em>printed</em>, pp.\u00a03–5')
    assert '.</span><br><span class="cited">also [hazel2015wax]' in note and note.endswith("on wax.</span>")
    assert note.count("../apparatus/bibliography.md#") == 2


def test_a_note_says_which_note_of_the_article_it_stands_for():
    concordance = "- note: 7\n  citekey: hazel2015wax\n  where: part/page.md#wax\n- note: 9\n  citekey: hazel2015wax\n  where: [a.md, part/page.md#wax]\n"
    monograph = read.monograph([Source("bib/works.bib", BIB), Source("data/concordance.yml", concordance)])
    page, _ = read.markdown.page("part/page.md", "One.[@hazel2015wax]\n\n## Wax {#wax}\n\nTwo.[@hazel2015wax]\n")
    notes = numbered(page, monograph, REFERENCES).notes
    assert "Sarkar" not in notes[1]
    assert notes[2].endswith(" ([Sarkar, n. 7](../apparatus/concordance.md#n7), [n. 9](../apparatus/concordance.md#n9)).")


def test_a_space_before_the_bracket_is_not_printed():
    assert notes_of("Roofs [@linden2011roofs] are. [@hazel2015wax]\n\n[@hazel2015wax] first.").text == "Roofs[@1] are.[@2]\n\n[@3] first."


def test_a_bracket_over_two_lines_is_one_note():
    assert notes_of("One.[@linden2011roofs, p. 3;\n@hazel2015wax] Two.").text == "One.[@1] Two."


def test_an_unknown_citekey_stays_visible():
    found = notes_of("One.[@nobody1999, p. 3] Two.[@linden2011roofs; @nobody1999]")
    assert found.text.count("[?nobody1999]") == 2
    assert list(found.notes) == [1] and "linden2011roofs" in found.notes[1]


def test_in_text_citation_keeps_the_author_in_the_sentence():
    found = notes_of("As @linden2011roofs [p. 3] says.")
    assert found.text == "As Linden and Hazel [@1] says." or found.text == "As Linden and Hazel[@1] says."


@pytest.mark.parametrize(
    "text",
    [
        "Code `[@linden2011roofs]` stays.",
        "    [@linden2011roofs] indented\n",
        "```\n[@linden2011roofs]\n```\n",
        "<!-- [@linden2011roofs] -->",
        "Escaped \\[@linden2011roofs].",
        "A link [@linden2011roofs](x.md).",
        "Mail [write](mailto:a@example.org) or a@example.org.",
    ],
)
def test_what_is_no_citation_comes_back_unchanged(text):
    found = notes_of(text)
    assert found.notes == {} and unmasked(found.text) == text
    assert "[@" not in found.text, "mkdocs-bibtex would take this for a citation"


def test_hand_written_notes_are_numbered_with_the_others():
    text = "One.[^own] Two.[@linden2011roofs]\n\n[^own]: A remark with [@hazel2015wax, p. 2] in it.\n    More of it.\n\nThree.[@hazel2015wax]\n"
    found = notes_of(text)
    assert found.text.startswith("One.[@1] Two.[@2]") and "[^own]" not in found.text
    assert found.text.rstrip().endswith("Three.[@3]")
    assert found.notes[1].startswith("A remark with [hazel2015wax]") and "More of it." in found.notes[1]


def test_an_editorial_note_takes_its_place_and_its_citations_are_numbered_with_the_text():
    found = notes_of('One.[@linden2011roofs]\n\n!!! editorial "E1"\n\nTwo.[@linden2011roofs]\n')
    assert '!!! editorial "Editorial note E1: How many ”roofs”"' in found.text
    assert "Not known,[@2] and not countable." in found.text and "Two.[@3]" in found.text
    assert "../apparatus/editorial-notes.md#e1" in found.text and "{: #editorial-e1 }" in found.text


def test_an_unknown_editorial_note_stays_as_written():
    assert '!!! editorial "E9"' in notes_of('!!! editorial "E9"\n').text


@pytest.mark.parametrize(
    ("people", "short"),
    [
        ("Linden, Ada", "Linden"),
        ("Linden, Ada and Hazel, Bo", "Linden and Hazel"),
        ("Linden, A. and Hazel, B. and Elm, C.", "Linden, Hazel and Elm"),
        ("Linden, A. and Hazel, B. and Elm, C. and Oak, D.", "Linden and others"),
        ("{United Nations and Others}", "United Nations and Others"),
    ],
)
def test_authors_in_running_text(people, short):
    place = Location("bib/x.bib")
    assert authors(Entry("a", "book", (Field("author", people, place),), place)) == short


def test_abbreviations_come_from_the_glossary():
    glossary = "- term: B\n  abbr: BB\n  expansion: big bee\n- term: A\n- term: C\n  abbr: AA\n  expansion: >-\n    an\n    ant\n"
    monograph = read.monograph([Source("data/glossary.yml", glossary)])
    assert abbreviations(monograph) == "*[AA]: an ant\n*[BB]: big bee\n"
