"""CIT009 citation-in-heading: a citation stands in a heading or a title.

Why: headings are repeated in the navigation, the table of contents and in links, where a note number means nothing.
Fix: cite the work in the first sentence below the heading.
Source: MHRA Style Guide, 10.3: “Do not attach a note number to a heading or subheading”
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from apparatus.grounds.excerpts import excerpt
from apparatus.model import Diagnostic, Monograph, Page, Span
from apparatus.read.places import Places

CODE = "CIT009"
VALUES = ("title", "term", "abbr", "expansion")  # of data: what is printed as a heading or a tooltip
FIX = "cite it in the first sentence below instead"
_BRACKET = re.compile(r"\[[^\[\]\n]*@([\w:.#$%&+?<>~/-]+)[^\[\]\n]*\]")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        yield from _page(page)
        yield from _front_matter(page, monograph)
    for data in monograph.data.values():
        for datum in data:
            for name in VALUES:
                for cluster in datum.clusters.get(name, ()):
                    message = f"citation '{excerpt(cluster.raw)}' stands in `{name}`"
                    yield Diagnostic(cluster.location, CODE, message, "cite it in a value that is printed as text")


def _page(page: Page) -> Iterator[Diagnostic]:
    titles: list[tuple[Span, str]] = [(heading.span, "a heading") for heading in page.headings]
    titles += [(paragraph.span, "the title of a box") for paragraph in page.paragraphs if paragraph.kind == "title"]
    titles.sort()
    starts = [span.start for span, _ in titles]
    for cluster in page.clusters:
        index = bisect_right(starts, cluster.span.start) - 1
        if index >= 0 and cluster.span.start < titles[index][0].end:
            message = f"citation '{excerpt(cluster.raw)}' stands in {titles[index][1]}"
            yield Diagnostic(cluster.location, CODE, message, FIX)


def _front_matter(page: Page, monograph: Monograph) -> Iterator[Diagnostic]:
    """Titles and descriptions are never read as citations: what looks like one is printed as it stands."""
    text = page.text[: page.body_start]
    if "@" not in text:
        return
    for bracket in _BRACKET.finditer(text):
        if bracket[1].rstrip(".,:;?") in monograph.by_citekey:
            place = Places(page.path, page.text).at(bracket.start())
            yield Diagnostic(place, CODE, f"citation '{excerpt(bracket[0])}' stands in the page's front matter", FIX)
