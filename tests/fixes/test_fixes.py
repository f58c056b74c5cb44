"""Mechanical fixes: what they mend, what they leave alone, and that a second run finds nothing."""

import subprocess
import sys
from pathlib import Path

import pytest
from apparatus import checks, fixes, read
from apparatus.fixes.addresses import cleaned
from apparatus.model import Source

ROOT = Path(__file__).parents[2]


def mend(path, text, changed=()):
    book = read.monograph([Source(path, text)])
    return fixes.mended(book, fixes.edits(book, checks.run(book), changed)).get(path, text)


def entry(field):
    return f"% kept\n@article{{a2000x,\n  {field},\n  date = {{2000}}, % kept too\n}}\n"


ENTRIES = {
    "pages = {3-9}": "pages = {3--9}",
    "pages = {3–9, 12 - 14}": "pages = {3--9, 12--14}",
    "pages = {3---9}": "pages = {3--9}",
    "url = {https://e.org/a?utm_source=x&id=3}": "url = {https://e.org/a?id=3}",
    "url = {https://e.org/a#:~:text=b%20c}": "url = {https://e.org/a}",
    "title = {The ISIL Threat}": "title = {{The ISIL Threat}}",
    "title = {Cafe\u0301}": "title = {Café}",
}
KEPT = [
    *("pages = {3--9}", "pages = {7}", "pages = {e12-x3, see p. 4}", "pages = pp", "title = {{The ISIL Threat}}"),
    *("title = {The {ISIL} threat}", "title = {A plain title}", "url = {https://e.org/a?b=utm_source#part-3}"),
    *("url = {https://e.org/?a=1&&b=2}", "note = {pp. 3-9}", 'title = "The ISIL Threat"'),
]


@pytest.mark.parametrize("written", ENTRIES)
def test_an_entry_is_mended_and_nothing_else_is_touched(written):
    mended = mend("bib/w.bib", entry(written))
    assert mended == entry(ENTRIES[written])
    assert mend("bib/w.bib", mended) == mended


@pytest.mark.parametrize("written", KEPT)
def test_what_is_right_or_unclear_stays(written):
    assert mend("bib/w.bib", entry(written)) == entry(written)


PROSE = {
    "In 2016-17 and 7,000-8,500 men.[@a2000x, pp. 3-9]": "In 2016–17 and 7,000–8,500 men.[@a2000x, pp. 3-9]",
    "From 2016-2017.\r\nMore in 2018-19.\r\n": "From 2016–2017.\r\nMore in 2018–19.\r\n",
    "On 2020-05-17, code `3-4`, https://e.org/3-4, S-4, 9-11-x, 0-306-40615-2, [a](b-3-4.md), COVID-19.": None,
    "    3-4 in code\n": None,
    "A list 3-4-5 and 1.3-4 and 3-4.5.": None,
}


@pytest.mark.parametrize("written", PROSE)
def test_ranges_in_prose(written):
    end = "" if written.endswith("\n") else "\n"
    expected = (PROSE[written] or written) + end
    assert mend("docs/p.md", written + end) == expected
    assert mend("docs/p.md", expected) == expected


def test_fields_are_put_in_order_only_where_the_entry_changed():
    text = "@book{a,\n  date = {2000},\n  title = {A\n    b},\n  author = {L, A}\n}\n"
    ordered = "@book{a,\n  author = {L, A},\n  title = {A\n    b},\n  date = {2000},\n}\n"
    assert mend("bib/w.bib", text) == text
    assert mend("bib/w.bib", text, ["a"]) == ordered == mend("bib/w.bib", ordered, ["a"])


@pytest.mark.parametrize("body", ["  date = {2000},\n  % a remark\n  author = {L, A},\n", "  date = {2000}, author = {L, A},\n\n  title = {A},\n"])
def test_an_entry_with_remarks_or_of_another_shape_is_not_reordered(body):
    text = f"@book{{a,\n{body}}}\n"
    assert mend("bib/w.bib", text, ["a"]) == text


@pytest.mark.parametrize("address", ["https://e.org/a?x=1#p=2", "https://e.org/?", "not an address", "", "https://e.org/a#b:c"])
def test_harmless_addresses_stay(address):
    assert cleaned(address) == address.removesuffix("?")


def run(*arguments):
    return subprocess.run([sys.executable, "hooks/fix.py", *map(str, arguments)], cwd=ROOT, capture_output=True, text=True)


GOOD = sorted(path.parent.name for path in (ROOT / "tests/checks").glob("*/good"))


@pytest.mark.parametrize("name", GOOD)
def test_what_the_checks_let_stand_is_not_touched(site, name):
    book = read.book(site(ROOT / "tests/checks" / name / "good"))
    assert fixes.edits(book, checks.run(book)) == ()


def test_one_range_of_a_line_is_mended_and_a_legal_one_beside_it_stays():
    assert mend("docs/p.md", "In 2016-17 they won 3-0.[@a2000x]\n") == "In 2016–17 they won 3-0.[@a2000x]\n"


def test_the_command_mends_once_and_says_what_it_did(site):
    root = site()
    path = root / "bib/scholarship.bib"
    path.write_text(path.read_text("utf-8").replace("1--9", "1-9"), "utf-8")
    first, second = run(root), run(root)
    assert first.stdout == "bib/scholarship.bib:16:11: page range of 'hazel2015wax' written with --\n1 mended\n"
    assert second.stdout == "nothing to mend\n" and first.returncode == second.returncode == 0


def test_the_real_book_needs_no_mending():
    book = read.book(ROOT)
    assert [f"{edit.location}: {edit.what}" for edit in fixes.edits(book, checks.run(book))] == []
