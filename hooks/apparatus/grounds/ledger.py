"""The link ledger set against the book: which addresses need a row, what a row should say, and which rows stand out of place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from apparatus.grounds.addresses import Address, addresses
from apparatus.grounds.archives import copy, is_archived, on_the_web
from apparatus.grounds.extremism import is_extremist
from apparatus.grounds.texts import once
from apparatus.grounds.un_symbols import official
from apparatus.grounds.works import address as identity
from apparatus.model import LinkRow, Location, Monograph
from apparatus.read.ledger import PATH, WIDTH
from apparatus.read.places import BOM, LINE_END

HEAD = """\
# Link ledger: one line for each address on the web that the book gives, in the order of the addresses.
# A line: address, first seen, last checked, status, detail, archived copy, where it leads now. `-` stands for nothing.
# Status: unchecked, alive, dead, or unknown (it did not say). Detail: the HTTP code, or a word such as timeout or dns.
# `make fix` adds and removes lines; `make links` asks the web. First seen is the date of the edition then in hand.
"""
FIELDS = ("url", "first_seen", "last_checked", "status", "detail", "archive", "redirect")


@dataclass(frozen=True)
class Needed:
    """An address that needs a row: where the book gives it first, and its archived copies, one for each entry that gives it."""

    address: Address
    archives: tuple[str, ...]

    @property
    def archive(self) -> str:
        """The archived copy that a new row names: that of the first entry that has one, or nothing."""
        return next(filter(None, self.archives), "")


@once
def needed(monograph: Monograph) -> Mapping[str, Needed]:
    """What needs a row, in order of address: each entry's ``url`` or official document, and what links of pages and data lead to.

    No row belongs to extremist material, to an archived copy, or to what is no sound address on the web; other checks name that.
    """
    banned, found = barred(monograph), {}
    for each in [*addresses(monograph), *derived(monograph)]:
        if each.origin == "field" and each.name != "url" or not on_the_web(each.text) or is_archived(each.text):
            continue
        if banned and identity(each.text) in banned:
            continue
        known = found.setdefault(each.text, Needed(each, ()))
        archive = copy(each.entry, each.text) if each.entry and not is_extremist(each.entry) else ""
        if archive not in known.archives and not (each.entry is None and known.archives):
            found[each.text] = replace(known, archives=(*known.archives, archive))
    return dict(sorted(found.items()))


def derived(monograph: Monograph) -> Iterator[Address]:
    """The addresses that no source holds and the book still links to: those of official documents, each at the entry's symbol."""
    for entry in monograph.entries:
        if found := official(entry):
            place = next(field.location for field in entry.fields if field.name == "number")
            yield Address(found, place, -1, "derived", "number", entry)


@once
def barred(monograph: Monograph) -> frozenset[object]:
    """The addresses of extremist material, as far as entries give any, by what tells one address from others."""
    given = (each for each in addresses(monograph) if each.entry and is_extremist(each.entry))
    return frozenset(found for each in given if (found := identity(each.text)))


def is_barred(row: LinkRow, monograph: Monograph) -> bool:
    """Whether a row's address, archived copy or redirect is one of extremist material, or an archived copy of it."""
    banned = barred(monograph)
    return bool(banned) and any(identity(address) in banned for address in (row.url, row.archive, row.redirect) if address)


def new(url: str, monograph: Monograph) -> LinkRow:
    """The row for an address that has none yet: unchecked, first seen at the date of the edition."""
    day = monograph.edition.isoformat() if monograph.edition else ""
    return LinkRow(url, day, "", "unchecked", "", needed(monograph)[url].archive, "", Location(PATH))


def line(row: LinkRow) -> str:
    """A row as it is written, without line end."""
    return " ".join(getattr(row, name) or "-" for name in FIELDS)


def place(row: LinkRow, name: str) -> Location:
    """Where a field of a row stands."""
    before = FIELDS[: FIELDS.index(name)]
    return replace(row.location, column=1 + sum(len(getattr(row, other) or "-") + 1 for other in before))


def out_of_place(rows: Sequence[LinkRow]) -> tuple[LinkRow, ...]:
    """The fewest rows whose removal leaves the others in order and each address once; in the order written."""
    ends: list[str] = []  # the smallest address that ends a run in order, by the length of the run
    tails: list[int] = []  # the row it stands in
    before: list[int] = []  # the row before each in its run, or -1
    for index, row in enumerate(rows):
        length = bisect_left(ends, row.url)
        before.append(tails[length - 1] if length else -1)
        ends[length : length + 1], tails[length : length + 1] = [row.url], [index]
    kept, index = set(), tails[-1] if tails else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return tuple(row for index, row in enumerate(rows) if index not in kept)


def updated(text: str, rows: Mapping[str, LinkRow]) -> str:
    """The ledger's text with these rows, by address, in the place of those that it has; every other line as it is."""
    lines, ends = LINE_END.split(text), LINE_END.findall(text)
    for number, written in enumerate(lines):
        mark = BOM * written.startswith(BOM)
        row = rows.get(written.removeprefix(BOM).partition(" ")[0])
        if row and written.count(" ") == WIDTH - 1:
            lines[number] = mark + line(row)
    return "".join(f"{written}{end}" for written, end in zip(lines, [*ends, ""], strict=True))
