"""The fix of the link ledger: rows added, removed, moved and corrected, nothing else touched, and a second run finds nothing."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from apparatus import checks, fixes, read
from apparatus.fixes.edit import Taken
from apparatus.grounds import ledger
from apparatus.model import Source

ROOT = Path(__file__).parents[2]
EDITION = Source("CITATION.cff", "date-released: '2026-11-22'\n")
LEDGER = "bib/links.lock"


def entries(*names):
    entry = "@online{{{0}2000,\n  url = {{https://e.org/{0}}},\n  urldate = {{2020-08-08}},\n}}\n"
    return Source("bib/a.bib", "".join(map(entry.format, names)))


def row(name, said="- unchecked -", archive=None):
    url = f"https://e.org/{name}"
    return f"{url} 2026-11-22 {said} {archive or f'https://web.archive.org/web/20200808/{url}'} -\n"


def mend(book, text=None):
    """The ledger after the fix, which must leave nothing for a second run; None if there is none."""
    for _ in range(2):
        monograph = read.monograph([*book, EDITION, *([] if text is None else [Source(LEDGER, text)])])
        found = [edit for edit in fixes.edits(monograph, checks.run(monograph)) if edit.path == LEDGER]
        text, before = fixes.mended(monograph, found).get(LEDGER, text), text
    assert text == before
    return text


def test_a_book_without_a_ledger_gets_one_and_one_without_addresses_none():
    assert mend([entries("b", "a")]) == ledger.HEAD + row("a") + row("b")
    assert mend([entries()]) is None


DEAD = row("d", "2026-12-01 dead 404")
CASES = {
    "nothing to do": ("ab", row("a", "2026-12-01 dead 404") + row("b"), row("a", "2026-12-01 dead 404") + row("b")),
    "first": ("ab", "# Remark.\n" + row("b"), "# Remark.\n" + row("a") + row("b")),
    "between": ("abcd", row("a") + "\n# Of d.\n" + row("d"), row("a") + "\n# Of d.\n" + row("b") + row("c") + row("d")),
    "last": ("abc", row("a"), row("a") + row("b") + row("c")),
    "last, without line end": ("abc", row("a").strip(), (row("a") + row("b") + row("c")).strip()),
    "empty file": ("a", "", ledger.HEAD + row("a")),
    "only remarks": ("a", "# Ours.\n", "# Ours.\n" + row("a")),
    "unused": ("b", row("a", "2026-12-01 alive 200") + row("b") + row("c").strip(), row("b")),
    "unused beside new": ("bd", row("a") + row("b") + row("c"), row("b") + row("d")),
    "out of order": ("abcd", DEAD + row("a") + row("c") + row("b"), row("a") + row("b") + row("c") + DEAD),
    "twice": ("ab", row("a") + row("a") + row("b"), row("a") + row("b")),
    "out of order, with another's copy, beside new": ("abc", row("c", archive="-") + row("a"), row("a") + row("b") + row("c")),
    "archived copy": ("ab", row("a", "2026-12-01 alive 200", archive="-") + row("b"), row("a", "2026-12-01 alive 200") + row("b")),
    "lines that are no rows": ("ab", "<<<<<<< mine\n" + row("a") + "=======\n", "<<<<<<< mine\n" + row("a") + "=======\n" + row("b")),
    "byte order mark": ("ab", "\ufeff" + row("b"), "\ufeff" + row("a") + row("b")),
}


@pytest.mark.parametrize("case", CASES)
def test_rows(case):
    names, before, after = CASES[case]
    assert mend([entries(*names)], before) == after


def test_any_order_and_any_gaps_end_in_the_same_ledger():
    chance, names = random.Random(1), "abcdefgh"
    whole = [row(name) for name in names]
    for _ in range(60):
        some = [chance.choice(whole) for _ in range(chance.randint(0, 10))]
        extra = [row("x")] * chance.randint(0, 1)
        assert mend([entries(*names)], "# Kept.\n" + "".join([*some, *extra])) == "# Kept.\n" + "".join(whole)


def test_extremist_material_loses_its_row_and_gets_none():
    extremist = "@online{z2000,\n  url = {https://e.org/z},\n  urldate = {2020-08-08},\n  keywords = {extremist},\n}\n"
    book = [entries("a"), Source("bib/primary.bib", extremist)]
    led = row("a", "2026-12-01 alive 200").replace(" -\n", " https://www.e.org/z/\n")
    assert mend(book, led + row("z")) == row("a")


def test_a_waived_address_gets_no_row():
    waiver = Source("bib/waivers.yml", "- code: LNK030\n  place: a2000\n  reason: This one is not asked for.\n  date: '2026-11-22'\n")
    assert mend([entries("a", "b"), waiver], row("b")) == row("b")


def test_a_book_without_a_date_of_release_is_left_alone():
    book = read.monograph([entries("a")])
    assert [edit for edit in fixes.edits(book, checks.run(book)) if edit.path == LEDGER] == []


def test_the_command_writes_the_ledger_and_says_where_each_row_comes_from(site):
    root = site(ROOT / "tests/checks/lnk030_url_without_row/bad")
    (root / LEDGER).unlink()
    commands = [[sys.executable, "hooks/fix.py", str(root)]] * 2
    first, second = (subprocess.run(command, cwd=ROOT, capture_output=True, text=True) for command in commands)
    added = "row added to the link ledger: https://example.org"
    assert first.stdout.splitlines() == [
        f"bib/press.bib:5:3: {added}/alder",
        f"bib/press.bib:14:3: {added}/ash",
        f"docs/index.md:10:5: {added}/club",
        f"data/glossary.yml:4:67: {added}/keepers",
        "4 mended",
    ]
    assert second.stdout == "nothing to mend\n"
    assert [finding.code for finding in checks.run(read.book(root))] == []


def test_stretches_that_edits_take_never_overlap():
    chance = random.Random(2)
    for _ in range(300):
        taken, spans = Taken(), []
        for _ in range(12):
            start = chance.randint(0, 12)
            end = start + chance.choice((0, 0, 1, 2, 4))
            free = all(end <= other[0] or other[1] <= start for other in spans)
            spans += [(start, end)] * free
            assert taken.take(start, end) == free


def test_six_thousand_new_rows_are_added_in_seconds():
    names = [f"n{number:04}" for number in range(6000)]
    book = read.monograph([entries(*names), EDITION])
    findings = [finding for finding in checks.run(book) if finding.code == "LNK030"]
    start = time.process_time()
    assert fixes.mended(book, fixes.edits(book, findings))[LEDGER] == ledger.HEAD + "".join(map(row, names))
    assert time.process_time() - start < 10  # 0.5 s when measured
