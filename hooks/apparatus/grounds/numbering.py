"""The names of places in the book: paragraphs count through each page, a table or figure counts as one; records by their name."""

from __future__ import annotations

from dataclasses import dataclass

from apparatus.model import Page, Paragraph

_COUNTED = frozenset(("paragraph", "item", "quotation"))
_FIGURES = frozenset(("row", "caption"))


@dataclass(frozen=True)
class Numbered:
    """A paragraph with its number on the page, from 1; ``opens`` marks the first of those that share it."""

    number: int
    paragraph: Paragraph
    opens: bool

    @property
    def anchor(self) -> str:
        return f"p{self.number}"


def numbered(page: Page) -> tuple[Numbered, ...]:
    """All paragraphs of a page in order of place. Titles of boxes and hand-written notes have the number before them, or 1."""
    found: list[Numbered] = []
    number, in_table = 0, False
    for paragraph in sorted(page.paragraphs, key=lambda paragraph: paragraph.span):
        opens = paragraph.kind in _COUNTED or (paragraph.kind in _FIGURES and not in_table)
        in_table = paragraph.kind == "row"  # a caption stands below its figure: rows after it are another table
        number += opens
        found.append(Numbered(max(number, 1), paragraph, opens))
    return tuple(found)


def anchor(value: str) -> str:
    """The anchor of a record by its name: small letters and digits, hyphens between, as in ``islamic-state``."""
    return "-".join("".join(sign if sign.isalnum() else " " for sign in value.casefold()).split())
