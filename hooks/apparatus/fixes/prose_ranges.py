"""Ranges of numbers in running text with an en dash: ``2016-17`` becomes ``2016–17``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from apparatus.fixes.edit import Edit
from apparatus.model import Location, Monograph, Page, Span

CODES = ("TXT022",)
REACH = 12  # characters: the first number of the range

# Two numbers and nothing else round the hyphen: no date (2020-05-17), code (S-4), telephone number or ISBN.
RANGE = re.compile(r"(?<![\w/.:,#-])(\d{1,4}|\d{1,3}(?:,\d{3})+)-(\d{1,4}|\d{1,3}(?:,\d{3})+)(?![\w/-]|[.:,]\d)")
WHAT = "en dash put into a range of numbers"


def edits(monograph: Monograph, changed: frozenset[str]) -> Iterator[Edit]:
    for page in monograph.pages:
        hidden = _Hidden(page)
        for paragraph in page.paragraphs:
            for found in RANGE.finditer(page.text, paragraph.span.start, paragraph.span.end):
                if not hidden.holds(found.start()):
                    dash = found.end(1)
                    line = page.text.count("\n", 0, dash) + 1
                    place = Location(page.path, line, dash - page.text.rfind("\n", 0, dash))
                    yield Edit(page.path, dash, dash + 1, "–", place, WHAT)


class _Hidden:
    """The stretches of a page that are no prose: code, addresses, citations."""

    def __init__(self, page: Page):
        spans = sorted([*page.code, *(cluster.span for cluster in page.clusters)])
        self._spans: list[Span] = spans
        self._starts = [span.start for span in spans]

    def holds(self, place: int) -> bool:
        index = bisect_right(self._starts, place) - 1
        return index >= 0 and place < self._spans[index].end
