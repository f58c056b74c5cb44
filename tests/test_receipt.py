"""The receipt of a build: true to its schema, the same each time, with the sum of every file and not its own."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import making
import pytest
import write_receipt
from apparatus import read, receipt
from apparatus.hosting import receipts
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "docs/schemas/build-1.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
PAGE = '<head><link rel="canonical" href="https://example.org/bees/"></head>'


@pytest.fixture
def book(site, tmp_path, tool):
    """The invented book in a checkout of its own, and beside it a site; git there knows nothing of its user."""
    root = site()
    (root / "CITATION.cff").write_text('title: Bees\nversion: "3"\nauthors:\n  - name: The beekeepers\n', encoding="utf-8")
    made = tmp_path.with_name(f"{tmp_path.name}-site")
    (made / "downloads").mkdir(parents=True)
    (made / "index.html").write_text(PAGE, encoding="utf-8")
    (made / "downloads/b.pdf").write_bytes(b"%PDF\xff")
    (made / "build.json").write_text("left from before")
    clean = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_AUTHOR_DATE": "@1800000000 +0100", "GIT_COMMITTER_DATE": "@1800000000 +0100"}
    for command in (
        ["init", "--quiet"],
        ["add", "."],
        ["-c", "user.name=A", "-c", "user.email=a@b.invalid", "commit", "--quiet", "--message", "x"],
    ):
        subprocess.run([tool("git"), "-C", str(root), *command], check=True, env=os.environ | clean)
    return root, made


def written(root, made):
    assert write_receipt.main([str(made), "--root", str(root)]) == 0
    text = (made / "build.json").read_text(encoding="utf-8")
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(text))] == []
    return text


def test_the_schema_is_one_and_describes_every_name():
    Draft202012Validator.check_schema(SCHEMA)
    described = {
        **SCHEMA["properties"],
        **SCHEMA["properties"]["counts"]["properties"],
        **SCHEMA["properties"]["commit"]["oneOf"][1]["properties"],
    }
    assert [name for name, value in described.items() if not (value.get("title") and value.get("description")) and name != "version"] == []
    assert set(receipt.Counts.__dataclass_fields__) == set(SCHEMA["properties"]["counts"]["properties"])


def test_it_says_what_was_built_from_what(book):
    root, made = book
    said = json.loads(written(root, made))
    commit = subprocess.run(["git", "-C", str(root), "rev-parse", "HEAD"], capture_output=True, text=True, check=True).stdout.strip()
    assert said["commit"] == {"id": commit, "time": "2027-01-15T08:00:00Z", "changed": False}
    assert (said["title"], said["edition"], said["date"], said["address"]) == ("Bees", "3", None, "https://example.org/bees/")
    assert set(said["outputs"]) == {"index.html", "downloads/b.pdf"}  # no sum of the receipt in itself
    assert said["outputs"]["downloads/b.pdf"] == hashlib.sha256(b"%PDF\xff").hexdigest()
    there = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file() and ".git" not in path.parts}
    assert set(said["sources"]) == there
    assert said["counts"]["works"] == len(read.book(root).entries) > 0 and said["counts"]["findings"] == 0
    assert said["tools"]["mkdocs"] and said["tools"]["typst"]


def test_the_same_sources_give_the_same_receipt(book, monkeypatch):
    root, made = book
    first = written(root, made)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    assert written(root, made) == first and first.endswith("\n") and str(root) not in first


@pytest.mark.parametrize("what", ["changed", "new", "missing"])
def test_what_is_not_in_the_commit_is_told(book, what):
    root, made = book
    page = root / "docs/hives.md"
    {"changed": lambda: page.write_text("x"), "new": lambda: page.with_name("z.txt").write_text("x"), "missing": page.unlink}[what]()
    assert making.of(root).changed and receipts.read(written(root, made)).commit == making.of(root).commit


def test_outside_a_checkout_no_commit_is_made_up(book):
    root, made = book
    shutil.rmtree(root / ".git")
    text = written(root, made)
    assert json.loads(text)["commit"] is None and receipts.read(text).committed == 0
    assert "not known" in receipt.section(read.book(root), making.of(root))


def test_a_folder_within_another_repository_has_no_commit(book):
    assert making.of(book[0] / "docs").commit == ""


def test_publishing_reads_what_was_written(book):
    root, made = book
    read_back = receipts.read(written(root, made))
    files = {path.relative_to(made).as_posix(): path.read_bytes() for path in made.rglob("*") if path.is_file()}
    assert (read_back.edition, read_back.committed) == ("3", 1800000000) and receipts.differences(read_back, files) == ()
    assert receipts.differences(read_back, files | {"index.html": b"", "new.html": b""}) == ("index.html", "new.html")


@pytest.mark.parametrize(
    "change", [{"edition": 1}, {"date": "22 November"}, {"outputs": {"../x": "0" * 64}}, {"outputs": {"build.json": "0" * 64}}, {"more": 1}]
)
def test_the_schema_refuses_slips(book, change):
    assert not VALIDATOR.is_valid(json.loads(written(*book)) | change)


def test_without_a_site_it_says_so(tmp_path, capsys):
    assert write_receipt.main([str(tmp_path)]) == 2 and "make book" in capsys.readouterr().err


def test_the_section_tells_of_changes():
    made = making.Making("ab" * 20, 1800000000, True, {"python": "3.11", "typst": "0.15"})
    text = receipt.section(read.monograph([]), made)
    assert (
        "with changes that are not in it" in text and "2027-01-15, 08:00:00 UTC" in text and "typst 0.15" in text and "python" not in text
    )
    assert "with changes" not in receipt.section(read.monograph([]), replace(made, changed=False))


def test_publishing_needs_nothing_but_python():
    """The job that may write to the host installs no package: neither publishing nor what it imports may want one."""
    found = "any('site-packages' in str(getattr(module, '__file__', '')) for module in sys.modules.values())"
    code = f"import sys; sys.path.insert(0, sys.argv[1]); import publish; sys.exit({found})"
    subprocess.run([sys.executable, "-I", "-S", "-c", code, str(ROOT / "hooks")], check=True)
