"""CIT028 citation-alone: a paragraph holds nothing but a citation.

Why: the note's number would stand on a line of its own, and nobody could tell which statement it supports.
Fix: join the citation to the sentence it supports, without a blank line between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.model import Diagnostic, Monograph, Page

CODE = "CIT028"
_SEPARATORS = re.compile(r"[\s.,;]*")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        yield from _page(page)


def _page(page: Page) -> Iterator[Diagnostic]:
    starts = {cluster.span.start: index for index, cluster in enumerate(page.clusters) if not cluster.in_text}
    for paragraph in page.paragraphs:
        if paragraph.kind != "paragraph" or paragraph.span.start not in starts:
            continue
        first = at = starts[paragraph.span.start]
        end = page.clusters[at].span.end
        while (end := _SEPARATORS.match(page.text, end).end()) < paragraph.span.end and end in starts:
            at = starts[end]
            end = page.clusters[at].span.end
        if end >= paragraph.span.end:
            message = f"the citation '{excerpt(page.clusters[first].raw)}' is a paragraph of its own"
            fix = "join it to the sentence it supports, without a blank line between"
            yield Diagnostic(page.clusters[first].location, CODE, message, fix)
