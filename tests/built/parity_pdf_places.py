"""Where the links of a PDF lead: from a spot on a page to the piece of its structure that begins there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import pikepdf
from lxml import etree
from parity_facts import BLOCKS

Element = etree._Element
ABOVE = 10  # points by which Typst leads above a place, so that it is not pressed against the edge of the window
NEAR = 100  # points below a spot in which what it means must begin; the title of a chapter stands far below its place
SLACK = 2  # points by which the first letters may stand above it: a place within a line is at the height of its letters


@dataclass(frozen=True)
class Spot:
    """A spot: page from 0, points from the left and from the bottom."""

    page: int
    x: float
    y: float


def spot(pdf: pikepdf.Pdf, destination: pikepdf.Object, numbers: dict[tuple[int, int], int]) -> tuple[int, float, float]:
    """The spot that a destination means, by name or in itself (ISO 32000-1, 12.3.2)."""
    if not isinstance(destination, pikepdf.Array):
        destination = pikepdf.NameTree(pdf.Root.Names.Dests)[str(destination)]
    if isinstance(destination, pikepdf.Dictionary):
        destination = destination.D
    page, _, x, y = list(destination)[:4]
    return numbers[page.objgen], float(x), float(y) - ABOVE


class Places:
    """The blocks of a book by page, with the labels of the pages."""

    def __init__(self, pdf: pikepdf.Pdf, numbers: dict[tuple[int, int], int], root: Element) -> None:
        self.pdf, self.numbers = pdf, numbers
        self.labels = [page.label for page in pdf.pages]
        self.blocks: dict[int, list[Element]] = defaultdict(list)
        for element in root.iter(*BLOCKS):
            if element.get("page") and element.tag != "note" and not any(parent.tag == "note" for parent in element.iterancestors()):
                self.blocks[int(element.get("page"))].append(element)

    def bookmarks(self) -> list[tuple[str, Spot]]:
        """The bookmarks and where they lead, in order."""
        found: list[tuple[str, Spot]] = []

        def gather(items) -> None:
            for item in items:
                found.append((item.title, Spot(*spot(self.pdf, item.destination, self.numbers))))
                gather(item.children)

        with self.pdf.open_outline() as outline:
            gather(outline.root)
        return found

    def spot(self, told: str) -> Spot:
        page, x, y = told.split()
        return Spot(int(page), float(x), float(y))

    def at(self, at: Spot) -> Element:
        """The block that begins next to a spot or below it. Raises LookupError where none does."""

        def away(block: Element) -> float:
            return abs(float(block.get("x")) - at.x) + at.y - float(block.get("y"))

        near = [block for block in self.blocks[at.page] if -SLACK <= at.y - float(block.get("y")) <= NEAR]
        if not near:
            raise LookupError(f"nothing begins at {at}")
        return min(near, key=away)
