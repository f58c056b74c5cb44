"""The same commit gives the same bytes: bound again in another place, by another user, on another clock; and the sums are right."""

import subprocess

import bound_book
import pytest

ELSEWHERE = {"TZ": "Pacific/Auckland", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "7", "COLUMNS": "40"}


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def downloads(built):
    return bound_book.downloads(built)


def test_bound_again_the_bytes_are_the_same(built, downloads, tmp_path):
    folder = tmp_path / "a folder with blanks and ü"
    home = tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    first = files(downloads)
    second = files(bound_book.bind(built, folder, mask=0o077, HOME=str(home), XDG_CACHE_HOME=str(home), **ELSEWHERE))
    assert sorted(first) == sorted(second)
    assert {"iskp-book.pdf", "iskp-book-large-print.pdf", "iskp-book.epub", "iskp-book.xml", "SHA256SUMS"} <= set(first)
    assert [name for name in first if first[name] != second[name]] == []


def test_the_sums_are_those_of_all_files(downloads, tool):
    done = subprocess.run([tool("sha256sum"), "--check", "--strict", "SHA256SUMS"], cwd=downloads, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    named = [line.split("  ", 1)[1] for line in (downloads / "SHA256SUMS").read_text(encoding="utf-8").splitlines()]
    assert named == sorted(set(files(downloads)) - {"SHA256SUMS"})


def test_nothing_in_the_files_tells_where_they_were_made(downloads):
    root = str(bound_book.ROOT).encode()
    assert [name for name, data in files(downloads).items() if root in data or str(downloads.parent).encode() in data] == []
