"""Accents and letters in Unicode's composed form (NFC), line by line."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from apparatus.fixes.edit import Edit
from apparatus.model import Location, Monograph

CODES = ("TXT005",)
REACH = None


def edits(monograph: Monograph, changed: frozenset[str]) -> Iterator[Edit]:
    for source in monograph.sources:
        if unicodedata.is_normalized("NFC", source.text):
            continue
        start = 0
        for number, line in enumerate(source.text.split("\n"), start=1):
            composed = unicodedata.normalize("NFC", line)
            if composed != line:
                place = Location(source.path, number, 1)
                yield Edit(source.path, start, start + len(line), composed, place, "letters put into composed form (NFC)")
            start += len(line) + 1
