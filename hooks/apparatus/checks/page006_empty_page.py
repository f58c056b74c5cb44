"""PAGE006 empty-page: a page has no text, or nothing but its heading.

Why: the navigation leads the reader to a blank page.
Fix: write the page, or delete it and its place in the navigation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.model import Diagnostic, Location, Monograph, Page
from apparatus.read.places import Places

CODE = "PAGE006"
_NOTHING = re.compile(r"<!--(?:(?!<!--)[\s\S])*?-->|^[ \t]*#{1,6}(?:[ \t][^\r\n]*)?$|^[ \t]*(?:---+|\*\*\*+|___+)[ \t]*$", re.MULTILINE)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    unreadable = {failure.location.path for failure in monograph.failures}
    for page in monograph.pages:
        if page.path in unreadable or page.fences or page.markers or page.links or page.paragraphs:
            continue
        if not _rest(page):
            place = page.headings[0].location if page.headings else _beginning(page)
            message = "the page has no text below its heading" if page.headings else "the page is empty"
            yield Diagnostic(place, CODE, message, "write it, or delete it and its place in the navigation")


def _rest(page: Page) -> str:
    """What is on the page besides headings, comments and rules."""
    kept, done = [], page.body_start
    for heading in page.headings:
        kept.append(page.text[done : heading.span.start])
        done = heading.span.end
    return _NOTHING.sub("", "".join((*kept, page.text[done:]))).strip(" \t\r\n#=-\ufeff")


def _beginning(page: Page) -> Location:
    return Places(page.path, page.text).at(page.body_start) if page.body_start < len(page.text) else Location(page.path)
