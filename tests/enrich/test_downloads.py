"""The foot of a chapter: where its files are, and that other pages have none; and links to what a copy of the site has not."""

import pytest
from apparatus import read
from apparatus.enrich.downloads import of_site, with_downloads, without_links
from apparatus.grounds import bound_files, links
from apparatus.model import Source

CHAPTER = '# Wax\n\n!!! abstract "Abstract"\n    Of wax.\n\nText.\n\n- item\n'


def book(name, text=CHAPTER):
    return read.monograph([Source(f"docs/{name}", text)])


@pytest.mark.parametrize(
    ("name", "works", "data"), [("wax.md", "downloads/wax", "wax.json"), ("part/wax.md", "../downloads/part-wax", "wax.json")]
)
def test_a_chapter_ends_with_links_to_its_files(name, works, data):
    monograph = book(name)
    text = with_downloads(monograph.pages[0], monograph)
    assert text.startswith(CHAPTER.rstrip())
    found, _ = read.markdown.page(name, text)
    endings = (".pdf", "-markdown.zip", ".bib", ".ris", ".json")
    assert [link.target for link in found.links] == [*(f"{works}{ending}" for ending in endings), data]
    assert found.paragraphs[-1].kind == "paragraph"


def test_a_page_without_abstract_is_left_as_it_is():
    monograph = book("wax.md", "# Wax\n\nText.\n")
    assert with_downloads(monograph.pages[0], monograph) == "# Wax\n\nText.\n"


def test_what_is_made_of_the_site_may_be_linked_to():
    monograph = book("part/wax.md")
    made = of_site(monograph)
    assert made[-2:] == ("downloads/part-wax.pdf", "downloads/part-wax-markdown.zip") and len(made) == len(bound_files.WHOLE) + 2
    assert set(made) <= links.files(monograph)


UNMADE = {"downloads/book.pdf"}


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("inside/aims/", "../../downloads/book.pdf"),
        ("inside/aims.html", "../downloads/book.pdf"),
        ("", "downloads/book.pdf"),
        ("index.html", "downloads/book.pdf"),
    ],
)
def test_a_link_to_what_is_not_made_becomes_its_words_or_leads_to_the_site(url, href):
    page = f'<p>See <a class="x" href="{href}"><b>the\nbook</b></a>, <a href="{href}x">another</a> and <a name="n">a place</a>.</p>'
    bare = without_links(page, url, UNMADE)
    assert f'See <span title="Not in this copy of the site"><b>the\nbook</b></span>, <a href="{href}x">another</a>' in bare
    there = without_links(page, url, UNMADE, "https://bees.example/")
    assert there == page.replace(f'"{href}"', '"https://bees.example/downloads/book.pdf"')


def test_what_is_made_stays_a_link():
    page = '<p><a href="../downloads/book.bib">works</a></p>'
    assert without_links(page, "wax/", UNMADE) == page
