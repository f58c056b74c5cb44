"""Site, PDF and EPUB hold the same book: chapters, paragraphs, notes, figures, tables, and where links lead.

Each form is read by itself, from what it gives to its readers, and brought into a plain tree (parity_facts). What may differ is listed in
one place for each form, with its reason: NOT_OF_THE_BOOK in parity_site and parity_epub, ADDED in parity_print.
"""

import re
from collections import defaultdict

import bound_book
import parity_epub
import parity_pdf
import parity_site
import pytest
from parity_facts import INDEX_OF_NAMES, KINDS, Form, differences, entry, letters, plain

BIBLIOGRAPHY = "Bibliography"
FORMS = ("iskp-book.pdf", "iskp-book-large-print.pdf", "iskp-book.epub")
PRINTS = FORMS[:2]


@pytest.fixture(scope="module")
def downloads(built):
    return bound_book.downloads(built)


@pytest.fixture(scope="module")
def site(built):
    return parity_site.read(built)


@pytest.fixture(scope="module")
def prints(downloads):
    return {name: parity_pdf.read((downloads / name).read_bytes()) for name in PRINTS}


@pytest.fixture(scope="module")
def epub(downloads):
    return parity_epub.read((downloads / "iskp-book.epub").read_bytes())


@pytest.fixture(scope="module")
def forms(prints, epub):
    return {name: printed.form for name, printed in prints.items()} | {"iskp-book.epub": epub.form}


@pytest.mark.parametrize("name", FORMS)
def test_the_divisions_are_the_same(site, forms, name):
    about = [title for title in site.divisions if title != INDEX_OF_NAMES]
    assert [title for title in forms[name].divisions if title != INDEX_OF_NAMES] == about
    assert INDEX_OF_NAMES in forms[name].divisions


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", FORMS)
def test_they_hold_the_same(site, forms, name, kind):
    assert any(told == kind for _, told in site.told), "the site has nothing of the kind"
    assert differences(site, forms[name], kind) == []


def places(form: Form, title: str) -> set[tuple[str, str, str]]:
    """What is listed with the places where it stands: name or work, division, first letters."""
    listed = [place for place in form.divisions[title].iter("place") if place.get("division")]  # the site has ways out of the book, too
    return {(place.get("of"), place.get("division"), place.get("start")) for place in listed}


def entries(form: Form) -> set[str]:
    return {letters(entry("".join(name.itertext()))) for name in form.divisions[INDEX_OF_NAMES].iter("entry")}


def test_the_epub_lists_the_places_of_works(site, forms):
    assert places(forms["iskp-book.epub"], BIBLIOGRAPHY) == places(site, BIBLIOGRAPHY)


@pytest.mark.parametrize("name", FORMS)
def test_the_index_has_every_record_of_the_site(site, forms, name):
    assert len(entries(site)) > 200
    assert entries(site) <= entries(forms[name])


def test_the_index_of_the_epub_lists_the_places_that_the_site_lists(site, forms):
    assert len(places(site, INDEX_OF_NAMES)) > 500
    assert places(site, INDEX_OF_NAMES) <= places(forms["iskp-book.epub"], INDEX_OF_NAMES)


@pytest.mark.parametrize("title", [INDEX_OF_NAMES, BIBLIOGRAPHY])
@pytest.mark.parametrize("name", PRINTS)
def test_printed_pages_are_those_of_the_places(site, prints, name, title):
    book = prints[name]
    printed = defaultdict(set)
    for place in book.form.divisions[title].iter("place"):
        printed[place.get("of")] |= book.numbered(place.get("printed"))
    assert printed
    astray = [place for place in places(site, title) if not book.where[place[1:]] & printed[place[0]]]
    assert sorted(astray) == []


@pytest.mark.parametrize("name", PRINTS)
def test_links_print_the_page_where_they_lead(prints, name):
    book = prints[name]
    links = [link for division in book.form.divisions.values() for link in division.iter("link", "place")]
    links = [link for link in links if link.get("spot") and link.get("printed")]
    assert len(links) > 1000
    assert [(plain("".join(link.itertext())), link.get("printed"), link.get("leads")) for link in links if not _agrees(link)] == []


def _agrees(link) -> bool:
    return link.get("printed").partition("–")[0] == link.get("leads")


@pytest.mark.parametrize("name", PRINTS)
def test_links_print_the_address_where_they_lead(prints, name):
    links = [link for division in prints[name].form.divisions.values() for link in division.iter("link") if link.get("url")]
    assert len(links) > 1000
    assert [(plain("".join(link.itertext())), link.get("url")) for link in links if not link.get("printed")] == []


@pytest.mark.parametrize("name", PRINTS)
def test_the_contents_print_the_page_where_they_lead(prints, name):
    book = prints[name]
    listed = [link for link in book.contents if link.get("leads")]
    assert {link.get("division") for link in listed if not link.get("start")} >= set(book.form.divisions)
    assert [(words, link.get("leads")) for link in listed if not (words := plain("".join(link.itertext()))).endswith(link.get("leads"))] == []


@pytest.mark.parametrize("name", PRINTS)
def test_bookmarks_lead_to_what_they_name(prints, name):
    """A chapter's begins with its number; the beginning of a division has no letters of its own."""
    book = prints[name]
    assert set(book.form.divisions) <= {re.sub(r"^\d+ ", "", title) for title, _ in book.bookmarks}
    assert [(title, begins) for title, begins in book.bookmarks if begins not in ("", letters(title))] == []


@pytest.mark.parametrize("name", PRINTS)
def test_every_page_has_a_label_of_its_own(prints, name):
    """Small Roman numbers before the first chapter, then Arabic ones without a gap, blank pages counted."""
    labels = prints[name].labels
    front = labels.index("1")
    assert not any(label.isdigit() for label in labels[:front])
    assert labels[front:] == [str(number) for number in range(1, len(labels) - front + 1)]


def test_the_epub_lists_the_pages_of_the_print(prints, epub):
    """Every page of the book, at the first place that begins on it or after it; at the end of a division, the last before."""
    book = prints["iskp-book.pdf"]
    listed = [(book.labels.index(label), title, book.where[title, start]) for label, title, start in epub.pages]
    pages = [page for page, _, _ in listed]
    assert pages == sorted(set(pages))
    begun = set().union(*book.where.values())
    assert [book.labels[page] for page in sorted(begun - set(pages))] == []
    places = {(title, min((on for on in begins if on >= page), default=max(begins))) for page, title, begins in listed}
    astray = []
    for page, title, begins in listed:
        own = [on for other, on in places if other == title]
        due = min((on for on in own if on >= page), default=max(own))
        astray += [book.labels[page]] * (due not in begins)
    assert astray == []
