"""The chapters of the book in their order, numbered from 1."""

from __future__ import annotations

from dataclasses import dataclass

from apparatus.grounds import boxes
from apparatus.grounds.texts import once
from apparatus.model import Monograph, Page


@dataclass(frozen=True)
class Chapter:
    """A chapter: its number in the book, from 1, and its page."""

    number: int
    page: Page

    @property
    def slug(self) -> str:
        """Its name in file names and anchors: ``fighters-concept`` for ``fighters/concept.md``."""
        return self.page.name.removesuffix(".md").replace("/", "-")


@once
def chapters(monograph: Monograph) -> tuple[Chapter, ...]:
    """The pages with an abstract, in the order of the navigation; without navigation in the order of their names."""
    if monograph.navigation is None:
        pages = sorted(monograph.pages, key=lambda page: page.name)
    else:
        pages = [monograph.by_name[entry.target] for entry in monograph.navigation if entry.target in monograph.by_name]
    found = [page for page in dict.fromkeys(pages) if any(box.kind == "abstract" for box in boxes.admonitions(page))]
    return tuple(Chapter(number, page) for number, page in enumerate(found, start=1))


@once
def by_name(monograph: Monograph) -> dict[str, Chapter]:
    """The chapters by their page's path below ``docs/``."""
    return {chapter.page.name: chapter for chapter in chapters(monograph)}
