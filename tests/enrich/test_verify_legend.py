"""Verify mode's switch and legend, the chapter's number: where they stand, and that the legend counts what the page marks."""

import re

import pytest
from apparatus import read
from apparatus.enrich import chapter_numbers, verify
from apparatus.enrich.figures import with_figures
from apparatus.enrich.sentences import marked
from apparatus.evidence import chapters
from apparatus.evidence.support import SUPPORTS
from apparatus.model import Source
from lxml import html

BIB = {
    "bib/scholarship.bib": "@article{linden2011roofs,\n  title = {{Roofs}},\n}\n",
    "bib/press.bib": "@online{post2016swarm,\n  title = {{Swarm}},\n}\n",
}
TEXT = """# Hives

!!! abstract "Abstract"

    Not counted. Nor this.

One.[@linden2011roofs] Two.[@post2016swarm; @linden2011roofs] Three.

- Item.[@post2016swarm, p. 2]

| Hive | Bees |
|---|---|
| Old | 3[@post2016swarm] |
| New | 4 |

/// table-caption
Hives.
///

!!! editorial "E1"
"""
HEADING = '<h1 id="hives">Hives<a class="headerlink" href="#hives">&para;</a></h1>\n'
ABSTRACT = '<div class="admonition abstract">\n<p class="admonition-title">Abstract</p>\n<p>Not counted. Nor this.</p>\n</div>\n'


@pytest.fixture
def book():
    other = '# Bees\n\n!!! abstract "Abstract"\n\n    A.\n\nOne.\n'
    sources = [Source(path, text) for path, text in BIB.items()]
    return read.monograph([*sources, Source("docs/a/bees.md", other), Source("docs/hives.md", TEXT)])


def chapter(book):
    return chapters.by_name(book)["hives.md"]


def test_counts_are_those_of_the_marks_on_the_page(book):
    found = verify.counts(chapter(book).page, book)
    assert found == {"scholarly": 2, "official": 0, "press": 2, "primary": 0, "author": 0, "none": 3} and list(found) == list(SUPPORTS)
    shown = re.findall(r'<span class="claim claim--(\w+)"', marked(chapter(book).page, book))
    assert {name: shown.count(name) for name in SUPPORTS} == found


def test_the_switch_stands_hidden_after_the_abstract_with_every_support_named(book):
    done = verify.with_switch(f"{HEADING}{ABSTRACT}<p>One.</p>", chapter(book), book)
    tree = html.document_fromstring(done)
    block = tree.xpath("//div[@class='verify']")[0]
    assert block.getprevious().get("class") == "admonition abstract" and block.getnext().text == "One."
    assert "hidden" in block.attrib and "data-search-exclude" in block.attrib
    assert block.xpath(".//label/input[@type='checkbox'][@role='switch'][not(@checked)]")
    legend = block.xpath(".//li")
    assert [item.get("data-support") for item in legend] == list(SUPPORTS)
    for item, (label, letter) in zip(legend, SUPPORTS.values(), strict=True):
        assert label in item.text_content() and [b.text for b in item.xpath(".//b")] == [letter] * bool(letter)
    assert [int(n.text) for n in block.xpath(".//span[@class='verify__count']")] == [2, 0, 2, 0, 0, 3]


def test_what_figures_cite_is_counted_with_the_text():
    """Three rows with a note in a table drawn from data: two cells of a newspaper, one of a book."""
    bodies = [("queen", "@post2016swarm"), ("drone", "@linden2011roofs; @post2016swarm"), ("worker", "@post2016swarm")]
    data = "".join(f"- id: {name}\n  kind: body\n  at: formation\n  name: {name}\n  does: Hums.\n  cite: '[{cite}]'\n" for name, cite in bodies)
    text = '# A\n\n!!! abstract "Abstract"\n\n    All.\n\nOne.[@linden2011roofs] Two.\n\n```figure\norganisation\n```\n'
    book = read.monograph([*(Source(*bib) for bib in BIB.items()), Source("docs/a.md", text), Source("data/structure.yml", data)])
    found = verify.counts(book.pages[0], book)
    assert found == {"scholarly": 2, "official": 0, "press": 2, "primary": 0, "author": 0, "none": 1}
    marks = re.findall(r'<span class="claim claim--(\w+)"', with_figures(read.markdown.page("a.md", marked(book.pages[0], book))[0], book))
    assert {name: marks.count(name) for name in SUPPORTS} == found


def test_the_legend_leads_to_the_ledger_by_the_address_that_the_page_has_for_it(book):
    line = '<p class="support-line">Of 2 claims (<a href="../x/evidence.html#hives">evidence ledger</a>).</p>'
    legend = html.document_fromstring(verify.with_switch(f"{HEADING}{ABSTRACT}{line}", chapter(book), book)).xpath("//div[@class='verify']//p")[0]
    assert legend.xpath("./a/@href") == ["../x/evidence.html#hives"] and legend.xpath("./a")[0].text == "evidence ledger"
    assert "mostly sentences that connect, introduce or speak of the book" in legend.text_content()
    other = verify.with_switch(HEADING + ABSTRACT + line.replace("#hives", "#bees"), chapter(book), book)
    assert not html.document_fromstring(other).xpath("//div[@class='verify']//p/a"), "not the section of another chapter"


def test_without_abstract_on_the_page_the_switch_follows_the_heading(book):
    done = verify.with_switch(f"{HEADING}<p>One.</p>", chapter(book), book)
    assert html.document_fromstring(done).xpath("//div[@class='verify']")[0].getprevious().tag == "h1"
    assert verify.with_switch("", chapter(book), book).strip().startswith('<div class="verify"')


def test_the_number_stands_beside_the_heading_and_not_in_it(book):
    done = chapter_numbers.with_number(f"{HEADING}{ABSTRACT}", chapter(book))
    number = html.document_fromstring(done).xpath("//p[@class='chapter-number']")[0]
    assert number.text == "Chapter 2" and number.getprevious().tag == "h1" and "data-search-exclude" in number.attrib
    assert done.replace(html.tostring(number, encoding="unicode", with_tail=False).replace('=""', ""), "").replace("\n", "") == (
        HEADING + ABSTRACT
    ).replace("\n", "")
    assert chapter_numbers.with_number("<p>No heading.</p>", chapter(book)) == "<p>No heading.</p>"
