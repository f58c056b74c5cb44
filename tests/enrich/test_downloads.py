"""The foot of a chapter: where its files are, and that other pages have none."""

import pytest
from apparatus import read
from apparatus.enrich.downloads import with_downloads
from apparatus.model import Source

CHAPTER = '# Wax\n\n!!! abstract "Abstract"\n    Of wax.\n\nText.\n\n- item\n'


@pytest.mark.parametrize(
    ("name", "works", "data"), [("wax.md", "downloads/wax", "wax.json"), ("part/wax.md", "../downloads/part-wax", "wax.json")]
)
def test_a_chapter_ends_with_links_to_its_files(name, works, data):
    monograph = read.monograph([Source(f"docs/{name}", CHAPTER)])
    text = with_downloads(monograph.pages[0], monograph)
    assert text.startswith(CHAPTER.rstrip())
    found, _ = read.markdown.page(name, text)
    assert [link.target for link in found.links] == [f"{works}.bib", f"{works}.ris", f"{works}.json", data]
    assert found.paragraphs[-1].kind == "paragraph"


def test_a_page_without_abstract_is_left_as_it_is():
    monograph = read.monograph([Source("docs/wax.md", "# Wax\n\nText.\n")])
    assert with_downloads(monograph.pages[0], monograph) == "# Wax\n\nText.\n"
