"""LNK020 html-link-to-page: a link in HTML, <a href="page.md">, leads to a page of the book.

Why: only links in Markdown are turned into addresses of the built site; this one leads to a file that is not there.
Fix: write `[words](page.md)`.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.links import written
from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Monograph

CODE = "LNK020"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for link in written(monograph):
        if link.html and link.inner and not link.link.image and link.path.lower().endswith(".md"):
            message = f"HTML link to the page '{shown(link.path)}'"
            yield Diagnostic(link.location, CODE, message, f"write [words]({shown(link.link.target)})")
