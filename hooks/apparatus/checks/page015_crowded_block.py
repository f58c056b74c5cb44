"""PAGE015 crowded-block: a heading, a list or a fence has no blank line between itself and the text.

Why: Python-Markdown prints a list right below a paragraph as part of the paragraph, hyphens and all; other programs differ on the rest.
Fix: leave a blank line; `make fix` does it.
Source: markdownlint MD022, MD031, MD032; Python-Markdown, "Differences"
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds import layout
from apparatus.grounds.texts import texts
from apparatus.model import Diagnostic, Monograph

CODE = "PAGE015"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    known = texts(monograph)
    for page, slip in layout.of_book(monograph):
        if slip.kind == "block":
            yield Diagnostic(known.at(page.path, slip.place), CODE, slip.message, slip.fix)
