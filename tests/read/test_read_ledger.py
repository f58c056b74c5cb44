"""The link ledger: which lines are rows, what their fields are, and what is said of the others."""

import time

import pytest
from apparatus import read
from apparatus.model import Source
from apparatus.read import ledger

ROW = "https://e.org/a 2026-11-22 2026-12-01 alive 200 https://web.archive.org/web/2020/https://e.org/a https://e.org/b"


def told(text):
    found, faults = ledger.rows("bib/links.lock", text)
    return [(row.url, str(row.location)) for row in found], [(fault.code, str(fault.location), fault.message) for fault in faults]


def test_the_fields_of_a_row():
    (row,), faults = ledger.rows("bib/links.lock", f"# Remark.\n\n{ROW}\n")
    assert not faults
    assert (row.url, row.first_seen, row.last_checked) == ("https://e.org/a", "2026-11-22", "2026-12-01")
    assert (row.status, row.detail) == ("alive", "200")
    assert (row.archive, row.redirect) == ("https://web.archive.org/web/2020/https://e.org/a", "https://e.org/b")
    assert str(row.location) == "bib/links.lock:3:1"


def test_a_hyphen_stands_for_nothing():
    (row,), _ = ledger.rows("bib/links.lock", "https://e.org/-a 2026-11-22 - unchecked - - -")
    assert (row.url, row.last_checked, row.detail, row.archive, row.redirect) == ("https://e.org/-a", "", "", "", "")


@pytest.mark.parametrize("text", [f"{ROW}\n", f"{ROW}\r\n", f"{ROW}\r", ROW, f"\ufeff{ROW}\n", f"{ROW}\n\n \n# a b\n#\n"])
def test_line_ends_remarks_and_byte_order_mark(text):
    assert told(text) == ([("https://e.org/a", "bib/links.lock:1:1")], [])


@pytest.mark.parametrize(
    ("line", "fields"),
    [("https://e.org/a", "1 field"), (f"{ROW} x", "8 fields"), (f"{ROW} ", "8 fields"), (f" {ROW}", "8 fields")]
    + [(ROW.replace(" ", "\t"), "1 field"), ("<<<<<<< mine", "2 fields"), (ROW.replace(" alive ", "  alive "), "8 fields")],
)
def test_a_line_that_is_no_row_is_named_and_stops_no_other(line, fields):
    found, faults = told(f"{ROW}\n{line}\n{ROW}\n")
    assert [place for _, place in found] == ["bib/links.lock:1:1", "bib/links.lock:3:1"]
    assert faults == [("READ008", "bib/links.lock:2:1", f"a line of {fields} where a row has 7")]


def test_no_ledger_and_an_empty_one_have_no_rows():
    assert read.monograph([]).links == () == read.monograph([Source("bib/links.lock", "")]).links
    assert [row.url for row in read.monograph([Source("bib/links.lock", ROW)]).links] == ["https://e.org/a"]


def test_a_large_ledger_is_read_at_once():
    text = f"{ROW}\n" * 6000
    start = time.process_time()
    assert len(ledger.rows("bib/links.lock", text)[0]) == 6000
    assert time.process_time() - start < 0.5  # 0.016 s when measured
