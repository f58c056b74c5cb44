"""PAGE013 title-twice: two pages have the same title or the same description.

Why: in search results, in the navigation and in a reference nobody can tell them apart.
Fix: give each page a title and a description of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.grounds.characters import shown
from apparatus.model import Diagnostic, Location, Monograph, Page
from apparatus.read.places import Places

CODE = "PAGE013"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    first: dict[tuple[str, str], str] = {}
    for page in monograph.pages:
        for key in ("title", "description"):
            value = page.front_matter.get(key)
            if isinstance(value, str) and value.strip():
                other = first.setdefault((key, " ".join(value.split()).casefold()), page.path)
                if other != page.path:
                    message = f"{other} has the same {key}: '{shown(value)}'"
                    yield Diagnostic(_place(page, key), CODE, message, f"give each page a {key} of its own", "warning")


def _place(page: Page, key: str) -> Location:
    match = re.search(rf"^{key}[ \t]*:", page.text[: page.body_start], re.MULTILINE)
    return Places(page.path, page.text).at(match.start()) if match else Location(page.path)
