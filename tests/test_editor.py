"""The editor's files: valid, in step with the commands, and their problem matchers read what the commands print."""

import json
import logging
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from apparatus import read
from apparatus.exports import snippets
from apparatus.model import Source
from mkdocs.__main__ import ColorFormatter

ROOT = Path(__file__).parents[1]
FILES = [".vscode/tasks.json", ".vscode/settings.json", ".vscode/extensions.json", ".devcontainer/devcontainer.json"]
TASKS = {task["label"]: task for task in json.loads((ROOT / FILES[0]).read_text(encoding="utf-8"))["tasks"]}
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
SNIPPETS = {  # the format of snippet files, Visual Studio Code documentation, “Snippets in Visual Studio Code”
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "required": ["prefix", "body"],
        "additionalProperties": False,
        "properties": {name: {"type": "string", "minLength": 1} for name in ("prefix", "body", "description", "scope")},
    },
}


def matched(matcher, line):
    """What a problem matcher reads of a line: path, line, column, code, message; None where it passes over it."""
    pattern = matcher["pattern"]
    found = re.search(pattern["regexp"], line)
    return found and tuple(found[pattern[part]] for part in ("file", "line", "column", "code", "message"))


def test_files_are_json_that_every_reader_takes():
    for name in FILES:
        text = (ROOT / name).read_text(encoding="utf-8")
        assert json.loads(text) and text.endswith("}\n"), name


@pytest.mark.parametrize("stem", ["cit001_unknown_citekey", "bib001_duplicate_citekey", "dat003_data_misshapen", "wvr002_waiver_unused"])
def test_the_matcher_reads_every_finding_that_check_prints_and_nothing_else(site, stem):
    overlay = ROOT / "tests" / "checks" / stem / "bad"
    done = subprocess.run([sys.executable, ROOT / "hooks/check.py", site(overlay)], capture_output=True, text=True, encoding="utf-8")
    *findings, totals = done.stdout.splitlines()
    assert done.returncode == 1 and findings
    for line in findings:
        path, number, column, code, message = matched(TASKS["check"]["problemMatcher"], line)
        assert line == f"{path}:{number}:{column}: {code} {message}" and ". Fix: " in message
    assert matched(TASKS["check"]["problemMatcher"], totals) is None
    assert TASKS["check"]["problemMatcher"]["fileLocation"] == ["relative", "${workspaceFolder}"]


@pytest.mark.parametrize("level", [logging.WARNING, logging.ERROR])
def test_the_matchers_of_builds_read_findings_as_mkdocs_prints_them(level):
    line = "docs/a b.md:14:9: CIT001 no entry for citekey 'smth1999'. Fix: did you mean 'smith1999'?"
    record = logging.LogRecord("mkdocs.hooks.apparatus", level, "", 0, line, None, None)
    printed = re.sub(r"\x1b\[[0-9;]*m", "", ColorFormatter().format(record))  # the editor takes colours away before it matches
    serve, (checked, built) = TASKS["serve"]["problemMatcher"], TASKS["book"]["problemMatcher"]
    for matcher in (serve, built):
        assert matched(matcher, printed) == ("docs/a b.md", "14", "9", "CIT001", line.partition("CIT001 ")[2])
    assert matched(checked, line) and not matched(checked, printed)
    assert not matched(built, "INFO     -  Building documentation to directory: /a/b:1:2: XYZ001 c")


def test_the_live_site_is_seen_to_begin_and_to_be_ready():
    background = TASKS["serve"]["problemMatcher"]["background"]
    assert re.search(background["beginsPattern"], "INFO    -  Building documentation...")
    assert re.search(background["endsPattern"], "INFO    -  [12:00:00] Serving on http://127.0.0.1:8000/")
    assert TASKS["serve"]["isBackground"] is True


@pytest.mark.parametrize("label", sorted(TASKS))
def test_each_task_calls_a_command_that_is_there(label):
    task = TASKS[label]
    assert task["command"] == "make" and re.search(rf"^{task['args'][0]}:", MAKEFILE, re.MULTILINE)
    script = task["windows"]["args"][0].replace("\\", "/")
    assert script == "-m" or (ROOT / script).is_file()


def test_a_source_is_handed_over_without_a_shell():
    assert TASKS["source"]["type"] == "process" and TASKS["source"]["options"]["env"] == {"FROM": "${input:source}"}


def test_the_container_has_a_pinned_python_and_the_port_of_serve():
    container = json.loads((ROOT / FILES[3]).read_text(encoding="utf-8"))
    version = re.fullmatch(r"mcr\.microsoft\.com/devcontainers/python:\d+-(\d+)\.(\d+)-bookworm", container["image"])
    assert (int(version[1]), int(version[2])) >= (3, 11)
    assert container["forwardPorts"] == [int(re.search(r"^PORT +\?= (\d+)", MAKEFILE, re.MULTILINE)[1])]
    for target in re.findall(r"make (\S+)", container["postCreateCommand"]):
        assert target == ".venv/.ready" or re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


def expanded(body):
    """What a snippet writes if its places are left as they are."""
    while (changed := re.sub(r"\$\{\d+:((?:[^{}\\$]|\\.)*)\}", r"\1", body)) != body:
        body = changed
    return re.sub(r"\\(.)", r"\1", body)


def test_every_citekey_of_the_book_has_a_snippet_that_writes_a_citation():
    book = read.book(ROOT)
    found = json.loads(snippets.render(book))
    jsonschema.validate(found, SNIPPETS)
    assert list(found) == sorted(entry.citekey for entry in book.entries)
    for key, snippet in found.items():
        page, faults = read.markdown.page("docs/a.md", f"Text.[{expanded(snippet['body'])}]\n")
        (citation,) = page.citations
        assert (citation.citekey, citation.locator.text, faults) == (key, "p. 1", ())
        assert snippet["prefix"] == f"@{key}" and "{" not in snippet["description"] and len(snippet["description"]) <= 120


def test_signs_of_snippets_are_no_signs_in_a_citekey():
    bib = "@book{a$1,\n  title = {{R\\&D}},\n  date = {2019-04},\n  author = {Linden, Ada},\n}\n@misc{bare,\n}\n"
    found = json.loads(snippets.render(read.monograph([Source("bib/a.bib", bib)])))
    assert expanded(found["a$1"]["body"]) == "@a$1, p. 1"
    assert [found[key]["description"] for key in found] == ["Linden, Ada, R&D, 2019", "misc"]


def test_the_command_writes_the_file_that_git_passes_over(site):
    book = site()
    done = subprocess.run([sys.executable, ROOT / "hooks/citekey_snippets.py", book], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0 and (book / snippets.FILE).read_text(encoding="utf-8") == snippets.render(read.book(book))
    assert Path(snippets.FILE).name in (ROOT / ".vscode/.gitignore").read_text(encoding="utf-8").splitlines()
    assert subprocess.run([sys.executable, ROOT / "hooks/citekey_snippets.py", book / "bib"], capture_output=True).returncode == 2
