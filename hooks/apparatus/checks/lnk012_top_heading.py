"""LNK012 top-heading: a page has no heading of the first level, more than one, or other headings before it.

Why: the first heading is the chapter's title in the navigation; a second one would be another chapter.
Fix: begin the page with one line `# Title`, and write all other headings with ## or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.texts import shown, texts
from apparatus.model import Diagnostic, Monograph, Page

CODE = "LNK012"
_TITLE = re.compile(r"<h1[\s>]", re.IGNORECASE)
_PARTIAL = ("snippets/", "includes/")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    known = texts(monograph)
    for page in monograph.pages:
        if page.name.startswith(_PARTIAL) or "template" in page.front_matter or _TITLE.search(page.text):
            continue
        headings = sorted(page.headings, key=lambda heading: heading.span)
        tops = [heading for heading in headings if heading.level == 1]
        if not tops and (headings or page.paragraphs):
            place = headings[0].location if headings else known.at(page.path, _begin(page))
            yield Diagnostic(place, CODE, "the page has no heading of the first level", "begin it with a line '# Title'")
        elif tops and headings[0] is not tops[0]:
            message = f"heading '{shown(headings[0].text)}' stands before the page's title"
            yield Diagnostic(headings[0].location, CODE, message, "begin the page with its title '# …'")
        for heading in tops[1:]:
            message = f"'{shown(heading.text)}' is a second heading of the first level"
            yield Diagnostic(heading.location, CODE, message, "write '##', or give it a page of its own")


def _begin(page: Page) -> int:
    rest = page.text[page.body_start :]
    return page.body_start + len(rest) - len(rest.lstrip())
