"""What is bound, in which order: the pages of the navigation but those for contributors and programs, and the index of names."""

from __future__ import annotations

from dataclasses import dataclass

from apparatus.evidence import chapters
from apparatus.model import Monograph
from apparatus.volume.targets import INDEX

# Pages that stay on the site, with the reason.
ON_THE_SITE = {
    "about/checks.md": "for contributors: what each check wants",
    "about/data.md": "for programs: the files beside the site",
}
_INDEX_IN = "Apparatus"  # the part of the navigation that the index joins
_LAST = "about/"  # pages about the edition stand behind the index


@dataclass(frozen=True)
class Bound:
    """A division to be bound: its page, its matter (``front``, ``body``, ``back``), the number of a chapter or 0, its part."""

    name: str
    matter: str
    number: int
    part: str


def contents(monograph: Monograph) -> tuple[Bound, ...]:
    """The divisions in order. What stands before the first chapter is front matter, what stands behind the last is back matter."""
    known = chapters.by_name(monograph)
    names = [entry for entry in monograph.navigation or () if entry.target.endswith(".md") and entry.target not in ON_THE_SITE]
    last = max((n for n, entry in enumerate(names) if entry.target in known), default=-1)
    found = []
    for place, entry in enumerate(names):
        chapter = known.get(entry.target)
        matter = "body" if chapter else "front" if place < last else "back"
        found.append(Bound(entry.target, matter, chapter.number if chapter else 0, "" if matter == "front" else entry.part))
    about = [bound for bound in found if bound.matter == "back" and bound.name.startswith(_LAST)]
    return (*(bound for bound in found if bound not in about), Bound(INDEX, "back", 0, _INDEX_IN), *about)
