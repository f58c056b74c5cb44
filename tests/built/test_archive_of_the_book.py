"""The archive file of the real book: valid, and with the text, the notes, the links and the drawings of the bound book, none missing."""

from pathlib import Path

import pytest
from apparatus import archival, read, volume
from apparatus.evidence import support
from apparatus.volume.imprint import imprint
from lxml import etree
from tei_reading import SUBJECTS, Written
from tei_schema import schema
from volume_reading import Meant

ROOT = Path(__file__).parents[2]
BOOK = read.book(ROOT)


@pytest.fixture(scope="module")
def bound(built):
    return volume.read(
        lambda name: (built / volume.address(name) / "index.html").read_text(encoding="utf-8"), BOOK, imprint(BOOK)
    )[0]


@pytest.fixture(scope="module")
def rendered(bound):
    return archival.render(bound, article=support.article(BOOK))


def test_it_is_valid(rendered):
    schema().assertValid(etree.fromstring(rendered.data))


def test_nothing_is_amiss(rendered):
    assert rendered.faults == ()


def test_it_says_what_the_book_says(rendered, bound):
    written, meant = Written(rendered.data), Meant(bound)
    assert [subject for subject in SUBJECTS if getattr(written, subject)() != getattr(meant, subject)()] == []


def test_it_names_the_article_as_its_source(rendered):
    source = etree.fromstring(rendered.data).find(".//{*}sourceDesc/{*}bibl")
    assert source.get("n") == support.article(BOOK)
    assert "Sarkar" in source.text
