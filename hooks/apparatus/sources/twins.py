"""Whether the book has a work already: by DOI, ISBN, symbol, address (archived forms too), or by title and year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from apparatus.grounds import un_symbols, works, years
from apparatus.model import Entry, Monograph
from apparatus.sources.description import Description
from apparatus.sources.given import Given, thirteen

_PARTS = frozenset({"incollection", "inbook", "inproceedings", "inreference"})  # several of them share the ISBN of their book


class Twin(NamedTuple):
    """The entry that stands for the work already, and what both share. ``sure``: not only the title and the year."""

    entry: Entry
    shared: str
    sure: bool


def of_given(given: Given, monograph: Monograph) -> Twin | None:
    """The entry that what was typed names, before anybody is asked about it."""
    match given.way:
        case "doi":
            return of(Description(doi=given.value), monograph)
        case "isbn":
            return of(Description(form="book", isbn=given.value), monograph)
        case "symbol":
            return of(Description(number=given.value), monograph)
        case "url":
            return of(Description(url=given.value), monograph)
    return None


def of(work: Description, monograph: Monograph) -> Twin | None:
    """The first entry of the same work; what surely is the same comes before what has the same title and year."""
    every = [entry for entry in monograph.entries if works.is_work(entry)]
    found = (twin for entry in every if (twin := _sure(work, entry)))
    return next(found, None) or next(_by_title(work, every), None)


def _sure(work: Description, entry: Entry) -> Twin | None:
    doi = works.doi(entry["doi"])
    address, theirs = works.address(work.url), [works.address(entry[name]) for name in ("url", "archiveurl")]
    symbol = un_symbols.key(work.number) if un_symbols.is_symbol(work.number) else un_symbols.key(un_symbols.in_address(work.url))
    other = un_symbols.key(entry["number"] or un_symbols.in_address(entry["url"]))
    if work.doi and work.doi == doi:
        return Twin(entry, f"the DOI {doi}", True)
    if work.isbn and work.form not in _PARTS and entry.kind not in _PARTS and work.isbn in map(thirteen, entry["isbn"].split(",")):
        return Twin(entry, f"the ISBN {work.isbn}", True)
    if address and address.rest and address in theirs:
        return Twin(entry, "the address", True)
    if symbol and symbol == other:
        return Twin(entry, f"the symbol {entry['number'] or work.number}", True)
    if doi and doi in work.versions:
        return Twin(entry, f"another version of the work (DOI {doi})", False)
    return None


def _by_title(work: Description, entries: list[Entry]) -> Iterator[Twin]:
    mine = _titles(work.title, work.subtitle)
    year = years.of_year(work.date) if work.date else None
    for entry in entries:
        other = years.of_year(entry["date"] or entry["year"])
        if mine & _titles(entry["title"], entry["subtitle"]) and (not year or not other or years.meet(year, other)):
            yield Twin(entry, "the title and the year" if year and other else "the title", False)


def _titles(title: str, subtitle: str) -> set[str]:
    """The title with and without its subtitle, in letters alone; none of a single short word."""
    both = {works.letters(title), works.letters(f"{title} {subtitle}")}
    return {each.removeprefix("the ") for each in both if len(each) > 8}
