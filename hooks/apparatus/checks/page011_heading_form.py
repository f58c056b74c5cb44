"""PAGE011 heading-form: a heading has no words, ends in a stop, colon or comma, or lacks the space after its signs.

Why: it is printed in the table of contents and in references; and not every program takes `#Heading` for a heading.
A question mark, an exclamation mark and the stop of an abbreviation are legal.
Fix: write `## Words` without a stop at the end.
Source: markdownlint MD018, MD026; CommonMark 0.31.2, section 4.2; The Chicago Manual of Style, 17th edition, section 1.56
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.characters import shown
from apparatus.model import Diagnostic, Heading, Monograph, Page

CODE = "PAGE011"
_ABBREVIATION = re.compile(r"(?:\b(?:[A-Za-z]\.)+|\b(?:etc|al|vs|Inc|Ltd|Jr|Sr|Co|St|no|vol|ed|ca)\.|\.\.\.)$")
_SIGNS = re.compile(r"#{1,6}$")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        for heading in page.headings:
            words = heading.text.strip()
            if not words:
                yield Diagnostic(heading.location, CODE, "the heading has no words", "write them, or delete the heading")
                continue
            if words[-1] in ".,:;" and not _ABBREVIATION.search(words) and not words.endswith(("&amp;", "&quot;")):
                message = f"the heading '{shown(words)}' ends in '{words[-1]}'"
                yield Diagnostic(heading.location, CODE, message, "delete the mark at its end", "warning")
            if signs := _joined(page, heading):
                message = f"no space between '{signs}' and '{shown(words)}'"
                yield Diagnostic(heading.location, CODE, message, f"write '{signs} {shown(words)}'")


def _joined(page: Page, heading: Heading) -> str:
    """The number signs that stand directly before the heading's first word."""
    signs = _SIGNS.search(page.text, max(0, heading.span.start - 6), heading.span.start)
    return signs[0] if signs else ""
