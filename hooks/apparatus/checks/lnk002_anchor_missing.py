"""LNK002 anchor-missing: a link names a place on a page that the page does not have.

Why: the reader is put at the top of the page and has to search for what was meant.
Fix: give the anchor of a heading on that page, as written in `{#…}` or made from its words.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.links import anchors, is_anchor, written
from apparatus.grounds.texts import Nearest, shown
from apparatus.model import Diagnostic, Monograph

CODE = "LNK002"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    known = anchors(monograph)
    nearest: dict[str, Nearest] = {}
    for link in written(monograph):
        fragment, page = link.fragment, link.resolved
        if not fragment or not link.inner or page not in known or is_anchor(fragment, known[page]):
            continue
        near = nearest.setdefault(page, Nearest(known[page]))(fragment.lower())
        fix = f"did you mean '#{near}'?" if near else "give the anchor of a heading, or add one"
        yield Diagnostic(link.location, CODE, f"no anchor '#{shown(fragment)}' on {page}", fix)
