"""LNK001 page-missing: a link leads to a page that the book does not have.

Why: the reader arrives at an error page.
Fix: give the path of a page below docs/, relative to the page the link stands on, with its ending .md.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from apparatus.grounds.links import Written, files, generated, written
from apparatus.grounds.scripts import script
from apparatus.grounds.texts import Nearest, shown
from apparatus.model import Diagnostic, Monograph

CODE = "LNK001"
_PAGES = ("", ".md", ".markdown", ".mkd", ".html", ".htm")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    names = {*monograph.by_name, *generated(monograph)}
    made = files(monograph)
    nearest = Nearest(names)
    homes = {posixpath.basename(name).lower(): name for name in sorted(names, reverse=True)}
    kept = frozenset(monograph.files)
    for link in written(monograph):
        if not link.inner or link.astray or not link.path or link.link.image or script(link.link.target):
            continue
        found = link.resolved
        if found in names or found in made or f"docs/{found}" in kept or posixpath.splitext(found)[1].lower() not in _PAGES:
            continue
        yield Diagnostic(link.location, CODE, f"no page '{shown(link.path)}'", _fix(link, names, homes, nearest))


def _fix(link: Written, names: set[str], homes: dict[str, str], nearest: Nearest) -> str:
    found = link.resolved.replace("\\", "/").removesuffix(".html").removesuffix(".md")
    near = [name for name in (f"{found}.md", f"{found}/index.md") if name in names]
    near += [homes.get(posixpath.basename(f"{found}.md").lower(), "") or nearest(f"{found}.md", 0.7)]
    if not near[0]:
        return "give the path of a page below docs/, or add the page"
    return f"did you mean '{posixpath.relpath(near[0], posixpath.dirname(link.base) or '.')}'?"
