"""What a note adds: the archived copy, a dead link's date, and the other places that cite the work, each once."""

import re

import pytest
from apparatus import read
from apparatus.enrich.notes import numbered
from apparatus.enrich.trails import MOST, trail
from apparatus.model import Reference, Source
from markdown import markdown

BIB = """@online{wax,
  title = {{Wax}},
  url = {https://example.org/wax_(bees)},
  urldate = {2020-08-08},
}
@online{gone,
  title = {{Gone}},
  url = {https://example.org/gone},
  urldate = {2020-08-09},
}
@online{kept,
  title = {{Kept}},
  url = {https://example.org/kept},
  urldate = {2020-08-09},
  archiveurl = {https://archive.ph/AbC},
}
@report{hives,
  title = {{Hives}},
  number = {S/RES/2178 (2014)},
}
@misc{whole,
  title = {{The Whole}},
  keywords = {article},
}
@book{roofs,
  title = {{Roofs}},
}
"""
LOCK = """https://example.org/gone 2020-10-01 2020-11-02 dead 404 https://web.archive.org/web/20200809/https://example.org/gone -
https://example.org/wax_(bees) 2020-10-01 2020-11-02 alive 200 https://web.archive.org/web/20200808/https://example.org/wax_(bees) -
"""
ABSTRACT = '\n\n!!! abstract "Abstract"\n\n    All of it.\n\n'
REFERENCES = {key: Reference(key, f"{key}, 987654321", key, 0) for key in ("wax", "gone", "roofs")}


def book(**chapters):
    pages = [Source(f"docs/{name.replace('__', '/')}.md", f"# {name}{ABSTRACT}{text}\n") for name, text in chapters.items()]
    return read.monograph([Source("bib/press.bib", BIB), Source("bib/links.lock", LOCK), *pages])


def first(monograph, name, here=None):
    page = monograph.by_name[name]
    return trail(page.citations[0], page, here or f"{name}#p2", monograph)


def test_the_archived_copy_is_named_whole_even_with_brackets_in_its_address():
    text = first(book(a="One.[@wax]"), "a.md")
    wanted = "https://web.archive.org/web/20200808/https://example.org/wax_(bees)"
    title = "Derived from the day of access; it may hold no copy"
    assert markdown(text, extensions=["attr_list"]) == f'<p>; <a class="archived" href="{wanted}" title="{title}">Wayback Machine</a></p>'


def test_only_a_copy_that_the_entry_names_is_called_one():
    assert first(book(a="One.[@kept]"), "a.md") == '; [archived copy](<https://archive.ph/AbC>){.archived title="The copy that the entry names"}'


def test_a_document_named_by_its_symbol_has_its_official_address():
    text = first(book(a="One.[@hives]"), "a.md")
    assert text == "; official document: [undocs.org/S/RES/2178(2014)](<https://undocs.org/S/RES/2178(2014)>)"


def test_a_link_found_dead_is_said_to_be_so_before_its_copy():
    assert first(book(a="One.[@gone]"), "a.md").startswith("; link found dead on 2020-11-02, [Wayback Machine](<https://web.archive.org/")


def test_a_work_without_address_cited_once_has_no_trail():
    assert first(book(a="One.[@roofs, p. 3]"), "a.md") == ""


def test_other_places_are_grouped_by_locator_in_the_order_of_the_book():
    second = "Two.[@roofs, pp. 10-12]\n\nThree.[@roofs, p. 3]"
    monograph = book(a="One.[@roofs, p. 3]", b=second, c__d="Four.[@roofs, pp. 10-12] And.[@roofs, pp. 10-12]")
    assert first(monograph, "c/d.md") == (
        '; <span class="also">also cited: p.\u00a03 ([ch.\u00a01 ¶\u00a02](../a.md#p2), [ch.\u00a02 ¶\u00a03](../b.md#p3)); '
        "pp.\u00a010–12 ([ch.\u00a02 ¶\u00a02](../b.md#p2))</span>"
    )


def test_the_paragraph_in_hand_is_no_other_place():
    assert first(book(a="One.[@roofs] Two.[@roofs, p. 3]"), "a.md") == ""
    assert "](a.md#p2)" in first(book(a="One.[@roofs]\n\nTwo.[@roofs]"), "a.md", "a.md#p3")


def test_paragraphs_of_one_chapter_stand_together_and_each_number_is_a_link():
    text = first(book(a="One.[@roofs]", b="Two.[@roofs]\n\nThree.\n\nFour.[@roofs]", c__d="Five.[@roofs]"), "a.md")
    assert text == '; <span class="also">also cited: [ch.\u00a02 ¶\u00a02](b.md#p2), [4](b.md#p4), [ch.\u00a03 ¶\u00a02](c/d.md#p2)</span>'


@pytest.mark.parametrize(
    ("cited", "said"),
    [
        ("Two.[@roofs, p. 388] More.[@roofs, p. 389]", "pp.\u00a0388, 389"),
        ("Two.[@roofs, pp. 3-5] More.[@roofs, p. 9] Again.[@roofs, p. 9]", "pp.\u00a03–5, 9"),
        ("Two.[@roofs, p. 3] More.[@roofs, ch. 2] Most.[@roofs]", "p.\u00a03, ch.\u00a02"),
    ],
)
def test_a_paragraph_with_several_locators_is_named_once(cited, said):
    assert first(book(a="One.[@roofs]", b=cited), "a.md") == f'; <span class="also">also cited: {said} ([ch.\u00a02 ¶\u00a02](b.md#p2))</span>'


@pytest.mark.parametrize(("others", "named"), [(MOST, True), (MOST + 1, False)])
def test_beyond_the_most_their_chapters_are_said_and_their_number_leads_to_the_work(others, named):
    text = first(book(a="\n\n".join(["One.[@roofs]"] * (others + 1))), "a.md")
    said = f'; <span class="also">also cited: ch.\u00a01 ([{others} paragraphs of the chapters](apparatus/works/roofs.md))</span>'
    assert (text == said) is not named
    assert len(re.findall(r"a\.md#p", text)) == (others if named else 0)


def test_chapters_in_a_row_are_a_range_and_pages_come_before_what_has_none():
    cited = {name: "One.[@roofs]" for name in "abcdegh"} | {"f": "Two.", "i": "One.[@roofs]\n\nTwo.[@roofs, pp. 14-16]"}
    text = first(book(**dict(sorted(cited.items()))), "b.md")
    assert "also cited: pp.\u00a014–16 (ch.\u00a09); ch.\u00a01, 3–5, 7–9 ([8 paragraphs of the chapters](" in text
    assert "ch.\u00a01, 2, 4, 5, 7–9 (" in first(book(**dict(sorted(cited.items()))), "c.md")


def test_of_the_article_only_the_number_of_paragraphs_is_said():
    text = first(book(a="\n\n".join(["One.[@whole]"] * 9)), "a.md")
    assert text == '; <span class="also">[also cited in 8 other paragraphs of the chapters](apparatus/works/whole.md)</span>'


def test_a_note_of_the_editors_names_the_paragraph_above_it_too():
    editorial = "- id: E1\n  title: Roofs\n  short: Not so.[@roofs, p. 3]\n"
    text = 'One.[@roofs, p. 3]\n\n!!! editorial "Note E1"\n    Not so.[@roofs, p. 3]\n'
    chapter = f"# A{ABSTRACT}One.[@roofs, p. 3]\n"
    monograph = read.monograph([Source("bib/press.bib", BIB), Source("data/editorial.yml", editorial), Source("docs/a.md", chapter)])
    page, _ = read.markdown.page("a.md", f'# A{ABSTRACT}<a class="para" id="p2"></a>{text}')
    notes = numbered(page, monograph, REFERENCES).notes
    assert "also cited" not in notes[1] and "also cited: p.\u00a03 ([ch.\u00a01 ¶\u00a02](a.md#p2))" in notes[2]


def test_each_work_of_a_note_stands_on_a_line_of_its_own():
    monograph = book(a="One.[@roofs, p. 3; @wax]")
    note = numbered(monograph.by_name["a.md"], monograph, REFERENCES).notes[1]
    first, second = note.split("<br>")
    assert first.startswith('<span class="cited">roofs, p.\u00a03') and first.endswith(".</span>")
    assert second.startswith('<span class="cited">wax; [Wayback Machine]') and second.endswith(".</span>")
