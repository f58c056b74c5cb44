"""Publishing onto a branch: one commit without a past, nobody overwritten, and the token nowhere but in the environment."""

import os
import shutil
import subprocess

import git_server
import publish
import pytest


@pytest.fixture
def clean(tmp_path, tool):
    """An environment in which git knows nothing of the user, and the git it finds."""
    return tool("git"), {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0"}


@pytest.fixture
def git(clean):
    """A function from arguments of git to what it prints."""

    def run(*arguments):
        return subprocess.run([clean[0], *map(str, arguments)], capture_output=True, text=True, env=clean[1], check=True).stdout.strip()

    return run


@pytest.fixture
def bare(git, tmp_path):
    """A repository without a work tree, as forges keep them."""
    folder = tmp_path / "forge/owner/book.git"
    git("init", "--quiet", "--bare", folder)
    git("-C", folder, "config", "http.receivepack", "true")
    return folder


@pytest.fixture
def push(built, bare, clean, git, tmp_path, capfd):
    """A function that writes the site and pushes it from a checkout whose origin is the bare repository."""
    checkout = tmp_path / "checkout"
    git("init", "--quiet", checkout)
    git("-C", checkout, "remote", "add", "origin", bare)

    def run(*arguments, **environment):
        code = publish.main([str(built.write()), "--push", "--root", str(checkout), *arguments], clean[1] | environment)
        printed = capfd.readouterr()
        return code, printed.out + printed.err

    return run


def tree(git, bare):
    return git("-C", bare, "ls-tree", "-r", "--name-only", "gh-pages").splitlines()


def test_the_branch_is_one_commit_without_a_past(push, built, bare, git):
    code, said = push("--edition", "1")
    assert code == 0 and "Pushed" in said
    assert {"index.html", "v/1/index.html", "v/1/manifest.json", ".nojekyll", "editions.json"} <= set(tree(git, bare))
    built.texts["index.html"], built.edition, built.time = "Newer", "2", "2027-01-01T00:00:00Z"
    assert push()[0] == 0
    assert git("-C", bare, "rev-list", "--count", "gh-pages") == "1"
    assert {"v/1/index.html", "build.json"} <= set(tree(git, bare)) and "Newer" in git("-C", bare, "show", "gh-pages:index.html")


def test_bytes_reach_the_branch_as_they_were_built(push, built, bare, git, clean):
    built.others |= {"a.txt": b"one\r\ntwo\n", "b.txt": b"\x00\r\n", "downloads/x.zip": bytes(range(256))}
    push()
    for path in built.others:
        done = subprocess.run([clean[0], "-C", str(bare), "show", f"gh-pages:{path}"], capture_output=True, env=clean[1], check=True)
        assert done.stdout == built.others[path]


def test_nothing_new_is_not_pushed(push, bare, git):
    push()
    before = git("-C", bare, "rev-parse", "gh-pages")
    code, said = push()
    assert code == 0 and "nothing was pushed" in said and git("-C", bare, "rev-parse", "gh-pages") == before


def test_the_same_site_gives_the_same_commit(push, bare, git):
    push()
    first = git("-C", bare, "rev-parse", "gh-pages")
    git("-C", bare, "update-ref", "-d", "refs/heads/gh-pages")
    push()
    assert git("-C", bare, "rev-parse", "gh-pages") == first


def test_a_refusal_leaves_the_branch(push, built, bare, git):
    push("--edition", "1")
    before = git("-C", bare, "rev-parse", "gh-pages")
    built.texts["index.html"] = "Other"
    code, said = push("--edition", "1")
    assert code == 1 and "frozen" in said and git("-C", bare, "rev-parse", "gh-pages") == before


def test_a_branch_with_something_else_is_left_alone(push, bare, git, tmp_path):
    git("clone", "--quiet", bare, tmp_path / "other")
    (tmp_path / "other/thesis.txt").write_text("mine")
    git("-C", tmp_path / "other", "add", ".")
    git("-C", tmp_path / "other", "-c", "user.name=A", "-c", "user.email=a@b.invalid", "commit", "--quiet", "--message", "x")
    git("-C", tmp_path / "other", "push", "--quiet", "origin", "HEAD:gh-pages")
    code, said = push()
    assert code == 1 and "thesis.txt" in said and tree(git, bare) == ["thesis.txt"]


def test_who_publishes_at_the_same_time_is_not_overwritten(push, built, bare, git, clean, tmp_path):
    """While the first pushes a preview another has put one there: both stand at the end."""
    push("--preview", "theirs")
    theirs = git("-C", bare, "rev-parse", "gh-pages")
    git("-C", bare, "update-ref", "-d", "refs/heads/gh-pages")
    push()
    race = git_server.noted(tmp_path / "bin", clean[0], f"{clean[0]} -C {bare} update-ref refs/heads/gh-pages {theirs}")
    code, said = push("--preview", "mine", PATH=f"{race}{os.pathsep}{clean[1]['PATH']}")
    assert code == 0, said
    assert (race / "calls").read_text().count("\npush\n") == 2
    assert {"preview/mine/index.html", "preview/theirs/index.html"} <= set(tree(git, bare))
    assert git("-C", bare, "rev-list", "--count", "gh-pages") == "1"


def test_whoever_is_always_late_gives_up(push, bare, git, clean, tmp_path):
    push()
    who = "-c user.name=A -c user.email=a@b.invalid"
    commit = (
        f"$({clean[0]} -C {bare} {who} commit-tree -p gh-pages -m x 'gh-pages^{{tree}}')"  # another each time, for it has another parent
    )
    late = git_server.noted(tmp_path / "bin", clean[0], f"{clean[0]} -C {bare} update-ref refs/heads/gh-pages {commit}", times=99)
    code, said = push("--preview", "mine", PATH=f"{late}{os.pathsep}{clean[1]['PATH']}")
    assert code == 2 and "Fix: start it once more" in said and (late / "calls").read_text().count("\npush\n") == 5
    assert not any(path.startswith("preview/") for path in tree(git, bare))


def test_a_refused_push_says_what_git_said(push, bare):
    hook = bare / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho 'no room here' >&2\nexit 1\n")
    hook.chmod(0o755)
    code, said = push()
    assert code == 2 and "no room here" in said and "Nothing was published" in said


def test_the_token_stands_in_the_environment_alone(built, bare, clean, git, tmp_path, capfd, monkeypatch):
    server, asked = git_server.serving(bare.parents[1])
    spare = tmp_path / "temporary"
    spare.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(spare))
    kept = []
    monkeypatch.setattr(shutil, "rmtree", lambda folder, *a, **k: kept.append(folder))  # what is thrown away is looked at below
    calls = git_server.noted(tmp_path / "bin", clean[0])
    told = {
        "GITHUB_SERVER_URL": f"http://127.0.0.1:{server.server_port}",
        "GITHUB_REPOSITORY": "owner/book",
        "GITHUB_TOKEN": git_server.SECRET,
    }
    path = {"PATH": f"{calls}{os.pathsep}{clean[1]['PATH']}"}
    try:
        code = publish.main([str(built.write()), "--push", "--root", str(tmp_path)], clean[1] | told | path)
        wrong = publish.main([str(built.folder), "--push", "--root", str(tmp_path)], clean[1] | told | path | {"GITHUB_TOKEN": "wrong"})
    finally:
        server.shutdown()
    said = "".join(capfd.readouterr())
    assert (code, wrong) == (0, 2), said
    assert "Pushed" in said and "index.html" in tree(git, bare)
    assert any(asked) and kept
    written = [path for folder in (spare, tmp_path / "checkout", bare) for path in folder.rglob("*") if path.is_file()]
    assert len(written) > 50 and not [
        path for path in written if b'to"k en' in path.read_bytes() or git_server.SECRET.encode() in path.read_bytes()
    ]
    assert 'to"k' not in (calls / "calls").read_text() and "push" in (calls / "calls").read_text() and 'to"k' not in said


def test_another_host_does_not_get_the_token(built, clean, git, tmp_path, capfd):
    """A token of the environment belongs to the forge that the environment names, not to whatever origin is."""
    server, asked = git_server.serving(tmp_path)
    git("init", "--quiet", tmp_path / "checkout")
    git("-C", tmp_path / "checkout", "remote", "add", "origin", f"http://127.0.0.1:{server.server_port}/owner/book.git")
    try:
        code = publish.main(
            [str(built.write()), "--push", "--root", str(tmp_path / "checkout")], clean[1] | {"GITHUB_TOKEN": git_server.SECRET}
        )
    finally:
        server.shutdown()
    assert code == 2 and asked and not any(asked)


def test_without_a_repository_it_says_what_to_do(built, clean, tmp_path, capfd):
    assert publish.main([str(built.write()), "--root", str(tmp_path)], clean[1]) == 1
    assert "INTO=folder" in capfd.readouterr().err
