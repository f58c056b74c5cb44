"""Files: what leads out of the repository, what a host or a browser would obey, what unpacks elsewhere, what is too large."""

import os
import subprocess
import zipfile
from pathlib import Path

import pytest
from apparatus import offline, packing, read
from apparatus.checks import sec009_unsafe_file_name
from apparatus.read import files

ROOT = Path(__file__).parents[2]
SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
SHIPPED = {
    "a page in HTML": ("docs/a.html", "<script>pwned()</script>", "SEC007"),
    "a page in HTML, in capitals": ("docs/a.HTML", "<script>pwned()</script>", "SEC007"),
    "a page under another ending of Markdown": ("docs/a.markdown", "<script>pwned()</script>", "SEC007"),
    "a program": ("docs/assets/a.js", "pwned()", "SEC007"),
    "a drawing with a script": ("docs/assets/a.svg", SVG.format("<script>pwned()</script>"), "SEC007"),
    "a drawing with a handler": ("docs/assets/a.svg", SVG.format('<path d="M0 0" onload="pwned()"/>'), "SEC007"),
    "a drawing that hides its script in an entity": ("docs/assets/a.svg", SVG.format('<a href="java&#115;cript:pwned()"/>'), "SEC007"),
    "a drawing with an entity bomb": ("docs/assets/a.svg", '<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' + SVG.format("&b;"), "SEC007"),
    "a drawing that reads a file": ("docs/assets/a.svg", '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + SVG.format("&a;"), "SEC007"),
    "a drawing that asks another host": ("docs/assets/a.svg", SVG.format('<image href="https://example.org/a"/>'), "SEC007"),
    "a drawing that no check reads": ("docs/assets/a.SVG", SVG.format("<script>pwned()</script>"), "SEC007"),
    "another name for the site": ("docs/CNAME", "example.org", "SEC007"),
    "redirects for the host": ("docs/_redirects", "/* https://example.org 302", "SEC007"),
    "a file of more than 8 MB": ("docs/a.md", "x" * (files.LARGEST + 1), "READ005"),
}


@pytest.mark.parametrize("way", SHIPPED)
def test_a_file_that_would_be_shipped_as_it_is_is_refused(site, lines, way):
    name, text, code = SHIPPED[way]
    root = site()
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    assert any(line.startswith(f"{name}:1:") and f" {code} " in line for line in lines(root))


INSERTED = ['--8<-- "../bib/press.bib"', '--8<-- ".git/config"', '--8<-- "/etc/passwd"', '--8<-- "https://example.org/a"', "--8<--\n../mkdocs.yml\n--8<--"]


@pytest.mark.parametrize("cut", INSERTED, ids=range(len(INSERTED)))
def test_an_insertion_from_elsewhere_is_refused(site, lines, cut):
    root = site()
    page = root / "docs/index.md"
    page.write_text(page.read_text("utf-8") + f"\n{cut}\n", "utf-8")
    (found,) = [line for line in lines(root) if " SEC006 " in line]
    assert found.startswith(("docs/index.md:13:", "docs/index.md:14:"))


def test_an_insertion_inserts_nothing_even_past_the_checks(repository, build):
    """The extension that inserts is not switched on, and SEC008 refuses to switch it on without a folder of its own."""
    (repository / "secret.txt").write_text("pwned", "utf-8")
    page = repository / "docs/index.md"
    page.write_text(page.read_text("utf-8") + '\n--8<-- "secret.txt"\n', "utf-8")
    done, folder = build(unguarded=True)
    assert done.returncode == 0, done.stderr
    assert not [path for path in folder.rglob("*.html") if "pwned" in path.read_text("utf-8")]


@pytest.mark.parametrize("name", ["docs/notes.md", "docs/assets/notes.txt", "docs/assets/notes", "bib/notes.bib", "data/notes.yml", "CITATION.cff"])
def test_a_link_out_of_the_repository_is_refused(site, lines, tmp_path_factory, name):
    secret = tmp_path_factory.mktemp("home") / "secret"
    secret.write_text("pwned", "utf-8")
    root = site()
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(secret)
    assert f"{name}:1:1: READ006 link out of the repository. Fix: put the files themselves in its place" in lines(root)
    assert not any("pwned" in source.text for source in read.book(root).sources)


def test_a_build_with_a_link_out_of_the_repository_publishes_nothing(repository, build, tmp_path_factory):
    """Neither the site nor the zip made of it: there is nothing to pack."""
    secret = tmp_path_factory.mktemp("home") / "secret"
    secret.write_text("pwned", "utf-8")
    (repository / "docs/assets/notes.txt").symlink_to(secret)
    done, folder = build()
    assert done.returncode != 0 and "docs/assets/notes.txt:1:1: READ006" in done.stderr and not folder.exists()
    with pytest.raises(ValueError, match="no built site"):
        offline.packed(folder)


NAMES = ["docs/a\\..\\..\\b.md", "docs/..\\b.md", "docs/c:b.md", "docs/con.md", "docs/a\u202emd.exe.md", "docs/-rf", "docs/a\nb.md", "docs/a;b.md", "docs/$(a).md",
         "docs/`a`.md", "docs/a..md", "docs/~/b.md", "docs/<b>.md"]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_leads_elsewhere_is_refused(name):
    (finding,) = sec009_unsafe_file_name.check(read.monograph([], (), [name, "docs/fighters/in-the-ranks.md", "docs/assets/a_b.min.js"]))
    assert finding.code == "SEC009"


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/etc/a", "..\\a", "a\\..\\b", "C:a", "~/a", "a\0b"])
def test_nothing_is_packed_that_unpacks_elsewhere(name):
    with pytest.raises(ValueError, match="leads out"):
        packing.zipped({"a/b.html": b"", name: b""})


def test_what_is_packed_unpacks_in_its_folder(tmp_path):
    (tmp_path / "zip").write_bytes(packing.zipped({"a/b.html": b"x", "a..b/c": b"y"}))
    zipfile.ZipFile(tmp_path / "zip").extractall(tmp_path / "out")
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()) == ["out/a..b/c", "out/a/b.html", "zip"]


def test_nothing_that_is_made_is_kept_in_the_repository():
    """A kept .venv would be run, a kept .cache believed, a kept site published."""
    if not (ROOT / ".git").exists():
        pytest.skip("this copy of the book has no history to ask")
    done = subprocess.run(["git", "ls-files", "--", ".venv", ".cache", "site", "docs/downloads", "docs/apparatus"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == ""
    ignored = subprocess.run(["git", "check-ignore", ".venv/", ".cache/", "site/"], cwd=ROOT, capture_output=True, text=True, env=os.environ)
    assert ignored.stdout.split() == [".venv/", ".cache/", "site/"]
