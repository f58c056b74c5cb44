"""The pages made at build: clean under every check, as those written by hand, with the anchors that links to them name."""

from pathlib import Path

import pytest
from apparatus import checks, manual, pages, read, records, references, report
from apparatus.grounds import links

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def book():
    return read.book(ROOT)


@pytest.fixture(scope="module")
def rendered(book):
    printed, _ = references.references(book.entries, ROOT / "bib/house.csl", ROOT / ".cache")
    made = pages.rendered(book, printed, records.works(book.entries, ROOT / ".cache"))
    return {**made, manual.PAGE: manual.render()}


@pytest.fixture(scope="module")
def whole(book, rendered):
    return pages.monograph(book, rendered)


def test_no_findings_on_generated_pages(whole):
    assert [report.line(finding) for finding in checks.run(whole)] == []


def test_the_checks_see_generated_pages(book, rendered):
    """A slip of each kind on a generated page is found there."""
    slips = {
        "apparatus/bibliography.md": ("\nHives stood here in 1815.\n\n[Nowhere](works/nobody.md)\n", {"TXT020", "LNK001"}),
        "apparatus/works/sarkar2020.md": ("\nSee [it](../../inside/leadership.md#p900).\n\n#### Too deep\n", {"LNK002", "LNK011", "PAGE010"}),
    }
    for name, (slip, codes) in slips.items():
        found = checks.run(pages.monograph(book, {**rendered, name: rendered[name] + slip}))
        assert {finding.location.path for finding in found} == {f"docs/{name}"}
        assert codes <= {finding.code for finding in found}


def test_the_lists_of_generated_pages_agree(book, rendered):
    assert set(rendered) == links.generated(book)


def test_links_may_name_the_anchors_that_generated_pages_have(book, whole, rendered):
    """What a link from a hand-written page may name without the pages being made is there once they are."""
    promised, there = links.anchors(book), links.anchors(whole)
    for name in rendered:
        if name in promised:
            assert promised[name] <= there[name], name


def test_no_generated_page_is_kept_as_a_file(rendered):
    assert [name for name in rendered if (ROOT / "docs" / name).exists()] == []


def test_the_same_sources_give_the_same_bytes(book, rendered):
    printed, _ = references.references(book.entries, ROOT / "bib/house.csl", ROOT / ".cache")
    again = pages.rendered(read.book(ROOT), printed, records.works(book.entries, ROOT / ".cache"))
    assert list(again.items()) == [(name, text) for name, text in rendered.items() if name != manual.PAGE]


def test_extremist_material_has_no_link_and_no_address(book, rendered):
    for entry in book.entries:
        if "extremist" in entry.keywords:
            assert "://" not in rendered[f"apparatus/works/{entry.citekey}.md"]
