"""Archived copies: where the copy of an entry's page is to be found."""

import pytest
from apparatus.grounds.archives import archived
from apparatus.model import Entry, Field, Location

PLACE = Location("bib/press.bib")


def entry(path="bib/press.bib", **fields):
    return Entry("a2000", "online", tuple(Field(name, value, PLACE) for name, value in fields.items()), Location(path))


URL = "https://e.org/a?b=c#d"
COPY = "https://web.archive.org/web/{}/" + URL
DATES = {
    "2020-08-14": "20200814",
    "{2020-08-14}": "20200814",
    "2020-08": "202008",
    "2020": "2020",
    "2020-08-14T10:00:00": "20200814",
    "2020-08~": "202008",
    "2020-21": "",  # a season
    "2020-08-32": "",
    "2019/2020": "",
    "20200814": "",
    "14 August 2020": "",
    "202X": "",
    "٢٠٢٠": "",
    "": "",
}


@pytest.mark.parametrize("date", DATES)
def test_the_copy_is_that_of_the_day_of_access_or_of_as_much_as_is_known_of_it(date):
    assert archived(entry(url=URL, urldate=date)) == (COPY.format(DATES[date]) if DATES[date] else "")


def test_an_entry_may_name_another_day_or_another_copy():
    assert archived(entry(url=URL, urldate="2020-08-14", archivedate="2019-05-01")) == COPY.format("20190501")
    assert archived(entry(url=URL, archivedate="2019")) == COPY.format("2019")
    assert archived(entry(url=URL, urldate="2020-08-14", archivedate="soon")) == COPY.format("20200814")
    assert archived(entry(url=URL, urldate="2020-08-14", archiveurl="https://archive.ph/AbC")) == "https://archive.ph/AbC"
    assert archived(entry(url=URL, urldate="2020-08-14", archiveurl="see the note")) == COPY.format("20200814")
    assert archived(entry(archiveurl="https://archive.ph/AbC")) == ""


NONE = [
    *("", "ftp://e.org/a", "e.org/a", "https://e.org/a b", "https://reader:secret@e.org/"),
    *("https://web.archive.org/web/2020/https://e.org/", "http://archive.today/AbC"),
]


@pytest.mark.parametrize("url", NONE)
def test_what_is_no_page_of_the_web_or_is_a_copy_itself_has_none(url):
    assert archived(entry(url=url, urldate="2020-08-14")) == ""


def test_extremist_material_has_none():
    assert archived(entry(url=URL, urldate="2020-08-14", keywords="a, Extremist")) == ""
    assert archived(entry("bib/primary.bib", url=URL, urldate="2020-08-14")) == ""
    assert archived(entry(url=URL, urldate="2020-08-14", keywords="extremist", archiveurl="https://archive.ph/AbC")) == ""
