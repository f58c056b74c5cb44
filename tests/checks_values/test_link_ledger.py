"""The ledger set against the book: rows out of place, rows renewed in the text, and what an answer makes of a row."""

from itertools import combinations, permutations

import pytest
from apparatus.grounds import ledger
from apparatus.grounds.answers import LONGEST, Answer, checked, is_passing, status, wants_get
from apparatus.model import LinkRow, Location


def row(url, line=1, **fields):
    values = {"first_seen": "2026-11-22", "last_checked": "", "status": "unchecked", "detail": "", "archive": "", "redirect": ""}
    return LinkRow(url, *(values | fields).values(), Location("bib/links.lock", line))


def letters(rows):
    return "".join(row.url for row in rows)


RUNS = {"": "", "a": "", "abcd": "", "zabc": "z", "abca": "a", "aab": "a", "acbd": "c", "dcba": "dcb"}


@pytest.mark.parametrize(("written", "astray"), RUNS.items())
def test_the_fewest_rows_are_out_of_place(written, astray):
    assert letters(ledger.out_of_place([row(url, n) for n, url in enumerate(written, 1)])) == astray


def test_without_the_rows_out_of_place_the_others_are_in_order():
    for order in permutations("abcde"):
        rows = [row(url, n) for n, url in enumerate([*order, "c"], 1)]
        astray = ledger.out_of_place(rows)
        kept = letters(each for each in rows if each not in astray)
        in_order = [some for size in range(7) for some in combinations(letters(rows), size) if [*some] == sorted({*some})]
        assert tuple(kept) in in_order and len(kept) == max(map(len, in_order))


def test_a_row_is_written_as_it_is_read():
    full = row("u", last_checked="2026-12-01", status="alive", detail="200", archive="a", redirect="r")
    assert ledger.line(full) == "u 2026-11-22 2026-12-01 alive 200 a r"
    assert ledger.line(row("u")) == "u 2026-11-22 - unchecked - - -"
    line = ledger.line(full)
    assert [line[ledger.place(full, name).column - 1 :].split()[0] for name in ledger.FIELDS] == line.split()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_only_the_rows_given_are_renewed(mark, end):
    new = "2026-11-22 - unchecked - - -"
    lines = [f"{mark}a {new}", f"# b {new}", "b half a row", "", f"b {new}"]
    after = ledger.updated(end.join(lines), {"a": row("a", status="alive"), "b": row("b", status="dead"), "c": row("c")})
    assert after.split(end) == [f"{mark}a 2026-11-22 - alive - - -", *lines[1:4], "b 2026-11-22 - dead - - -"]
    assert ledger.updated(end.join(lines), {}) == end.join(lines)


STATUS = {
    **dict.fromkeys((Answer(200), Answer(204), Answer(206)), "alive"),
    **dict.fromkeys((Answer(404), Answer(410), Answer(fault="dns")), "dead"),
    **dict.fromkeys(map(Answer, (300, 302, 400, 401, 403, 405, 418, 429, 451, 500, 502, 503, 504)), "unknown"),
    **dict.fromkeys(map(lambda word: Answer(fault=word), "loop malformed private refused reset resolver timeout tls".split()), "unknown"),
}


@pytest.mark.parametrize("answer", STATUS, ids=lambda answer: answer.fault or str(answer.code))
def test_what_is_alive_and_what_is_dead(answer):
    assert status(answer) == STATUS[answer]


def test_when_to_ask_again():
    codes = (200, 302, 400, 403, 404, 405, 410, 429, 500, 501, 503)
    assert [code for code in codes if wants_get(Answer(code))] == [400, 403, 404, 405, 410, 500, 501]
    assert [code for code in codes if is_passing(Answer(code))] == [429, 500, 503]
    words = "address dns loop malformed private refused reset resolver scheme timeout tls too-many-redirects unreachable".split()
    assert [word for word in words if is_passing(Answer(fault=word))] == ["malformed", "reset", "resolver", "timeout", "unreachable"]
    assert [word for word in words if wants_get(Answer(fault=word))] == ["malformed", "reset", "timeout"]


def test_a_row_after_an_answer():
    before = row("u", archive="a", first_seen="2020-01-01", redirect="old")
    assert ledger.line(checked(before, Answer(200, redirect="r"), "2026-12-01")) == "u 2020-01-01 2026-12-01 alive 200 a r"
    assert ledger.line(checked(before, Answer(fault="timeout"), "2026-12-01")) == "u 2020-01-01 2026-12-01 unknown timeout a -"


def test_a_redirect_that_is_too_long_loses_its_parameters():
    address = "https://e.org/a"
    assert checked(row("u"), Answer(200, redirect=f"{address}?{'x' * LONGEST}"), "2026-12-01").redirect == address
    assert checked(row("u"), Answer(200, redirect=address + "x" * LONGEST), "2026-12-01").redirect == ""
