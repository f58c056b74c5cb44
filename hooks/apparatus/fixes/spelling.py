"""Misspelt words of the running text, where there is one word that can have been meant: ``recieve`` becomes ``receive``."""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.fixes.edit import Edit, offset
from apparatus.grounds import misspellings
from apparatus.model import Monograph

CODES = ("TXT038",)
REACH = 0  # characters: the word itself


def edits(monograph: Monograph, changed: frozenset[str]) -> Iterator[Edit]:
    texts = {page.path: page for page in monograph.pages} | {source.path: source for source in monograph.sources}
    for slip in misspellings.of_book(monograph):
        if len(slip.meant) != 1:
            continue
        source = texts[slip.location.path]
        start = offset(source, slip.location)
        if source.text.startswith(slip.word, start):
            what = f"'{slip.word}' spelt '{slip.meant[0]}'"
            yield Edit(source.path, start, start + len(slip.word), slip.meant[0], slip.location, what)
