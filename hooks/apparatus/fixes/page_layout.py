"""The layout of pages: blanks, blank lines, signs of lists, a line for each sentence; what is printed stays the same."""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.fixes.edit import Edit
from apparatus.grounds import layout
from apparatus.grounds.texts import texts
from apparatus.model import Monograph

CODES = ("PAGE014", "PAGE015", "PAGE016", "PAGE018")
REACH = 0  # characters: the slip itself


def edits(monograph: Monograph, changed: frozenset[str]) -> Iterator[Edit]:
    known = texts(monograph)
    for page, slip in layout.of_book(monograph):
        if slip.text is not None:
            yield Edit(page.path, slip.start, slip.end, slip.text, known.at(page.path, slip.place), f"{slip.message}: mended")
