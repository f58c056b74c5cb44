"""The book as it stood at a git revision, read without touching the work tree."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from apparatus import read
from apparatus.model import Monograph

PARTS = ("docs", "bib", "data", "mkdocs.yml", "mkdocs.offline.yml", "CITATION.cff", "README.md", ".zenodo.json", "wordlist.txt")


class NoRevision(Exception):
    """Git has no such revision here, or there is no git; the message says which."""


def book(root: Path, revision: str) -> Monograph:
    """The monograph of ``root`` at ``revision``: a branch, a tag, a commit."""
    if revision.startswith("-"):
        raise NoRevision(f"'{revision}' is no revision")
    commit = _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
    here = _git(root, "ls-tree", "--name-only", commit).decode().splitlines()
    archive = _git(root, "archive", "--format=tar", commit, "--", *(part for part in PARTS if part in here))
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            if member.isfile():  # no links; git allows no name that leaves the folder
                path = Path(folder, member.name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(tar.extractfile(member).read())
        return read.book(Path(folder))


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except FileNotFoundError as missing:
        raise NoRevision("git is not installed") from missing
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise NoRevision(said[-1] if said else f"git knows no revision '{arguments[-1].removesuffix('^{commit}')}'")
    return done.stdout
