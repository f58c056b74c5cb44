"""A newcomer's first change, from the edit to green: a slip, a new source by its DOI, a page that the source does not have."""

import os
import shutil
import socket
import subprocess
import sys
from datetime import date
from pathlib import Path

import add_source
import pytest
from aiohttp.abc import AbstractResolver
from apparatus import read
from describe_source import Inquiry, Services
from polite_client import Policy

ROOT = Path(__file__).parent.parent
PAGE = "docs/counter-terrorism/kunar.md"
PARTS = ("docs", "bib", "data", "mkdocs.yml", "mkdocs.offline.yml", "CITATION.cff", "wordlist.txt")


@pytest.fixture
def book(tmp_path):
    """A copy of the real book as somebody clones it; one slip has stayed in a chapter."""
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, tmp_path / part)
    page = tmp_path / PAGE
    before, heading, section = page.read_text("utf-8").partition("\n## ")
    assert " and " in section
    page.write_text(before + heading + section.replace(" and ", " adn ", 1), "utf-8")
    for command in (["init", "--quiet", "--initial-branch=main"], ["add", "."], ["commit", "--quiet", "--message", "The book"]):
        git(tmp_path, *command)
    return tmp_path


def git(root, *arguments):
    who = {f"GIT_{part}_{what}": value for part in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "A"), ("EMAIL", "a@example.org"))}
    subprocess.run(["git", *arguments], cwd=root, check=True, env=os.environ | who)


def run(book, command, *options):
    """Exit code and what is printed, as `make check`, `make fix` and `make diff` print it."""
    done = subprocess.run([sys.executable, ROOT / "hooks" / command, *options], cwd=book, capture_output=True, text=True)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


class ThisMachine(AbstractResolver):
    """Every host is this machine."""

    async def resolve(self, host, port=0, family=socket.AF_UNSPEC):
        return [{"hostname": host, "host": "127.0.0.1", "port": port, "family": socket.AF_INET, "proto": 0, "flags": socket.AI_NUMERICHOST}]

    async def close(self):
        pass


@pytest.fixture
def add(book, monkeypatch, capsys):
    """`make source FROM=…` with a server on this machine in the place of the DOI's agency."""
    monkeypatch.syspath_prepend(str(ROOT / "tests/sources"))
    from source_server import Server

    web = Server()

    def run_(what):
        policy = Policy(silence=2, total=5, retries=0, allowed=frozenset({"127.0.0.1"}))
        services = Services(web.url("/doi/", "doi.example.org"), web.url("/", "library.example.org"))
        monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
        code = add_source.main(["--root", str(book)], Inquiry(policy, ThisMachine, services, date(2020, 8, 8), bytes), {"FROM": what})
        return code, capsys.readouterr().out

    yield run_
    web.close()


def test_a_first_change_goes_from_edit_to_green(book, add):
    page = book / PAGE
    code, out = add("10.5555/wax")
    assert code == 0 and "[@hazel2015roofs" in out
    assert "doi = {10.5555/wax}" in (book / "bib/scholarship.bib").read_text("utf-8")

    sentence = "Wax was traded in 2016-17.[@hazel2015roofs, pp. 12-14]"
    last = page.read_text("utf-8").rstrip("\n")
    page.write_text(f"{last}\n\n{sentence}\n", "utf-8")
    number = page.read_text("utf-8").splitlines().index(sentence) + 1

    code, out = run(book, "check.py")
    found = [line.partition(" Fix: ")[0] for line in out.splitlines()[:-1]]
    assert code == 1 and {line.split()[1] for line in found} == {"CIT007", "TXT022", "TXT038"}, out
    assert all(line.startswith(f"{PAGE}:") for line in found) and sum(f":{number}:" in line for line in found) == 2

    code, out = run(book, "check.py", "--format", "github")
    annotated = [line for line in out.splitlines() if "title=CIT007" in line]
    assert code == 1 and annotated[0].startswith(f"::error file={PAGE},line={number},col=") and "pages 12-14 lie outside 'hazel2015roofs'" in annotated[0], annotated

    code, out = run(book, "fix.py")
    assert code == 0 and out.splitlines()[-1] == "2 mended"
    assert "in 2016–17.[@hazel2015roofs, pp. 12-14]" in page.read_text("utf-8"), "a page is no machine's to correct"

    page.write_text(page.read_text("utf-8").replace("pp. 12-14", "pp. 3-5"), "utf-8")
    code, out = run(book, "check.py")
    assert code == 0 and out.splitlines()[-1].split(": ")[1].startswith("no findings"), out

    code, out = run(book, "check.py", "--diff", "main", "--markdown")
    assert code == 0 and "hazel2015roofs" in out and "pp. 3-5" in out and f"{PAGE}" in out, out
    assert "hazel2015roofs" in read.book(book).by_citekey
