"""What archives read of the book, ``.zenodo.json``, written anew from ``CITATION.cff``."""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.fixes.edit import Edit
from apparatus.grounds import metadata
from apparatus.model import Location, Monograph

CODES = ("DAT019",)
REACH = None


def edits(monograph: Monograph, changed: frozenset[str]) -> Iterator[Edit]:
    source = next((source for source in monograph.sources if source.path == metadata.ZENODO), None)
    text = metadata.zenodo_text(metadata.of(monograph))
    if source and source.text != text:
        yield Edit(source.path, 0, len(source.text), text, Location(source.path), "metadata for archives written from CITATION.cff")
