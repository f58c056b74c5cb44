"""Whatever stands in the files: no traceback, no hang, findings in order, each at a place that exists."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from apparatus import changes, checks, fixes, read, report
from apparatus.model import Source
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parent.parent
SITE = Path(__file__).parent / "site"
FILES = {p.relative_to(SITE).as_posix(): p.read_text("utf-8") for p in sorted(SITE.rglob("*")) if p.is_file()}
CHANGED = sorted(name for name in FILES if name.endswith((".md", ".bib", ".yml")))
LETTERS = st.sampled_from(list("[]@{}()<>\"'`*_#|:;,.=-+!\\/%&~^$\n\r\t aZ09é\u202e\u200b\ufeff\u0301عא") + ["[@", "]]", "```", "<!--", "](", "\n\n", "    "])


@st.composite
def slips(draw):
    """One of the invented book's files with a few characters inserted, deleted or swapped."""
    name = draw(st.sampled_from(CHANGED))
    text = FILES[name]
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, max(len(text) - 1, 0)))
        act = draw(st.sampled_from(("insert", "delete", "swap", "double")))
        if act == "insert":
            text = text[:place] + draw(LETTERS) + text[place:]
        elif act == "delete":
            text = text[:place] + text[place + draw(st.integers(1, 12)) :]
        elif act == "double":
            text = text[:place] + text[place : place + 20] + text[place:]
        else:
            text = text[:place] + text[place + 1 : place + 2] + text[place : place + 1] + text[place + 2 :]
    return name, text


def book(name, text):
    return read.monograph([Source(path, FILES[path]) for path in FILES if path != name] + [Source(name, text)], files=FILES)


def places_exist(findings, texts):
    for finding in findings:
        path, line, column = finding.location.path, finding.location.line, finding.location.column
        lines = texts.get(path, "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= line <= len(lines), report.line(finding)
        assert 1 <= column <= len(lines[line - 1]) + 1, report.line(finding)
        assert "\n" not in report.line(finding)


@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(slips())
def test_slips_of_the_hand_end_in_findings(slip):
    name, text = slip
    monograph = book(name, text)
    findings = checks.run(monograph)
    assert list(findings) == sorted(findings)
    places_exist(findings, FILES | {name: text})
    report.github(findings), report.sarif(findings, []), report.as_json(findings)
    changes.compare(book(name, FILES[name]), monograph)
    once = fixes.mended(monograph, fixes.edits(monograph, findings))
    if name in once:
        twice = book(name, once[name])
        assert fixes.mended(twice, fixes.edits(twice, checks.run(twice))) == {}


MEGABYTE = 1_000_000
LARGE = {
    "docs/a.md": [
        *("[" * 20_000, "[@" * 20_000, "[" * 10_000 + "]" * 10_000, "`" * MEGABYTE, "<" * MEGABYTE, "*" * MEGABYTE),
        *("> " * 20_000, "- " * 20_000, "![](" * 50_000, "“" * MEGABYTE, "word bird " * (MEGABYTE // 2), "\n" * MEGABYTE),
        *("| a " * 200_000, "<!--" * 100_000, "[^a]:" * 100_000, "{" * MEGABYTE, "1-" * 500_000, "&" * MEGABYTE, "\u202e" * 100_000),
        *("http://" * 100_000, "a@b." * 200_000, "```\n" * 200_000, "---\n" * 200_000, "# a\n" * 100_000, "é\u0301" * 300_000),
    ],
    "bib/a.bib": [
        *("{" * MEGABYTE, "}" * MEGABYTE, "@" * MEGABYTE, "@book{" * 50_000, "@book{a,\n" + "title={" * 20_000, '"' * MEGABYTE),
        *("@book{a,\n title = {" + "x" * (5 * MEGABYTE) + "},\n}\n", "@string{a = b}\n" * 20_000, "\\" * MEGABYTE, "#" * MEGABYTE),
        "@book{a2000x,\n  author = {" + "L, A and " * 50_000 + "L, A},\n}\n",
    ],
    "bib/links.lock": [" " * MEGABYTE, "a b c d e f g\n" * 100_000, "".join(f"http://{n}.org - - - - - -\n" for n in range(60_000, 0, -1))],
    "data/a.yml": ["[" * 20_000, "- " * 20_000, "{a: " * 20_000, "&a [*a, *a]\n" * 1000, "- id: " + "x" * MEGABYTE, "? " * 20_000],
}


@pytest.mark.parametrize(("name", "number"), [(name, n) for name, texts in LARGE.items() for n in range(len(texts))])
def test_monstrous_files_get_an_answer_in_seconds(name, number):
    text = LARGE[name][number]
    start = time.perf_counter()
    findings = checks.run(book(name, text))
    taken = time.perf_counter() - start
    assert taken < 20, f"{taken:.1f} s for {text[:20]!r}… ({len(text):,} characters)"
    places_exist(findings[:2000], FILES | {name: text})


VARIANTS = {
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
    "byte order mark": lambda text: "\ufeff" + text,
    "old mac line ends": lambda text: text.replace("\n", "\r"),
    "no final newline": lambda text: text.rstrip("\n"),
    "empty": lambda text: "",
    "only blanks": lambda text: " \n\t\n",
}


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("name", CHANGED)
def test_other_line_ends_and_empty_files(name, variant):
    text = VARIANTS[variant](FILES[name])
    findings = checks.run(book(name, text))
    places_exist(findings, FILES | {name: text.removeprefix("\ufeff")})
    if variant in ("windows line ends", "byte order mark", "no final newline"):
        assert [finding for finding in findings if finding.severity == "error"] == []


def test_bytes_that_are_no_text(site):
    root = site()
    for name in CHANGED:
        (root / name).write_bytes(b"\xff\xfe\x00" + FILES[name].encode())
    done = subprocess.run([sys.executable, "hooks/check.py", str(root)], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert all(f"{name}:1:1: READ001" in done.stdout for name in CHANGED)
