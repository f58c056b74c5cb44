"""LNK003 file-missing: an image or a download is not in the repository.

Why: the reader sees a hole where the image should be, or downloads an error page.
Fix: add the file below docs/, or correct its path; upper and lower case count.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from apparatus.grounds import links
from apparatus.grounds.links import written
from apparatus.grounds.texts import Nearest, shown
from apparatus.model import Diagnostic, Monograph

CODE = "LNK003"
_PAGES = ("", ".md", ".markdown", ".mkd", ".html", ".htm")
_AT_BUILD = "assets/stylesheets/"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    files = frozenset(path.removeprefix("docs/") for path in monograph.files)
    cased = {name.lower(): name for name in sorted(files) if not name.endswith(".md")}
    made = links.files(monograph)
    nearest = Nearest([*cased.values(), *made])
    for link in written(monograph):
        if not files or not link.inner or link.astray or not link.path:
            continue
        page = posixpath.splitext(link.path)[1].lower() in _PAGES and not link.link.image
        if page or link.resolved in files or link.resolved in made or link.resolved.startswith(_AT_BUILD):
            continue
        what = "image" if link.link.image else "file"
        near = cased.get(link.resolved.lower(), "") or nearest(link.resolved, 0.75)
        near = near if posixpath.splitext(near)[1].lower() == posixpath.splitext(link.path)[1].lower() else ""
        path = posixpath.relpath(near, posixpath.dirname(link.base) or ".") if near else ""
        fix = f"did you mean '{path}'?" if path else "add it below docs/, or correct the path"
        yield Diagnostic(link.location, CODE, f"no {what} '{shown(link.path)}'", fix)
