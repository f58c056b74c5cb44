"""Each work as reference managers take it in: BibTeX, RIS and CSL-JSON, from one reading of its entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from apparatus import pandoc
from apparatus.model import Entry
from apparatus.records import bibtex, csl, ris
from apparatus.records.public import public

FORMAT = "2"  # part of the cache key: raise it when the shape of what is cached changes


@dataclass(frozen=True)
class WorkRecord:
    """One work in three forms: a CSL-JSON item, a BibTeX entry (LF), a RIS record (CRLF); both texts end with a line end."""

    citekey: str
    csl: Mapping[str, object] = field(hash=False)
    bibtex: str
    ris: str


def works(entries: Iterable[Entry], cache: Path | None = None) -> Mapping[str, WorkRecord]:
    """The records by citekey, in the order of the citekeys; of entries with the same citekey the first counts.

    An entry that pandoc cannot read has no record; the references of the book report it. ``cache`` is a folder that may not
    exist yet.
    """
    chosen = [public(entry) for entry in pandoc.chosen(entries)]
    if not chosen:
        return {}
    place = pandoc.place(cache, "records", FORMAT, *map(pandoc.biblatex, chosen))
    items = pandoc.kept(place)
    if items is None:
        items, failures = pandoc.in_batches(chosen, csl.items)
        if not failures:
            pandoc.keep(place, items)
    return {
        entry.citekey: WorkRecord(entry.citekey, items[entry.citekey], bibtex.text(entry), ris.text(items[entry.citekey]))
        for entry in chosen
        if entry.citekey in items
    }
