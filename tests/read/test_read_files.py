"""Files: which are read, in which order, and which are refused with a reason."""

import os

import pytest
from apparatus import read
from apparatus.model import Source
from apparatus.read import files


def lay(root, **texts):
    for name, text in texts.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def told(root):
    found, faults = read.sources(root)
    return [s.path for s in found if s.path.count("/")], [(f.code, str(f.location), f.message) for f in faults]


def test_sources_are_sorted_and_exact(tmp_path):
    lay(tmp_path, docs__b_md="b\r\n", docs__a__c_md="\ufeffc", bib__x_bib="", data__d_yml="[]", docs__a_txt="", bib__sub__y_bib="")
    lay(tmp_path, docs__a__b_bib="", data__e_yaml="")
    (tmp_path / "docs/.hidden").mkdir()
    (tmp_path / "docs/.hidden/x.md").write_text("x")
    found, faults = read.sources(tmp_path)
    assert [s.path for s in found] == ["bib/x.bib", "data/d.yml", "docs/a/c.md", "docs/b.md"]
    assert [s.text for s in found][2:] == ["\ufeffc", "b\r\n"]
    assert [s.has_byte_order_mark for s in found] == [False, False, True, False]
    assert faults == ()


def test_a_folder_without_a_book_is_an_empty_one(tmp_path):
    assert read.sources(tmp_path) == ((), ())


@pytest.mark.parametrize(
    ("content", "place", "byte"),
    [
        (b"caf\xe9", "1:4", "0xE9"),
        ("é\r\nüx".encode() + b"\xff", "2:3", "0xFF"),
        (b"\xef\xbb\xbfab\xc3", "1:3", "0xC3"),
        ("x".encode("utf-16"), "1:1", "0xFF"),
    ],
)
def test_a_file_that_is_not_utf_8_is_left_out(tmp_path, content, place, byte):
    lay(tmp_path, docs__a_md=content, docs__b_md="b")
    found, (fault,) = read.sources(tmp_path)
    assert [s.path for s in found] == ["docs/b.md"]
    assert (fault.code, str(fault.location), fault.message) == ("READ001", f"docs/a.md:{place}", f"byte {byte} is not UTF-8")


def test_a_file_that_is_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 10)
    lay(tmp_path, docs__a_md="x" * 11, docs__b_md="x" * 10)
    paths, ((code, place, _),) = told(tmp_path)
    assert (paths, code, place) == (["docs/b.md"], "READ005", "docs/a.md:1:1")


@pytest.mark.parametrize(
    ("link", "target", "problem"),
    [
        ("docs/a.md", "../../outside.md", "link out of the repository"),
        ("docs/a.md", "/etc/hostname", "link out of the repository"),
        ("docs/a.md", "../.git/config", "link to a hidden file"),
        ("docs/a.md", "gone.md", "link to a file that does not exist"),
        ("docs/a.md", "a.md", "link to a file that does not exist"),
        ("docs/a", "..", "link to a folder that is read without it"),
        ("docs/a", ".", "link to a folder that is read without it"),
        ("docs/a", "../../elsewhere", "link out of the repository"),
        ("docs/a", "../.git", "link to a hidden file"),
    ],
)
def test_links_that_lead_astray_are_refused(tmp_path, link, target, problem):
    root = tmp_path / "book"
    lay(root, docs__b_md="b")
    (root / ".git").mkdir()
    (root / ".git/config").write_text("secret")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/x.md").write_text("x")
    (tmp_path / "outside.md").write_text("x")
    os.symlink(target, root / link)
    assert told(root) == (["docs/b.md"], [("READ006", f"{link}:1:1", problem)])


def test_links_within_the_repository_are_followed_once(tmp_path):
    lay(tmp_path, docs__b_md="b", common__x_md="x", common__y_txt="")
    os.symlink("b.md", tmp_path / "docs/c.md")
    os.symlink("../common", tmp_path / "docs/d")
    os.symlink("../docs", tmp_path / "common/loop")
    os.symlink(".", tmp_path / "common/self")
    paths, faults = told(tmp_path)
    assert paths == ["docs/b.md", "docs/c.md", "docs/d/x.md"]
    assert [(code, place) for code, place, _ in faults] == [("READ006", "docs/d/loop:1:1"), ("READ006", "docs/d/self:1:1")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_is_no_ordinary_file_is_not_opened(tmp_path):
    lay(tmp_path, docs__b_md="b")
    os.mkfifo(tmp_path / "docs/a.md")
    assert told(tmp_path) == (["docs/b.md"], [("READ007", "docs/a.md:1:1", "cannot be opened: it is not an ordinary file")])


def test_a_monograph_holds_everything_and_every_failure():
    sources = [
        Source("docs/b.md", "# B\n\n[@a]"),
        Source("docs/a/c.md", "---\nx: [\n---\n"),
        Source("bib/x.bib", "@book{a, title = {x}}\n@book{"),
        Source("data/people.yml", "- id: P1\n  note: '[@a]'\n"),
        Source("data/broken.yml", "x"),
        Source("data/notes.txt", "x"),
    ]
    monograph = read.monograph(sources)
    assert [page.name for page in monograph.pages] == ["b.md", "a/c.md"]
    assert [entry.citekey for entry in monograph.entries] == ["a"]
    assert {name: len(records) for name, records in monograph.data.items()} == {"people": 1, "broken": 0}
    assert [citation.citekey for citation in monograph.citations] == ["a", "a"]
    told = [(f.code, f.location.path) for f in monograph.failures]
    assert told[0] == ("READ004", "bib/x.bib")
    assert told[-2:] == [("READ003", "data/broken.yml"), ("READ002", "docs/a/c.md")]
    assert monograph.sources == tuple(sources)


def test_a_link_out_of_the_repository_is_named_whatever_its_suffix(tmp_path):
    """MkDocs follows it and would publish what it leads to."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/secret.txt").symlink_to("/etc/hostname")
    (tmp_path / "docs/drawing.svg").write_text("<svg/>", encoding="utf-8")
    found, faults = files.sources(tmp_path)
    assert [(str(fault.location), fault.code) for fault in faults] == [("docs/secret.txt:1:1", "READ006")]
    assert [source.path for source in found] == ["docs/drawing.svg"]
