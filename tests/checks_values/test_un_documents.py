"""The official address of a document of the United Nations: worked out from its symbol, and only where the entry needs it."""

import pytest
from apparatus import read
from apparatus.grounds import ledger
from apparatus.grounds.un_symbols import address, official
from apparatus.model import Entry, Field, Location, Source


def entry(kind="report", path="bib/un.bib", **fields):
    place = Location(path, 1)
    return Entry("a", kind, tuple(Field(name, value, place) for name, value in fields.items()), place)


@pytest.mark.parametrize(
    ("symbol", "wanted"),
    [
        ("S/2020/53", "https://undocs.org/S/2020/53"),
        ("S/RES/2178 (2014)", "https://undocs.org/S/RES/2178(2014)"),
        ("S/RES/2178(2014)", "https://undocs.org/S/RES/2178(2014)"),
        ("S/2020/35*", "https://undocs.org/S/2020/35"),
        ("S/2018/466/Add.1", "https://undocs.org/S/2018/466/Add.1"),
        ("A/RES/217 (III) [A]", "https://undocs.org/A/RES/217(III)%5BA%5D"),
        ("S/2020/", ""),
        ("17", ""),
        ("", ""),
    ],
)
def test_the_address_of_a_symbol(symbol, wanted):
    assert address(symbol) == wanted


def test_an_entry_that_gives_a_way_of_its_own_or_none_needs_no_other():
    number = {"number": "S/2020/53"}
    assert official(entry(**number)) and official(entry("misc", **number)) == "https://undocs.org/S/2020/53"
    assert not official(entry(**number, url="https://example.org/a")) and not official(entry(**number, doi="10.1000/1"))
    assert not official(entry("article", number="S/4")), "an issue of a journal is no symbol"
    assert not official(entry(**number, keywords="extremist")) and not official(entry(**number, path="bib/primary.bib"))
    assert not official(entry(title="A"))


def test_each_derived_address_has_a_row_in_the_ledger_and_no_archived_copy():
    text = "@report{a,\n  title = {{A}},\n  number = {S/2020/53},\n}\n@report{b,\n  number = {S/2020/54},\n  url = {https://example.org/b},\n}\n"
    needed = ledger.needed(read.monograph([Source("bib/un.bib", text)]))
    assert list(needed) == ["https://example.org/b", "https://undocs.org/S/2020/53"]
    found = needed["https://undocs.org/S/2020/53"]
    assert found.archives == ("",) and (found.address.place.path, found.address.place.line) == ("bib/un.bib", 3)
