"""What the tests of new sources share: the stand-in for the web, limits short enough for tests, a small book, and the command."""

import socket
from datetime import date

import add_source
import pytest
from aiohttp.abc import AbstractResolver
from describe_source import Inquiry, Services
from polite_client import Policy
from source_server import Server

TODAY = date(2020, 8, 8)
PRESS = """% Press: newspapers.

@online{dailycomb2019bees,
  title = {{Bees on the move}},
  organization = {Daily Comb},
  date = {2019-03-01},
  url = {https://comb.example.org/bees},
  urldate = {2020-01-01},
}

% This one is old.
@online{oak2018wasps,
  author = {Oak, C.},
  title = {{Wasps}},
  organization = {Weekly Comb},
  date = {2018},
  url = {https://weekly.example.org/wasps?id=3},
  urldate = {2020-01-01},
}
"""
SCHOLARSHIP = """@book{linden2011roofs,
  author = {Linden, Maya},
  title = {{Roofs and Bees}},
  publisher = {Meadow Press},
  location = {Newtown},
  date = {2011},
  isbn = {0-306-40615-2},
  doi = {10.5555/roofs},
}
"""
LEDGER = """# Kept.
https://comb.example.org/bees 2020-08-08 - unchecked - https://web.archive.org/web/20200101/https://comb.example.org/bees -
https://weekly.example.org/wasps?id=3 2020-08-08 - unchecked - https://web.archive.org/web/20200101/https://weekly.example.org/wasps?id=3 -
"""


class Known(AbstractResolver):
    """Every host below example.org is this machine; no other is known."""

    async def resolve(self, host, port=0, family=socket.AF_UNSPEC):
        if not host.endswith(".example.org"):
            raise OSError(socket.EAI_NONAME, "no such host")
        shared = {"hostname": host, "port": port, "family": socket.AF_INET, "proto": 0, "flags": socket.AI_NUMERICHOST}
        return [shared | {"host": "127.0.0.1"}]

    async def close(self):
        pass


@pytest.fixture
def web():
    running = Server()
    yield running
    running.close()


@pytest.fixture
def book(tmp_path):
    """The folder of a small book that cites all it has."""
    for folder in ("docs", "bib"):
        (tmp_path / folder).mkdir()
    text = "---\ntitle: Bees\ndescription: On bees.\n---\n\n# Bees\n\nMany.[@dailycomb2019bees; @oak2018wasps; @linden2011roofs]\n"
    (tmp_path / "docs/index.md").write_text(text, "utf-8")
    for name, text in (("press.bib", PRESS), ("scholarship.bib", SCHOLARSHIP), ("links.lock", LEDGER)):
        (tmp_path / "bib" / name).write_text(text, "utf-8")
    (tmp_path / "CITATION.cff").write_text("date-released: '2020-08-08'\n", "utf-8")
    return tmp_path


@pytest.fixture
def add(book, web, capsys, monkeypatch):
    """A function that runs the command on the book as make does, and returns exit code, what is said on stdout, and on stderr."""
    policy = Policy(silence=0.5, total=0.6, backoff=0.01, retries=1, allowed=frozenset({"127.0.0.1"}))

    def run(what="", pasted=b"", **environment):
        services = Services(web.url("/doi/", "doi.example.org"), web.url("/", "library.example.org"))
        inquiry = Inquiry(policy, Known, services, TODAY, lambda: pasted)
        monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
        code = add_source.main(["--root", str(book)], inquiry, {"FROM": what, **environment})
        told = capsys.readouterr()
        return code, told.out, told.err

    return run
