"""What the tests of threats share: the invented book as a whole repository, what the checks say of it, and its build with and without them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from apparatus import checks, read, report

ROOT = Path(__file__).parents[2]
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "https_proxy": "http://127.0.0.1:9", "http_proxy": "http://127.0.0.1:9"}
UNGUARDED = """
import sys; sys.path.insert(0, "hooks")
from apparatus import checks
checks.run = lambda monograph: ()
sys.path.pop(0)
from mkdocs.__main__ import cli
cli(["build", "--strict", "--site-dir", "built"])
"""


@pytest.fixture
def lines():
    """A function from a folder to what the checks find there, a line each, those of the invented book's shape left out."""
    return lambda root: [report.line(finding) for finding in checks.run(read.book(root))]


@pytest.fixture
def repository(site):
    """The invented book with settings, style and hooks of the real one, so that it can be built."""
    root = site()
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[0]
    (root / "mkdocs.yml").write_text(settings + "\n", encoding="utf-8")
    for name in ("bib/house.csl", "CITATION.cff"):
        shutil.copy(ROOT / name, root / name)
    shutil.copytree(ROOT / "docs/assets", root / "docs/assets")
    (root / "hooks").symlink_to(ROOT / "hooks")
    return root


@pytest.fixture
def change(repository):
    """A function that puts one text in the place of another in a file of the repository; it must stand there."""

    def put(name, old, new):
        path = repository / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return put


@pytest.fixture
def build(repository):
    """A function that builds the repository, with the checks or as if none of them found anything: what came of it, and the site's folder."""

    def run(unguarded=False, seconds=60):
        command = ["-c", UNGUARDED] if unguarded else ["-m", "mkdocs", "build", "--strict", "--site-dir", "built"]
        done = subprocess.run([sys.executable, *command], cwd=repository, capture_output=True, text=True, env=ENVIRONMENT, timeout=seconds)
        return done, repository / "built"

    return run
