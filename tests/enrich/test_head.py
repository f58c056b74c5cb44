"""The head of a chapter's page names its files, by addresses that hold from where the page is served; the search box has a name."""

import pytest
from apparatus import read
from apparatus.enrich.head import with_files
from apparatus.enrich.theme import mended
from apparatus.evidence.chapters import by_name
from apparatus.model import Source
from lxml import html

TEXT = '# A\n\n!!! abstract "Abstract"\n\n    All of it.\n'
WHOLE = "<html><head><title>A</title></head><body><p>About &lt;/head> of hives.</p></body></html>"


@pytest.mark.parametrize(
    ("name", "url", "up"),
    [("hives/wax.md", "hives/wax/", "../"), ("hives/wax.md", "hives/wax.html", ""), ("wax.md", "wax/", "../"), ("wax.md", "wax.html", "")],
)
def test_a_chapter_names_its_data_and_its_sources(name, url, up):
    chapter = by_name(read.monograph([Source(f"docs/{name}", TEXT)]))[name]
    text = with_files(WHOLE, chapter, url)
    links = html.document_fromstring(text).xpath("/html/head/link")
    root, slug = up + "../" * name.count("/"), name.removesuffix(".md").replace("/", "-")
    assert [(link.get("rel"), link.get("type"), link.get("href")) for link in links] == [
        ("alternate describedby", "application/json", f"{up}wax.json"),
        ("related", "application/x-bibtex", f"{root}downloads/{slug}.bib"),
        ("related", "application/x-research-info-systems", f"{root}downloads/{slug}.ris"),
        ("related", "application/vnd.citationstyles.csl+json", f"{root}downloads/{slug}.json"),
    ]
    assert all(link.get("title") for link in links) and text.endswith(WHOLE.partition("</head>")[2])


def test_what_has_no_head_stays_as_it_is():
    chapter = by_name(read.monograph([Source("docs/wax.md", TEXT)]))["wax.md"]
    assert with_files("<p>Wax</p>", chapter, "wax/") == "<p>Wax</p>"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('<div class="md-search" data-x="a" role="dialog">', '<div class="md-search" aria-label="Search" data-x="a" role="dialog">'),
        ('<div class="md-search" role="dialog" aria-label="Find">', None),
        ('<div class="md-search__inner" role="search">', None),
        ('<div class="md-search"><p role="dialog">', None),
    ],
)
def test_the_box_for_search_gets_a_name_if_it_has_none(text, wanted):
    assert mended(text) == (wanted or text)
