"""Command-line adapter: asks the web whether the book's sources are still there, and writes the answers into the link ledger.

Exit 0 nothing is dead, 1 something is, 2 broken input or no network, 130 stopped with Ctrl-C. Whatever ends it, what was learnt
is written, and the next run goes on from there.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import aiohttp
from apparatus import checks, fixes, read, report
from apparatus.grounds import addresses, answers, ledger
from apparatus.model import LinkRow, Monograph
from polite_client import Client, Policy

EVERY = 20  # answers between two writings
TRUSTED = 3  # addresses known to be alive that are asked, if nothing else answers, whether the network is there
SHOWN = ("alive", "dead", "unknown", "unchecked")  # the order in a sum
CLEAR = "\x1b[K"  # the rest of a line on a terminal


def main(arguments: list[str], policy: Policy = Policy(), resolver=aiohttp.ThreadedResolver, today: date | None = None) -> int:
    """``policy``, ``resolver`` (what looks host names up) and ``today`` are other than usual only in tests."""
    try:
        return _links(_options(arguments), policy, resolver, today or date.today())
    except KeyboardInterrupt:
        print("stopped before anything was asked", file=sys.stderr)
        return 130
    except OSError as error:
        return _broken(f"{error.filename}: {error.strerror}. Fix: see that the folder and the file can be written")


def _links(options: argparse.Namespace, policy: Policy, resolver, today: date) -> int:
    if not (options.root / "docs").is_dir():
        return _broken(f"{options.root}: no folder docs/ in it. Fix: name the folder that holds docs/, bib/ and data/")
    monograph = read.book(options.root)
    if monograph.edition is None:
        return _broken("CITATION.cff: no date of release, with which the rows of the ledger begin. Fix: add date-released")
    if unreadable := [finding for finding in monograph.failures if finding.location.path == ledger.PATH]:
        return _broken(report.text(unreadable).rstrip())
    file = _File(options.root / ledger.PATH)
    file.write(_with_rows_for_all(monograph, file.text()))
    every = [row for row in read.ledger.rows(ledger.PATH, file.text())[0] if row.url in ledger.needed(monograph)]
    rows = [row for row in every if options.only in row.url]
    due = [row for row in rows if _is_due(row, today, options.older_than)]
    run = _Run(file, every, due, max(today, monograph.edition))
    code = run.ask(policy, resolver)
    if code is None:
        rows = [run.learnt.get(row.url, row) for row in rows]
        code = _report(rows, run, monograph)
    return code


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="check_links.py", description="Ask the web whether the book's sources are still there.")
    parser.add_argument("root", nargs="?", type=Path, default=Path(), help="the folder that holds docs/, bib/ and data/")
    parser.add_argument("--older-than", type=int, default=7, metavar="DAYS", help="ask again after so many days (7); 0 asks for all")
    parser.add_argument("--only", default="", metavar="PART", help="ask only for addresses that hold this")
    return parser.parse_args(arguments)


def _broken(message: str) -> int:
    print(message, file=sys.stderr)
    return 2


def _with_rows_for_all(monograph: Monograph, text: str) -> str:
    """The ledger with a row for each address and for no other, as `make fix` writes it."""
    edits = [edit for edit in fixes.edits(monograph, checks.run(monograph)) if edit.path == ledger.PATH]
    return fixes.mended(monograph, edits).get(ledger.PATH, text)


def _is_due(row: LinkRow, today: date, days: int) -> bool:
    """Whether a row was never checked, or not in the last so many days. A date that is none, or to come, counts as never."""
    try:
        return not 0 <= (today - date.fromisoformat(row.last_checked)).days < days
    except ValueError:
        return True


class _File:
    """The ledger on disk, of which a reader always sees a whole state."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def text(self) -> str:
        """What it holds now, line ends and all; nothing if there is none."""
        return self._path.read_bytes().decode("utf-8") if self._path.exists() else ""

    def write(self, text: str) -> None:
        """Replace it in one step, if it changes."""
        if text != self.text():
            self._path.parent.mkdir(exist_ok=True)
            new = self._path.with_name(f".{self._path.name}.new")
            new.write_bytes(text.encode("utf-8"))
            os.replace(new, self._path)


class _Run:
    """One asking of all that is due. Failures count only once a server that answers has shown that the network is there."""

    def __init__(self, file: _File, rows: Sequence[LinkRow], due: Sequence[LinkRow], day: date) -> None:
        self._file, self._due, self._day = file, due, day.isoformat()
        self._alive = [row.url for row in rows if row.status == "alive"][:TRUSTED]
        self.learnt: dict[str, LinkRow] = {}
        self._unproved: dict[str, LinkRow] = {}
        self._proof = ""  # the address that answered last
        self._asked = self._written = 0
        self.left_alone = 0  # addresses whose host wants no more questions

    def ask(self, policy: Policy, resolver) -> int | None:
        """Ask for everything and write what is learnt; an exit code if it did not come to its end."""
        try:
            try:
                asyncio.run(self._ask(policy, resolver))
            finally:
                self._save()
        except KeyboardInterrupt:
            print(f"\nstopped: {len(self.learnt)} of {len(self._due)} answers written. Run it again to go on.", file=sys.stderr)
            return 130
        except ExceptionGroup as broken:
            return _broken(f"stopped by a fault of the program: {broken.exceptions[0]!r}; {len(self.learnt)} answers written")
        if self._unproved:
            left = f"{len(self._unproved)} of {len(self._due)} addresses: the network could not be reached"
            return _broken(f"{left}, and their rows are left as they were. Fix: see to the connection, and run it again")
        return None

    async def _ask(self, policy: Policy, resolver) -> None:
        async with Client(policy, resolver) as client:
            async with asyncio.TaskGroup() as group:
                for row in self._due:
                    group.create_task(self._ask_one(client, row))
        for address in (self._proof,) if self._proof else self._alive:
            if self._unproved:  # is the network there at all, or was it to the end?
                async with Client(policy, resolver) as client:
                    self._take(address, await client.ask(address))

    async def _ask_one(self, client: Client, row: LinkRow) -> None:
        answer = await client.ask(row.url)
        self._asked += 1
        if answer is None:
            self.left_alone += 1
        else:
            self._unproved[row.url] = answers.checked(row, answer, self._day)
        self._take(row.url, answer)
        if len(self.learnt) >= self._written + EVERY:
            self._save()
        self._show()

    def _take(self, address: str, answer: answers.Answer | None) -> None:
        """An answer from a server proves all that came before it."""
        if answer and answers.proves_network(answer):
            self._proof = address
            self.learnt |= self._unproved
            self._unproved = {}

    def _save(self) -> None:
        self._written = len(self.learnt)
        self._file.write(ledger.updated(self._file.text(), self.learnt))

    def _show(self) -> None:
        """How far it has come: one line that changes on a terminal, elsewhere a line for every tenth part."""
        count, terminal = len(self._due), sys.stderr.isatty()
        if terminal or self._asked == count or self._asked * 10 // count > (self._asked - 1) * 10 // count:
            line = f"{self._asked} of {count} asked: {_summary(self.learnt.values())}"
            again, end = ("\r" + CLEAR) * terminal, "" if terminal and self._asked < count else "\n"
            print(f"{again}{line}", end=end, file=sys.stderr, flush=True)


def _summary(rows) -> str:
    counts = Counter(row.status for row in rows)
    return ", ".join(f"{counts[status]} {status}" for status in SHOWN if counts[status]) or "no answer yet"


def _report(rows: Sequence[LinkRow], run: _Run, monograph: Monograph) -> int:
    """Print the dead links with what to do, and the sum. Exit 1 if there is a dead one."""
    dead = {row.url: row for row in rows if row.status == "dead"}
    for each in (*addresses.addresses(monograph), *ledger.derived(monograph)):
        if row := dead.get(each.text):
            source = f" of '{each.entry.citekey}'" if each.entry else ""
            copy = f"; the archived copy: {row.archive}" if row.archive else ""
            print(f"{each.place}: dead link{source} ({row.detail}): {row.url}. Fix: find where the page has gone{copy}")
    moved = sum(bool(row.redirect) for row in rows)
    later = f"; {run.left_alone} left for another day, as their host asks" if run.left_alone else ""
    print(f"{len(rows)} addresses: {_summary(rows)}; {moved} lead elsewhere (last field of {ledger.PATH}){later}")
    return 1 if dead else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
