"""LNK014 navigation-without-page: the navigation lists a page that does not exist.

Why: the entry leads to an error page, and the chapter is missing from the book without a word.
Fix: correct the path in `nav:` of mkdocs.yml, or add the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.links import generated
from apparatus.grounds.texts import Nearest, shown
from apparatus.grounds.urls import SCHEME
from apparatus.model import Diagnostic, Monograph

CODE = "LNK014"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    names = {*monograph.by_name, *generated(monograph)}
    nearest = Nearest(names)
    for entry in monograph.navigation or ():
        target = entry.target.removeprefix("./")
        if SCHEME.match(target) or target.startswith("//") or target.endswith("/") or f"docs/{target}" in monograph.files:
            continue
        if target not in names:
            near = nearest(target)
            fix = f"did you mean '{near}'?" if near else "correct the path, or add the page"
            yield Diagnostic(entry.location, CODE, f"no page '{shown(entry.target)}' for the navigation", fix)
