"""LNK011 heading-level-skipped: a heading is more than one level below the heading before it.

Why: tables of contents, screen readers and the PDF's bookmarks take the levels for the order of the chapter.
Fix: use the next level, or add the heading that is missing between the two.
Source: WCAG 2.2, technique G141.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Monograph

CODE = "LNK011"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        before = 0
        for heading in sorted(page.headings, key=lambda heading: heading.span):
            if before and heading.level > before + 1:
                message = f"heading '{shown(heading.text)}' of level {heading.level} follows one of level {before}"
                yield Diagnostic(heading.location, CODE, message, f"write {'#' * (before + 1)}")
            before = heading.level
