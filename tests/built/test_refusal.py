"""Break the book and see the build refuse it, with file, line and column, and nothing published."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
IGNORE = shutil.ignore_patterns(".git", ".venv", "site", "__pycache__", "tests")


@pytest.fixture
def book(tmp_path):
    shutil.copytree(ROOT, tmp_path / "book", ignore=IGNORE)
    return tmp_path / "book"


def run(book, *command):
    return subprocess.run([sys.executable, *command], cwd=book, capture_output=True, text=True, env=ENVIRONMENT)


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def place(path, text):
    before = path.read_text(encoding="utf-8").partition(text)[0]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


BREAKS = {
    "citation": ("docs/introduction.md", "@jadoon2020survive", "@jadoon2020surviv", "@jadoon2020surviv]", "CIT001"),
    "entry": ("bib/un.bib", "@report{unsc2020s717,", "@report{unsc2020s717,,", None, "READ004"),
    "duplicate": ("bib/un.bib", "@report{unsc2020s717,", "@report{unsc2020s53,", None, "BIB001"),
    "diagram": (
        *("docs/inside/leadership.md", "```figure\nemirs\n```", "```mermaid\nflowchart TD\n    a[[\n```"),
        *("    a[[", "FIG001"),
    ),
    "figure": ("docs/inside/leadership.md", "```figure\nemirs", "```figure\nemir", "```figure\nemir\n", "FIG009"),
    "data": ("data/editorial.yml", "- id: E1\n", "- id: [E1\n", None, "READ003"),
    "concordance": ("data/concordance.yml", "- note: 70\n", "- note: 69\n", None, "DAT001"),
}


@pytest.mark.parametrize("kind", BREAKS)
def test_a_break_is_named_and_nothing_is_published(book, kind):
    name, old, new, at, code = BREAKS[kind]
    change(book / name, old, new)
    checked, done = run(book, "hooks/check.py"), run(book, "-m", "mkdocs", "build", "--strict")
    lines = [line for line in checked.stdout.splitlines() if f" {code} " in line]
    assert checked.returncode == 1 and lines
    if at:
        line, column = place(book / name, at)
        assert any(found.startswith(f"{name}:{line}:") for found in lines), (line, lines)
        if code == "CIT001":
            assert lines[0].startswith(f"{name}:{line}:{column}: "), lines
    assert done.returncode == 1 and not (book / "site").exists()
    assert all(line in done.stderr for line in lines)
    assert "Traceback" not in done.stderr + checked.stderr


def test_command_line_names_a_missing_folder(tmp_path):
    done = run(tmp_path, str(ROOT / "hooks/check.py"), str(tmp_path))
    assert done.returncode == 2 and "docs/" in done.stderr and "Traceback" not in done.stderr
