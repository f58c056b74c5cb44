"""SECURITY.md stays true: every test it names is there and is collected, every check it names is one, and none of these tests is left out."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from apparatus import checks

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "SECURITY.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))
ROWS = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith("| What it tries")]


def test_every_threat_names_a_test():
    assert len(ROWS) >= 25
    assert [row for row in ROWS if "::test_" not in row or row.count("|") != 4] == []


@pytest.mark.parametrize("file", sorted({file for file, _ in NAMED}))
def test_every_test_named_is_there(file):
    written = ast.parse((ROOT / file).read_text("utf-8")).body
    assert {name for path, name in NAMED if path == file} <= {node.name for node in written if isinstance(node, ast.FunctionDef)}


def test_every_test_named_is_collected():
    files = sorted({file for file, _ in NAMED})
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-o", "addopts=", *files]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-2000:]
    collected = {line.partition("[")[0].strip() for line in done.stdout.splitlines()}
    assert [f"{file}::{name}" for file, name in NAMED if f"{file}::{name}" not in collected] == []


def test_every_check_named_is_one():
    known = {check.CODE for check in checks.CHECKS} | {"READ001", "READ005", "READ006", "READ007"}
    assert set(re.findall(r"\b[A-Z]{3,4}\d{3}\b", PAGE)) <= known


def test_every_attack_tried_here_is_on_the_page():
    tried = {
        (path.relative_to(ROOT).as_posix(), node.name)
        for path in Path(__file__).parent.glob("test_*.py")
        if path != Path(__file__)
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and "refused" in node.name
    }
    assert tried - set(NAMED) == set()


def test_links_of_the_page_lead_somewhere():
    for target in re.findall(r"\]\(([^)#]+)", PAGE):
        assert (ROOT / target).exists(), target
