"""The citation diff: what came, went, moved or points elsewhere, between two states and between two git revisions."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from apparatus import read, summary
from apparatus.changes import Changes, compare
from apparatus.model import Source

ROOT = Path(__file__).parent.parent
BIB = "@book{a2000x,\n  title = {A},\n}\n@book{b2001y,\n  title = {B},\n}\n"


def state(text, bib=BIB):
    return read.monograph([Source("docs/p.md", text), Source("bib/w.bib", bib)])


BEFORE = "One.[@a2000x, p. 3]\n\nTwo.[@b2001y]\n\nThree.\n"
CASES = {
    "nothing": (BEFORE, []),
    "locator": (BEFORE.replace("p. 3", "p. 13"), ["docs/p.md:1:6: locator of a2000x changed: p. 3 -> p. 13"]),
    "added": (BEFORE.replace("Three.", "Three.[@a2000x]"), ["docs/p.md:5:8: added a2000x"]),
    "removed": (BEFORE.replace("[@b2001y]", ""), ["docs/p.md:3:6: removed b2001y", "work no longer cited: b2001y"]),
    "moved": (BEFORE.replace("[@b2001y]", "").replace("One.[", "Zero.[@b2001y] One.["), ["docs/p.md:1:7: moved b2001y"]),
    "new work": (BEFORE + "\nFour.[@c2002z, ch. 2]\n", ["docs/p.md:7:7: added c2002z, ch. 2", "work new: c2002z"]),
}


@pytest.mark.parametrize("name", CASES)
def test_changes(name):
    text, expected = CASES[name]
    lines = [line for line in summary.text(compare(state(BEFORE), state(text))).splitlines() if "now rests on" not in line]
    assert lines == (expected or ["No citation, locator or work changed."])


def test_a_passage_is_shown_with_all_it_rests_on_now():
    found = compare(state(BEFORE), state(BEFORE.replace("[@b2001y]", "[@b2001y; @a2000x, p. 1]")))
    assert [(str(p.location), p.works) for p in found.passages] == [("docs/p.md:3:1", ("b2001y", "a2000x"))]


def test_a_passage_that_lost_its_source_is_shown():
    found = compare(state(BEFORE), state(BEFORE.replace("[@b2001y]", "")))
    assert [(p.opening, p.works) for p in found.passages] == [("Two.", ())]
    assert "now rests on no source" in summary.text(found) and "**no source**" in summary.markdown(found)


def test_a_changed_entry_is_named():
    assert compare(state(BEFORE), state(BEFORE, BIB.replace("{A}", "{AA}"))).entries_changed == ("a2000x",)


def test_markdown_cannot_be_broken_by_what_it_quotes():
    hostile = "One | `x` <script>alert(1)</script> [l](javascript:x).[@a2000x, p. 3]\n"
    shown = summary.markdown(compare(state("One.\n"), state(hostile)))
    assert not re.search(r"(?<!\\)(<script|`x`|\]\(javascript)", shown)
    assert all(line.count("|") - line.count("\\|") in (0, 3, 4) for line in shown.splitlines())
    assert summary.markdown(Changes()).endswith("No citation, locator or work changed.\n")


@pytest.fixture
def repository(site):
    """The invented book under git, with a locator changed since its first commit."""
    root = site()

    def git(*arguments):
        command = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-C", str(root), *arguments]
        subprocess.run(command, check=True, capture_output=True)

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    page = root / "docs/index.md"
    page.write_text(page.read_text("utf-8").replace("pp. 12-14", "pp. 112-114"), "utf-8")
    git("commit", "-qam", "second")
    return root


def run(*arguments):
    return subprocess.run([sys.executable, "hooks/check.py", *map(str, arguments)], cwd=ROOT, capture_output=True, text=True)


@pytest.mark.parametrize("span", ["HEAD~1", "HEAD~1..HEAD"])
def test_two_revisions(repository, span):
    done = run(repository, "--diff", span)
    assert done.returncode == 0, done.stderr
    assert "locator of linden2011roofs changed: pp. 12-14 -> pp. 112-114" in done.stdout


@pytest.mark.parametrize("span", ["nowhere", "--output=/tmp/x", "HEAD..nowhere"])
def test_a_revision_that_does_not_exist_is_named(repository, span):
    done = run(repository, f"--diff={span}")
    assert done.returncode == 2 and "Fix: " in done.stderr and "Traceback" not in done.stderr
