"""LNK016 link-not-relative: a link begins at the root of the site, or leads to the page it stands on.

Why: a path from the root breaks when the book stands in a folder of its host; a link to its own page leads nowhere.
Fix: write the path relative to the page, ../folder/page.md; link to a section of the same page as #anchor.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from apparatus.grounds.links import Written, generated, written
from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Monograph

CODE = "LNK016"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    names = {*monograph.by_name, *generated(monograph)}
    for link in written(monograph):
        if link.absolute and not link.astray and not link.path.startswith("//"):
            message = f"path '{shown(link.path)}' begins at the root of the site"
            yield Diagnostic(link.location, CODE, message, _fix(link, names), "warning")
        elif link.inner and link.path and not link.fragment and link.resolved == link.base and not link.link.image:
            message = f"link '{shown(link.link.text)}' leads to the page it stands on"
            yield Diagnostic(link.location, CODE, message, "give the anchor of a section, '#…', or remove the link", "warning")


def _fix(link: Written, names: set[str]) -> str:
    path = link.path.strip("/")
    found = next((name for name in (path, f"{path}.md", f"{path}/index.md") if name in names), "")
    if not found:
        return "write the path relative to the page"
    return f"write '{posixpath.relpath(found, posixpath.dirname(link.base) or '.')}'"
