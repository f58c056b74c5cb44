"""The output forms, and the command line that prints them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from apparatus import report
from apparatus.model import Diagnostic, Location, Monograph, Source

ROOT = Path(__file__).parent.parent
BAD = ROOT / "tests/checks/cit001_unknown_citekey/bad"
FOUND = [
    Diagnostic(Location("docs/a b.md", 3, 7), "CIT001", "50% of 'x'", "say, so: now"),
    Diagnostic(Location("docs/c.md", 1, 1), "TXT001", "é", "ü", "warning"),
]


def test_a_line_can_be_clicked():
    assert report.line(FOUND[0]) == "docs/a b.md:3:7: CIT001 50% of 'x'. Fix: say, so: now"


def test_annotations_are_escaped_as_github_wants():
    first, second = report.github(FOUND).splitlines()
    assert first == "::error file=docs/a b.md,line=3,col=7,title=CIT001::50%25 of 'x'. Fix: say, so: now"
    assert second.startswith("::warning file=docs/c.md,line=1,col=1,")


def test_sarif_has_what_the_standard_asks_for():
    log = json.loads(report.sarif(FOUND, [("TXT001", "bad letters"), ("CIT001", "unknown key")]))
    run = log["runs"][0]
    assert log["version"] == "2.1.0" and [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["CIT001", "TXT001"]
    for result, finding in zip(run["results"], FOUND, strict=True):
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        assert result["level"] in ("error", "warning") and result["message"]["text"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) == (finding.location.line, finding.location.column)
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "docs/a%20b.md"


def test_json_holds_every_part():
    assert json.loads(report.as_json(FOUND))[0] == {
        **{"path": "docs/a b.md", "line": 3, "column": 7, "code": "CIT001", "severity": "error"},
        **{"message": "50% of 'x'", "fix": "say, so: now"},
    }


def test_totals():
    assert report.totals(Monograph(), []) == "0 pages, 0 citations, 0 entries: no findings"
    assert report.totals(Monograph(), FOUND).endswith(": 1 error, 1 warning")


def test_totals_say_how_many_uncited_statements_are_tolerated():
    kept = Source("bib/uncited.baseline", "# why\n0123456789abcdef\n\nfedcba9876543210 old\n")
    assert report.totals(Monograph(sources=(kept,)), []).endswith(": no findings; 2 uncited statements tolerated")


def run(*arguments):
    return subprocess.run([sys.executable, "hooks/check.py", *map(str, arguments)], cwd=ROOT, capture_output=True, text=True)


@pytest.mark.parametrize("form", ["text", "github", "json", "sarif"])
def test_every_form_on_the_command_line(site, form):
    done = run(site(BAD), "--format", form)
    assert done.returncode == 1 and done.stdout.count("CIT001") >= 2
    assert "2 errors" in (done.stdout if form == "text" else done.stderr)
    if form in ("json", "sarif"):
        json.loads(done.stdout)


def test_a_clean_book_says_so(site):
    done = run(site())
    assert done.returncode == 0 and done.stdout == "2 pages, 6 citations, 2 entries: no findings\n"


def test_a_folder_without_a_book_is_named(tmp_path):
    done = run(tmp_path)
    assert done.returncode == 2 and done.stderr.startswith(str(tmp_path)) and "Traceback" not in done.stderr
