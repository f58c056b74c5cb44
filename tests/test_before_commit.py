"""The hook of pre-commit: its very command, on a change that is about to be committed, without a network."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CONFIG = ".pre-commit-config.yaml"
OFFLINE = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}  # no proxy answers there


@pytest.fixture
def repository(site):
    """The invented book under version control, with the hooks and the environment of the real one."""
    root = site()
    shutil.copy(ROOT / CONFIG, root / CONFIG)
    (root / "hooks").symlink_to(ROOT / "hooks")
    (root / ".venv").symlink_to(sys.prefix)
    (root / ".gitignore").write_text("/.venv\n", "utf-8")
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "The book")
    return root


def git(root, *arguments):
    who = {f"GIT_{part}_{what}": value for part in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "A"), ("EMAIL", "a@example.org"))}
    return subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True, env=os.environ | who).stdout


def before_commit(root, tmp_path_factory):
    """What the hook says of what is staged: its exit code and its text."""
    environment = os.environ | OFFLINE | {"PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("kept"))}
    command = [sys.executable, "-m", "pre_commit", "run", "--color=never"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, env=environment)
    return done.returncode, done.stdout + done.stderr


def change(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_the_settings_are_what_pre_commit_takes():
    done = subprocess.run([sys.executable, "-m", "pre_commit", "validate-config", CONFIG], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_a_slip_that_is_staged_is_named_and_mended(repository, tmp_path_factory):
    page = repository / "docs/index.md"
    change(page, "Hives stand", "Hives recieve wax and stand")
    git(repository, "add", "docs/index.md")
    code, said = before_commit(repository, tmp_path_factory)
    assert code == 1 and "docs/index.md:8:7: TXT038 misspelling 'recieve'. Fix: write 'receive'" in said
    change(page, "recieve", "receive")
    git(repository, "add", "docs/index.md")
    code, said = before_commit(repository, tmp_path_factory)
    assert code == 0 and "Passed" in said


def test_what_is_not_staged_is_not_judged(repository, tmp_path_factory):
    change(repository / "docs/hives.md", "A hive has", "A hive recieves")
    change(repository / "docs/index.md", "many towns", "most towns")
    git(repository, "add", "docs/index.md")
    code, said = before_commit(repository, tmp_path_factory)
    assert code == 0 and "recieves" not in said
    assert "A hive recieves" in (repository / "docs/hives.md").read_text("utf-8"), "it is there again afterwards"


def test_what_is_no_part_of_the_book_is_passed_over(repository, tmp_path_factory):
    (repository / "notes.txt").write_text("recieve\n", "utf-8")
    git(repository, "add", "notes.txt")
    code, said = before_commit(repository, tmp_path_factory)
    assert code == 0 and "Skipped" in said


@pytest.mark.parametrize("names", [["docs/index.md"], ["./docs/index.md", "docs/none.md"], ["docs/../docs/index.md"]])
def test_only_findings_in_the_named_files_are_printed(site, names):
    root = site()
    for name in ("docs/index.md", "docs/hives.md"):
        change(root / name, "hive" if name.endswith("hives.md") else "Hives", "thier")
    command = [sys.executable, ROOT / "hooks/check.py", ".", "--files", *names]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    lines = done.stdout.splitlines()
    assert done.returncode == 1 and lines[0].startswith("docs/index.md:8:1: TXT038") and len(lines) == 2
    assert "more in other files: make check" in done.stderr
    alone = subprocess.run([*command[:4], "mkdocs.yml"], cwd=root, capture_output=True, text=True)
    assert alone.returncode == 0 and "no findings" in alone.stdout
