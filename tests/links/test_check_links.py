"""The command: what it writes, what it leaves alone, how it stops and goes on, and that no network is told from no page."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import check_links
import pytest
from apparatus import checks, read
from test_polite_client import names

HOOKS = Path(__file__).parents[2] / "hooks"
TODAY = date(2026, 12, 1)
COPY = "https://web.archive.org/web/20200808/"
ENTRY = """@online{{{key},
  organization = {{{{Herald}}}},
  title = {{{{Bees of the {key}}}}},
  date = {{2019}},
  url = {{{url}}},
  urldate = {{2020-08-08}},
}}
"""


@pytest.fixture
def book(tmp_path):
    """A function from addresses by citekey to the folder of a book that gives them."""

    def lay(**urls):
        for folder in ("docs", "bib"):
            (tmp_path / folder).mkdir(exist_ok=True)
        cited = "; ".join(f"@{key}" for key in urls)
        (tmp_path / "docs/index.md").write_text(f"# Bees\n\nThey are many.[{cited}]\n")
        (tmp_path / "bib/press.bib").write_text("\n".join(ENTRY.format(key=key, url=url) for key, url in urls.items()))
        (tmp_path / "CITATION.cff").write_text("date-released: '2026-11-22'\n")
        return tmp_path

    return lay


def said(root):
    """The rows by the part of their address that is the server's path: last checked, status, detail, path of the redirect."""
    rows = read.book(root).links
    return {"/" + row.url.split("/", 3)[3]: (row.last_checked, row.status, row.detail, row.redirect.partition("/ok")[1]) for row in rows}


def run(root, policy, *options, **others):
    return check_links.main([str(root), *options], policy, **{"today": TODAY} | others)


def test_answers_are_written_and_the_dead_named(server, hasty, book, capsys):
    paths = {"alder": "/ok", "ash": "/chain/2", "beech": "/missing", "cedar": "/code/403", "elm": "/slow"}
    root = book(**{key: server.url(path) for key, path in paths.items()})
    (root / "docs/more.md").write_text(f"# More\n\nA [club]({server.url('/gone')}) counts.\n")
    assert run(root, hasty) == 1
    day = "2026-12-01"
    assert said(root) == {
        "/chain/2": (day, "alive", "200", "/ok"),
        "/code/403": (day, "unknown", "403", ""),
        "/gone": (day, "dead", "410", ""),
        "/missing": (day, "dead", "404", ""),
        "/ok": (day, "alive", "200", ""),
        "/slow": (day, "unknown", "timeout", ""),
    }
    told = capsys.readouterr()
    missing = server.url("/missing")
    assert told.out.splitlines() == [
        f"bib/press.bib:21:3: dead link of 'beech' (404): {missing}. Fix: find where the page has gone; "
        f"the archived copy: {COPY}{missing}",
        f"docs/more.md:3:3: dead link (410): {server.url('/gone')}. Fix: find where the page has gone",
        "6 addresses: 2 alive, 2 dead, 2 unknown; 1 lead elsewhere (last field of bib/links.lock)",
    ]
    assert told.err.splitlines()[-1].startswith("6 of 6 asked: ")
    assert [finding for finding in checks.run(read.book(root)) if finding.code.startswith("LNK03")] == []


def test_only_lines_that_change_change(server, policy, book):
    """Remarks, line ends, order, first seen and archived copies stay as they are."""
    urls = {f"a{number}": server.url(f"/ok/{number}") for number in range(5)}
    root = book(**urls)
    ledger = root / "bib/links.lock"
    rows = [f"{url} 2026-11-{11 + n} - unchecked - {COPY}{url} -\r\n" for n, url in enumerate(urls.values())]
    lines = ["# Kept.\r\n", *rows]
    ledger.write_bytes("".join(lines).encode())
    assert run(root, policy, "--only", "/ok/3") == 0
    after = ledger.read_bytes().decode().splitlines(keepends=True)
    assert [number for number, (old, new) in enumerate(zip(lines, after, strict=True)) if old != new] == [4]
    assert after[4] == lines[4].replace(" - unchecked - ", " 2026-12-01 alive 200 ")
    assert [path for _, path, _ in server.requests] == ["/ok/3"]
    assert sorted(path.name for path in ledger.parent.iterdir()) == ["links.lock", "press.bib"]


def test_rows_come_and_go_with_the_addresses(server, policy, book):
    root = book(alder=server.url("/ok/1"))
    assert run(root, policy) == 0
    root = book(ash=server.url("/ok/2"))
    assert run(root, policy) == 0
    text = (root / "bib/links.lock").read_text()
    assert text.startswith("# Link ledger: ")
    assert text.splitlines()[4:] == [f"{server.url('/ok/2')} 2026-11-22 2026-12-01 alive 200 {COPY}{server.url('/ok/2')} -"]


@pytest.mark.parametrize(
    ("options", "asked", "code"),
    [
        ([], ["new", "old", "to-come"], 1),  # the dead row that is not asked again still counts
        (["--older-than", "0"], ["fresh", "new", "old", "to-come"], 0),
        (["--older-than", "9"], ["new", "to-come"], 1),
    ],
)
def test_what_was_asked_lately_is_not_asked_again(server, policy, book, options, asked, code):
    said_before = {"fresh": "2026-11-25 dead 404", "new": "- unchecked -", "old": "2026-11-24 dead 404", "to-come": "2027-01-01 dead 404"}
    root = book(**{key: server.url(f"/ok/{key}") for key in said_before})
    rows = (f"{server.url(f'/ok/{key}')} 2026-11-22 {what} - -\n" for key, what in said_before.items())
    (root / "bib/links.lock").write_text("".join(rows))
    assert run(root, policy, *options) == code
    assert sorted({path.removeprefix("/ok/") for _, path, _ in server.requests}) == asked


def test_without_a_network_nothing_is_written(policy, book, capsys):
    root = book(alder="http://alder.example.org/", ash="http://ash.example.org/")
    ledger = root / "bib/links.lock"
    assert run(root, policy, resolver=names()) == 2
    before = ledger.read_bytes()
    assert b" dead " not in before and before.count(b" - unchecked - ") == 2
    assert run(root, policy, resolver=names()) == 2
    assert ledger.read_bytes() == before
    assert "2 of 2 addresses: the network could not be reached" in capsys.readouterr().err


def test_a_host_that_is_gone_is_dead_once_the_network_has_shown_itself(server, policy, book):
    root = book(alder="http://gone.example.org/alder", ash=server.url("/ok"), zelkova="http://gone.example.org/zelkova")
    assert run(root, policy, resolver=names()) == 1
    assert [row[1:3] for row in said(root).values()] == [("alive", "200"), ("dead", "dns"), ("dead", "dns")]


def test_a_network_that_goes_away_halfway_takes_nothing_with_it(server, policy, book, capsys):
    """The first address answers; then nothing can be looked up any more, also not the host that answered."""
    root = book(alder=server.url("/ok", "alder.example.org"), zelkova="http://zelkova.example.org/")
    assert run(root, replace(policy, at_once=1), resolver=names(alder_example_org=[["127.0.0.1"]])) == 2
    assert [row[1] for row in said(root).values()] == ["alive", "unchecked"]
    assert "1 of 2 addresses: the network could not be reached" in capsys.readouterr().err


def test_a_host_that_wants_to_be_left_alone_keeps_its_rows(server, policy, book, capsys):
    root = book(alder=server.url("/busy/3600"), ash=server.url("/ok"))
    assert run(root, replace(policy, per_host=1)) == 0
    assert [row[1] for row in said(root).values()] == ["unknown", "unchecked"]
    assert "; 1 left for another day, as their host asks" in capsys.readouterr().out


DRIVER = """
import sys; sys.path.insert(0, sys.argv[1])
import check_links
from polite_client import Policy
sys.exit(check_links.main(sys.argv[2:], Policy(at_once=1, pause=0, total=20, silence=20, allowed=frozenset({"127.0.0.1"}))))
"""


def started(root):
    command = [sys.executable, "-c", DRIVER, str(HOOKS), str(root)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for(condition):
    start = time.monotonic()
    while not condition():
        assert time.monotonic() - start < 20
        time.sleep(0.01)


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_it_can_be_stopped_and_goes_on_from_there(server, hasty, book, end):
    """25 addresses that answer, then one that does not come to the point."""
    root = book(**{f"a{n}": server.url(f"/ok/{n}") for n in range(25)}, z=server.url("/slow"))
    process = started(root)
    wait_for(lambda: server.seen["/slow"])
    wait_for(lambda: (root / "bib/links.lock").exists() and (root / "bib/links.lock").read_text().count(" alive ") >= 20)
    process.send_signal(end)
    out, err = process.communicate(timeout=20)
    done = [path for path, row in said(root).items() if row[1] == "alive"]
    if end == signal.SIGINT:
        assert process.returncode == 130 and "Traceback" not in err
        assert err.splitlines()[-1] == "stopped: 25 of 26 answers written. Run it again to go on."
        assert len(done) == 25
    else:
        assert 20 <= len(done) <= 25
    server.requests.clear()
    assert run(root, hasty, today=date.today()) == 0
    asked = {path for _, path, _ in server.requests}
    assert asked - set(done) == set(said(root)) - set(done)
    assert len(asked & set(done)) <= 1, "at most one that answered before, to show that the network is there"
    assert [row[1] for row in said(root).values()].count("alive") == 25


def test_a_book_that_is_none_and_one_without_a_date(tmp_path, capsys):
    assert check_links.main([str(tmp_path)]) == 2
    (tmp_path / "docs").mkdir()
    assert check_links.main([str(tmp_path)]) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert "no folder docs/" in first and "Fix: add date-released" in second


@pytest.mark.parametrize(("content", "code"), [(b"\xff\xfe", "READ001"), (b"<<<<<<< mine\n", "READ008")])
def test_a_ledger_that_cannot_be_read_is_not_written_over(server, policy, book, capsys, content, code):
    root = book(alder=server.url("/ok"))
    (root / "bib/links.lock").write_bytes(content)
    assert run(root, policy) == 2
    assert f"bib/links.lock:1:1: {code} " in capsys.readouterr().err
    assert (root / "bib/links.lock").read_bytes() == content and server.requests == []


def test_a_ledger_that_cannot_be_written_is_told(server, policy, book, capsys):
    root = book(alder=server.url("/ok"))
    (root / "bib/.links.lock.new").mkdir()
    assert run(root, policy) == 2
    assert ".links.lock.new: Is a directory. Fix: " in capsys.readouterr().err


def test_a_fault_of_the_program_loses_no_answer(server, policy, book, capsys, monkeypatch):
    class Faulty(check_links.Client):
        async def ask(self, address):
            while address.endswith("/broken"):
                await asyncio.sleep(0.01)
                if (root / "bib/links.lock").read_text().count(" alive ") == 20:
                    raise RuntimeError("no such thing")
            return await super().ask(address)

    monkeypatch.setattr(check_links, "Client", Faulty)
    root = book(**{f"a{n}": server.url(f"/ok/{n}") for n in range(20)}, z=server.url("/ok/broken"))
    assert run(root, policy) == 2
    assert "stopped by a fault of the program: RuntimeError('no such thing'); 20 answers written" in capsys.readouterr().err


def test_neither_the_checks_nor_the_build_know_the_network():
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import check, fix, mkdocs_hooks\n"
        "assert not {'aiohttp', 'polite_client'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, str(HOOKS)], check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
