"""Which works go together in one file: all of the book's, and those that each chapter cites."""

from __future__ import annotations

from collections.abc import Mapping

from apparatus.evidence.chapters import chapters
from apparatus.model import Monograph, Page

WHOLE = "bibliography"


def selections(monograph: Monograph) -> Mapping[str, tuple[str, ...]]:
    """The citekeys, sorted, by the name of their file: first ``bibliography``, then the chapters by their slugs, in order.

    A chapter that cites nothing has an empty selection. A name that is taken gets a number: ``bibliography-2``.
    """
    found = {WHOLE: tuple(sorted(monograph.by_citekey))}
    for chapter in chapters(monograph):
        name, number = chapter.slug, 2
        while name in found:
            name, number = f"{chapter.slug}-{number}", number + 1
        found[name] = cited(chapter.page, monograph)
    return found


def cited(page: Page, monograph: Monograph) -> tuple[str, ...]:
    """The works in a page's notes, sorted: those it cites, and those in the short forms of the editorial notes shown on it.

    An editorial note of weight 1 is shown as a link, without its text. Citekeys without entry are left out.
    """
    shown = {marker.note for marker in page.markers}
    found = {citation.citekey for citation in page.citations}
    for note in monograph.data.get("editorial", ()):
        if str(note.values.get("id")) in shown and note.values.get("weight") != 1:
            found |= {citation.citekey for cluster in note.clusters.get("short", ()) for citation in cluster.citations}
    return tuple(sorted(found & monograph.by_citekey.keys()))
