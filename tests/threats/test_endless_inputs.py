"""Inputs made to keep programs busy: each is refused before the program that would not end, or cut off."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from apparatus import references
from apparatus.model import Entry, Field, Location

ROOT = Path(__file__).parents[2]
PAGES = {
    "20,000 brackets": ("[" * 20_000, "PAGE008"),
    "20,000 brackets that open a citation": ("[@" * 20_000, "PAGE008"),
    "brackets over many lines": (("[" * 199 + "\n") * 100, "READ005"),
    "300 nested lists": ("\n".join("    " * depth + "- hive" for depth in range(300)), "PAGE008"),
    "300 nested quotations": ("> " * 300 + "hive", "PAGE008"),
}


@pytest.mark.parametrize("way", PAGES)
def test_a_page_that_markdown_would_not_finish_is_refused(site, lines, way):
    root = site()
    page = root / "docs/index.md"
    page.write_text(page.read_text("utf-8") + f"\n{PAGES[way][0]}\n", "utf-8")
    assert any(line.startswith("docs/index.md:") and f" {PAGES[way][1]} " in line for line in lines(root))


def test_the_build_refuses_it_before_it_gets_there(repository, build):
    """Python-Markdown takes more than a minute for these."""
    page = repository / "docs/index.md"
    page.write_text(page.read_text("utf-8") + f"\n{PAGES['brackets over many lines'][0]}\n", "utf-8")
    start = time.monotonic()
    done, folder = build()
    assert done.returncode != 0 and "READ005" in done.stderr
    assert time.monotonic() - start < 30 and not folder.exists()


PLACE = Location("bib/a.bib")


def entry(key, **fields):
    return Entry("book", key, tuple(Field(name, value, PLACE, PLACE) for name, value in fields.items()), PLACE)


LOOPS = {
    "two that inherit from each other": [entry("a", title="{A}", crossref="b"), entry("b", title="{B}", crossref="a")],
    "one that inherits from itself": [entry("a", title="{A}", crossref="a")],
    "the same by xdata": [entry("a", title="{A}", xdata="b"), entry("b", title="{B}", xdata="a")],
    "10,000 braces": [entry("a", title="{" * 10_000 + "A" + "}" * 10_000)],
    "a macro that doubles": [entry("a", title="\\newcommand{\\x}{\\x\\x}\\x")],
}


@pytest.mark.parametrize("way", LOOPS)
def test_entries_that_pandoc_would_not_finish_come_to_an_end(way):
    start = time.monotonic()
    found, failures = references.references(LOOPS[way], ROOT / "bib/house.csl")
    assert time.monotonic() - start < 30
    assert set(found) == {one.citekey for one in LOOPS[way]} and all(failure.code == "REF001" for failure in failures)


def test_a_run_of_pandoc_is_cut_off(monkeypatch):
    from apparatus import pandoc

    monkeypatch.setattr(pandoc, "SECONDS", 0.001)
    with pytest.raises(pandoc.PandocFailure, match="no answer within"):
        pandoc.run(["--from", "markdown", "--to", "html"], "A " * 100_000)


HUGE = {
    "docs/index.md": "# A\n\n" + "Hives stand on roofs. " * 100_000,
    "bib/scholarship.bib": "@book{a,\n  title = {" + "x" * 3_000_000 + "},\n}\n",
    "data/glossary.yml": "- term: " + "x" * 3_000_000 + "\n",
    "mkdocs.yml": "site_name: " + "x" * 3_000_000 + "\n",
    "CITATION.cff": "title: " + "[" * 100_000 + "\n",
}


@pytest.mark.parametrize("name", HUGE)
def test_the_command_answers_in_time_whatever_it_is_given(site, name):
    root = site()
    (root / name).write_text(HUGE[name], "utf-8")
    done = subprocess.run([sys.executable, ROOT / "hooks/check.py", root], capture_output=True, text=True, timeout=60)
    assert done.returncode in (0, 1) and "Traceback" not in done.stderr
