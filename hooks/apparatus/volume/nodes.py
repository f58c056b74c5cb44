"""The book as a tree, whatever it is to become: divisions of sections, paragraphs, figures and notes, with every link resolved.

The set of kinds is closed. Each writer (PDF, EPUB, archive, Markdown) handles all of them; what the site's pages hold beyond them is
a finding, never a silent hole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from apparatus.volume.block_nodes import (
    BLOCKS,
    Block,
    Blocks,
    Box,
    Cell,
    Definitions,
    Drawing,
    Figure,
    IndexEntry,
    Listing,
    Paragraph,
    Quotation,
    Rule,
    Section,
    Table,
    Verbatim,
    Work,
)
from apparatus.volume.inline_nodes import (
    INLINES,
    Abbreviation,
    Anchor,
    Claim,
    Code,
    Emphasis,
    Foreign,
    Inline,
    Inlines,
    Inside,
    LineBreak,
    Link,
    Mark,
    OnSite,
    Outside,
    Strong,
    Subscript,
    Superscript,
    Target,
    Text,
)

__all__ = [
    "BLOCKS",
    "INLINES",
    "Abbreviation",
    "Anchor",
    "Block",
    "Blocks",
    "Box",
    "Cell",
    "Claim",
    "Code",
    "Definitions",
    "Division",
    "Drawing",
    "Emphasis",
    "Figure",
    "Foreign",
    "Imprint",
    "IndexEntry",
    "Inline",
    "Inlines",
    "Inside",
    "LineBreak",
    "Link",
    "Listing",
    "Mark",
    "Note",
    "OnSite",
    "Outside",
    "Paragraph",
    "Quotation",
    "Rule",
    "Section",
    "Strong",
    "Subscript",
    "Superscript",
    "Table",
    "Target",
    "Text",
    "Verbatim",
    "Volume",
    "Work",
    "plain",
    "walk",
]


@dataclass(frozen=True)
class Note:
    """A note of a division by its number on the site, with what it prints: the reference with *this* passage's locator."""

    number: int
    content: Inlines


@dataclass(frozen=True)
class Division:
    """A chapter or a piece of the front or back matter.

    ``name`` is its page's path below ``docs/``; ``matter`` is ``front``, ``body`` or ``back``; ``number`` that of a chapter, else 0;
    ``part`` the heading of the navigation that it stands under, or empty. ``notes`` are in the order of their numbers, from 1.
    """

    name: str
    title: str
    matter: str
    number: int
    part: str
    blocks: Blocks
    notes: tuple[Note, ...] = ()

    @property
    def slug(self) -> str:
        """Its name in file names and anchors: ``fighters-concept`` for ``fighters/concept.md``."""
        return self.name.removesuffix(".md").replace("/", "-")


@dataclass(frozen=True)
class Imprint:
    """What the imprint and the metadata say. ``date`` is the day of the edition, ``revised`` the second of the commit (Unix time)."""

    title: str
    subtitle: str
    description: str
    authors: tuple[str, ...]
    language: str
    edition: str
    date: str
    licence: str
    licence_url: str
    copyright: str
    cite_as: str
    keywords: tuple[str, ...]
    address: str  # of the site, or empty where none is set
    revision: str  # the commit, or empty outside a checkout
    revised: int


@dataclass(frozen=True)
class Volume:
    """The whole book, in the order in which it is bound."""

    imprint: Imprint
    divisions: tuple[Division, ...]

    def division(self, name: str) -> Division:
        return next(division for division in self.divisions if division.name == name)


def walk(value: object) -> Iterator[object]:
    """A node and every node in it, in the order of the text; tuples are passed through."""
    if isinstance(value, tuple):
        for item in value:
            yield from walk(item)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from walk(getattr(value, field.name))


def plain(value: object) -> str:
    """The text of a node or of several, without note marks."""
    return "".join(node.text if isinstance(node, (Text, Code)) else " " for node in walk(value) if isinstance(node, (Text, Code, LineBreak)))
