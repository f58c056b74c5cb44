"""Where a folder was cloned from, asked of git."""

import subprocess

import repository_address


def test_the_remote_of_a_clone_is_its_repository(tmp_path, tool):
    git = tool("git")
    book, within = tmp_path / "book", tmp_path / "book" / "tests" / "site"
    within.mkdir(parents=True)
    assert repository_address.of(book, {}) is None
    subprocess.run([git, "-C", book, "init", "--quiet"], check=True)
    assert repository_address.of(book, {}) is None
    subprocess.run([git, "-C", book, "remote", "add", "origin", "https://me:secret@github.com/example/book.git"], check=True)
    assert repository_address.of(book, {}).address == "https://github.com/example/book"
    assert repository_address.of(within, {}) is None  # its paths are not those of the repository
    workflow = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "another/book"}
    assert repository_address.of(book, workflow).address == "https://github.com/another/book"


def test_without_git_nothing_is_known(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert repository_address.of(tmp_path, {}) is None
