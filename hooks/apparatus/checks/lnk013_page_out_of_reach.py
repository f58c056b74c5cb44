"""LNK013 page-out-of-reach: a page is neither in the navigation nor linked from another page.

Why: no reader finds it.
Fix: add it to `nav:` in mkdocs.yml, link to it, or delete it.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.links import written
from apparatus.model import Diagnostic, Location, Monograph

CODE = "LNK013"
_ALONE = ("404.md", "snippets/", "includes/")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    if monograph.navigation is None:
        return
    listed = {entry.target.removeprefix("./") for entry in monograph.navigation}
    linked = {link.resolved for link in written(monograph) if link.inner and link.path and link.resolved != link.base}
    folders = tuple(target for target in listed if target.endswith("/"))
    for page in monograph.pages:
        if page.name in listed or page.name in linked or page.name.startswith(_ALONE) or (folders and page.name.startswith(folders)):
            continue
        message = f"page '{page.name}' is neither in the navigation nor linked"
        yield Diagnostic(Location(page.path), CODE, message, "add it to 'nav:' in mkdocs.yml, or link to it")
