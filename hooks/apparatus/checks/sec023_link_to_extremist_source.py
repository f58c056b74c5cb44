"""SEC023 link-to-extremist-source: a link's text is the title of extremist material, and the link leads to the web.

Why: such material is cited so that claims can be traced, and never linked, wherever a copy may lie.
Fix: delete the link and keep the words with their citation.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.grounds.addresses import leaves
from apparatus.grounds.extremism import is_extremist
from apparatus.grounds.links import written
from apparatus.grounds.texts import shown
from apparatus.model import Diagnostic, Monograph

CODE = "SEC023"
_SHORTEST = 8  # letters of a title that is told from ordinary words


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    titles = {_words(entry["title"]) for entry in monograph.entries if is_extremist(entry)}
    titles = {title for title in titles if len(title) >= _SHORTEST}
    if not titles:
        return
    for found in written(monograph):
        if leaves(found.link.target) and _words(found.link.text) in titles:
            message = f"link to the extremist source '{shown(found.link.text)}'"
            yield Diagnostic(found.location, CODE, message, "delete the link, and keep the words with their citation")


def _words(text: str) -> str:
    return " ".join("".join(sign.lower() if sign.isalnum() else " " for sign in text[:500].replace("’", "")).split())
