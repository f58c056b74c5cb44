"""LNK021 link-without-target: a link or an image has no address, or only a '#'.

Why: it looks like a link and leads nowhere.
Fix: give the address, or remove the brackets.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.links import written
from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Monograph

CODE = "LNK021"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for found in written(monograph):
        link = found.link
        bare = link.target.strip()
        if bare not in ("", "#") or found.html or (not link.text and not link.image):
            continue  # `[](){#name}` sets an anchor
        what = "image" if link.image else "link"
        yield Diagnostic(found.location, CODE, f"{what} '{shown(link.text)}' has no address", "give its address")
