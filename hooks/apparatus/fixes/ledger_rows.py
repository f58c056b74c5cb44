"""Rows of the link ledger for every address of the book and for no other, in order, each with its archived copy."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from apparatus.fixes.edit import Edit
from apparatus.grounds import ledger
from apparatus.model import LinkRow, Location, Monograph, Source
from apparatus.read.places import BOM, Places

CODES = ("LNK030", "LNK031", "LNK033", "LNK034", "LNK035")
REACH = None


def edits(monograph: Monograph, changed: frozenset[str]) -> Iterator[Edit]:
    """The location of an edit is that of the finding which calls for it: of a row that is added, where the book gives the address."""
    source = next((source for source in monograph.sources if source.path == ledger.PATH), Source(ledger.PATH, ""))
    astray = frozenset(ledger.out_of_place(monograph.links))
    placed = [row for row in monograph.links if row not in astray]
    text = _Text(source, placed)
    for row in sorted(astray, key=lambda row: row.location):
        yield text.without(row, f"row out of place removed: {row.url}")
    yield from _corrected(monograph, placed, text)
    missing = _missing(monograph, placed, astray)
    for url, (location, row) in missing.items():
        yield text.with_row(row, location, first=url == next(iter(missing)))


def _corrected(monograph: Monograph, placed: Iterable[LinkRow], text: _Text) -> Iterator[Edit]:
    """Rows that stand in their place, and should not be there or should say something else."""
    needed = ledger.needed(monograph)
    for row in placed:
        need = needed.get(row.url)
        if need is None:
            yield text.without(row, f"row for an address that the book does not give removed: {row.url}")
        elif ledger.is_barred(row, monograph):
            clean = replace(ledger.new(row.url, monograph), first_seen=row.first_seen)
            yield text.rewritten(row, clean, row.location, f"what leads to extremist material taken out of the row for {row.url}")
        elif row.archive not in need.archives:
            place = ledger.place(row, "archive")
            yield text.rewritten(row, replace(row, archive=need.archive), place, f"archived copy of the day of access given for {row.url}")


def _missing(monograph: Monograph, placed: Iterable[LinkRow], astray: Iterable[LinkRow]) -> Mapping[str, tuple[Location, LinkRow]]:
    """The rows to be added, in order of address, each with the place of its finding; one that stood out of place keeps what it says."""
    has = {row.url for row in placed}
    elsewhere = {row.url: row for row in sorted(astray, key=lambda row: row.location, reverse=True)}
    found = {}
    for url, need in ledger.needed(monograph).items():
        if url in has:
            continue
        if row := elsewhere.get(url):
            found[url] = row.location, replace(row, archive=row.archive if row.archive in need.archives else need.archive)
        elif monograph.edition:
            found[url] = need.address.place, ledger.new(url, monograph)
    return found


class _Text:
    """The ledger's text with the rows that stand in order."""

    def __init__(self, source: Source, placed: list[LinkRow]) -> None:
        self._text, self._placed, self._urls = source.text, placed, [row.url for row in placed]
        self._starts = [*Places(source.path, source.text).starts, len(source.text)]

    def _start(self, row: LinkRow) -> int:
        return self._starts[row.location.line - 1] or len(BOM) * self._text.startswith(BOM)

    def without(self, row: LinkRow, what: str) -> Edit:
        return Edit(ledger.PATH, self._start(row), self._starts[row.location.line], "", row.location, what)

    def rewritten(self, row: LinkRow, other: LinkRow, location: Location, what: str) -> Edit:
        start = self._start(row)
        return Edit(ledger.PATH, start, start + len(ledger.line(row)), ledger.line(other), location, what)

    def with_row(self, row: LinkRow, location: Location, first: bool) -> Edit:
        """A line before the first row with a greater address, or at the end; the first line of an empty file follows its head."""
        line, index = ledger.line(row), bisect_left(self._urls, row.url)
        if index < len(self._placed):
            start, line = self._start(self._placed[index]), f"{line}\n"
        else:
            start = len(self._text)
            line = f"\n{line}" if self._text.strip(BOM) and not self._text.endswith("\n") else f"{line}\n"
        head = ledger.HEAD if first and not self._text.strip() else ""
        return Edit(ledger.PATH, start, start, head + line, location, f"row added to the link ledger: {row.url}")
