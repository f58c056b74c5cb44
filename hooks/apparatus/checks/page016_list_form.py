"""PAGE016 list-form: a list item begins with another sign than a hyphen, or stands between two levels.

Why: Python-Markdown knows levels of four spaces; an item two spaces in becomes one of the list above, without a word.
Fix: write `- item`, and four spaces in front of it for each further level; `make fix` mends the sign.
Source: markdownlint MD004, MD005, MD007; Python-Markdown, "Indentation/Tab length"
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import layout
from apparatus.grounds.texts import texts
from apparatus.model import Diagnostic, Monograph

CODE = "PAGE016"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    known = texts(monograph)
    for page, slip in layout.of_book(monograph):
        if slip.kind == "list":
            yield Diagnostic(known.at(page.path, slip.place), CODE, slip.message, slip.fix)
