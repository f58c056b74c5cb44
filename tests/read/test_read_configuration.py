"""Settings, the edition's date and the waivers: what is read of them, and what is said of the rest."""

import gc
from datetime import date

import pytest
from apparatus import read
from apparatus.model import Source
from apparatus.read import configuration, waivers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("site_name: A\nnav:\n  - index.md\n", [("index.md", "", 3, 5)]),
        ("nav:\n  - Home: index.md\n  - Part:\n      - a.md\n      - B: b.md\ntheme: x\n", [("index.md", "Home", 2, 11), ("a.md", "", 4, 9), ("b.md", "B", 5, 12)]),
        ("nav:\n  - 5\n  - a.md\n", [("a.md", "", 3, 5)]),
        ("nav: []\n", []),
        ("site_name: A\n", None),
        ("", None),
        ("- nav\n", None),
    ],
)
def test_the_navigation(text, expected):
    entries, faults = configuration.navigation("mkdocs.yml", text)
    assert not faults
    told = entries if entries is None else [(e.target, e.title, e.location.line, e.location.column) for e in entries]
    assert told == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: A\ndate-released: '2026-11-22'\n", date(2026, 11, 22)),
        ("date-released: 2026-11-22\nversion: 1\n", date(2026, 11, 22)),
        ("date-released: [2026]\n", None),
        ("title: A\n", None),
        ("", None),
    ],
)
def test_the_date_of_the_edition(text, expected):
    assert configuration.edition("CITATION.cff", text) == (expected, ())


def test_a_date_that_is_none():
    edition, (fault,) = configuration.edition("CITATION.cff", "title: A\ndate-released: 'May 2026'\n")
    assert edition is None
    assert (fault.code, fault.location.line, fault.message) == ("READ003", 2, "'May 2026' is no date")


@pytest.mark.parametrize("reader", [configuration.navigation, configuration.edition])
def test_settings_that_do_not_parse(reader):
    found, (fault,) = reader("x.yml", "a: [\n")
    assert (found, fault.code) == (None, "READ003")


def test_waivers_in_order_each_field_in_one_line():
    found, faults = waivers.waivers("bib/waivers.yml", "- code: BIB002\n  place: docs/a.md\n  reason: >\n    It is\n    right.\n- date: '2026-11-22'\n")
    assert not faults
    assert [(w.code, w.place, w.reason, w.date, w.location.line) for w in found] == [("BIB002", "docs/a.md", "It is right.", "", 1), ("", "", "", "2026-11-22", 6)]


def test_the_collection_of_garbage_goes_on_afterwards_if_it_did_before():
    for switch, on in ((gc.disable, False), (gc.enable, True)):
        switch()
        read.monograph([Source("docs/a.md", "# A\n")])
        assert gc.isenabled() is on
