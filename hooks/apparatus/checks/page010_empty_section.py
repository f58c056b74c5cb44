"""PAGE010 empty-section: a heading is followed by the next one, or by the end of the page, with nothing between.

Why: the table of contents promises a passage that is not there.
A heading with subsections, a table, a figure or an editorial note below it is legal.
Fix: write the section, or delete its heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.characters import shown
from apparatus.model import Diagnostic, Monograph

CODE = "PAGE010"
_NOTHING = re.compile(r"<!--(?:(?!<!--)[\s\S])*?-->|^[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*$", re.MULTILINE)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        headings = page.headings
        for index, heading in enumerate(headings):
            following = headings[index + 1] if index + 1 < len(headings) else None
            if following and following.level > heading.level:
                continue
            between = page.text[heading.span.end : following.span.start if following else len(page.text)]
            rest = _NOTHING.sub("", between.lstrip("# \t")).strip(" \t\r\n#")
            if not rest and (heading.level > 1 or len(headings) > 1):
                message = f"nothing stands below the heading '{shown(heading.text)}'"
                yield Diagnostic(heading.location, CODE, message, "write the section, or delete its heading")
