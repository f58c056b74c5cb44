"""The ways from a page to its sources: which places have them, where they lead, and that nothing changes where no repository is known."""

import re
from pathlib import Path

import pytest
import yaml
from apparatus import read
from apparatus.enrich.doors import with_doors
from apparatus.evidence.origins import origins
from apparatus.grounds.forges import FORM, repository
from apparatus.model import Source
from lxml import html

ROOT = Path(__file__).parents[2]
HIVES = """---
title: Hives
---

# Hives

!!! editorial "E1"

They stand on roofs.[@linden2011roofs]

- One is blue.
"""
SOURCES = [
    Source("docs/parts/hives.md", HIVES),
    Source("bib/scholarship.bib", "% Works\n@book{linden2011roofs,\n  title = {Roofs},\n}\n"),
    Source("data/editorial.yml", "- id: E1\n  title: How many\n  short: Two.\n"),
    Source("data/people.yml", "- id: linden\n  name: Linden\n- id: aside\n  name: Aside\n  named_in_passing: true\n"),
    Source("data/glossary.yml", "- term: Wax moth\n  definition: A moth.\n"),
    Source("data/concordance.yml", "- note: 1\n  work: linden2011roofs\n- note: 2\n  work: linden2011roofs\n"),
]
BOOK = read.monograph(SOURCES)
FORGE = repository({"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "example/book"})


def doors(text, name, url="", site=""):
    """The addresses below the repository that each door of a page leads to, by its label."""
    tree = html.fragment_fromstring(with_doors(text, name, url, BOOK, FORGE, site), create_parent=True)
    links = tree.xpath("//a[contains(@class, 'door ')] | //details[@class='doors-of-page']//a")
    return {a.get("aria-label") or a.text_content(): a.get("href").removeprefix("https://github.com/example/book/") for a in links}


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("parts/hives.md", "docs/parts/hives.md:1"),
        ("parts/hives.md#p1", "docs/parts/hives.md:9"),
        ("parts/hives.md#p2", "docs/parts/hives.md:11"),
        ("parts/hives.md#editorial-e1", "data/editorial.yml:1"),
        ("apparatus/editorial-notes.md#e1", "data/editorial.yml:1"),
        ("apparatus/bibliography.md#linden2011roofs", "bib/scholarship.bib:2"),
        ("apparatus/works/linden2011roofs.md", "bib/scholarship.bib:2"),
        ("apparatus/glossary.md#wax-moth", "data/glossary.yml:1"),
        ("apparatus/concordance.md#n2", "data/concordance.yml:3"),
        ("register/people.md", "data/people.yml:1"),
        ("register/people/linden.md", "data/people.yml:1"),
        ("register/people.md#aside", "data/people.yml:3"),
    ],
)
def test_where_a_place_is_written(target, place):
    found = origins(BOOK)[target]
    assert f"{found.path}:{found.line}" == place


def test_what_is_counted_or_gathered_has_no_source_of_its_own():
    assert not {"apparatus/evidence.md", "apparatus/bibliography.md", "about/checks.md"} & set(origins(BOOK))


def test_a_paragraph_has_two_doors_beside_its_number():
    text = '<h1 id="hives">Hives</h1>\n<p><a class="para" id="p1" href="#p1" data-n="1" aria-label="Paragraph 1"></a>They stand.</p>'
    assert doors(text, "parts/hives.md", "parts/hives/") == {
        "Edit this page": "edit/main/docs/parts/hives.md",
        "Report an error on this page": f"issues/new?template={FORM}&place=parts%2Fhives%2F",
        "Edit paragraph 1": "edit/main/docs/parts/hives.md#L9",
        "Report an error in paragraph 1": f"issues/new?template={FORM}&place=parts%2Fhives%2F%23p1",
    }
    made = with_doors(text, "parts/hives.md", "parts/hives/", BOOK, FORGE)
    assert re.search(r'aria-label="Paragraph 1"></a><span class="doors" data-search-exclude><a class="door door--edit"', made)
    assert html.fragment_fromstring(made, create_parent=True).xpath("string(p)") == "They stand."  # the doors hold no words


def test_a_report_names_the_address_where_it_is_known():
    found = doors("<h1>Hives</h1>", "parts/hives.md", "parts/hives/", "https://book.example/")
    assert found["Report an error on this page"].endswith("place=https%3A%2F%2Fbook.example%2Fparts%2Fhives%2F")


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("apparatus/bibliography.md", '<li class="work" id="linden2011roofs">\n<p>Roofs.</p></li>', "bib/scholarship.bib#L2"),
        ("apparatus/editorial-notes.md", '<h2 id="e1">E1. How many</h2>', "data/editorial.yml"),
        ("apparatus/concordance.md", '<td><span id="n2">2</span></td>', "data/concordance.yml#L3"),
        ("apparatus/glossary.md", '<dt id="wax-moth">Wax moth</dt>', "data/glossary.yml"),
        ("register/people.md", '<h3 id="aside">Aside</h3>', "data/people.yml#L3"),
        ("parts/hives.md", '<p id="editorial-e1">Two.</p>', "data/editorial.yml"),
    ],
)
def test_a_record_leads_to_where_it_is_written(name, text, line):
    found = doors(text, name)
    assert {address for label, address in found.items() if label.startswith("Edit")} == {f"edit/main/{line}"}


@pytest.mark.parametrize(
    "text",
    [
        '<p>Nothing.</p><sup id="fnref:1"><a href="#fn:1">1</a></sup><li id="fn:1">A note.</li>',
        '<h2 id="elsewhere">A heading</h2><svg id="diagram-1"><g id="p1"></g></svg>',
        '<a class="para" id="p9"></a><a id="p1">A link with words</a>',
    ],
)
def test_nothing_else_has_doors(text):
    assert with_doors(text, "parts/hives.md", "parts/hives/", BOOK, FORGE) == text


def test_without_a_repository_the_page_stays_as_it_is():
    text = '<h1>Hives</h1><p><a class="para" id="p1"></a>They stand.</p>'
    assert with_doors(text, "parts/hives.md", "parts/hives/", BOOK, None) == text


def test_the_pencil_comes_after_the_number_of_the_chapter():
    made = with_doors('<h1>H</h1>\n<p class="chapter-number" data-search-exclude>Chapter 9</p><p>T</p>', "x.md", "x/", BOOK, FORGE)
    assert made.index("Chapter 9") < made.index("doors-of-page") < made.index("<p>T") and made.count("<details") == 1
    assert "Edit this page" not in made and "Report an error on this page" in made  # x.md is in no source


def test_the_form_that_reports_lead_to_has_the_field_they_fill_in():
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / FORM).read_text(encoding="utf-8"))
    (place,) = [field for field in form["body"] if field.get("id") == "place"]
    assert place["type"] == "input"
