"""What stands by itself in the book: paragraphs, sections, lists, boxes, tables, figures, works, entries of the index."""

from __future__ import annotations

from dataclasses import dataclass

from apparatus.volume.inline_nodes import Inlines, Inside


@dataclass(frozen=True)
class Paragraph:
    """A paragraph. ``number`` counts through the division as on the site; 0 for one without a number.

    ``role`` is the site's own class for what is not running text: ``caption``, ``figure-data``, ``support-line`` … or empty.
    """

    content: Inlines
    number: int = 0
    anchor: str = ""
    role: str = ""


@dataclass(frozen=True)
class Section:
    """A titled section with what it holds; its depth is its depth in the tree, from 1 in a division."""

    title: Inlines
    blocks: Blocks
    anchor: str = ""


@dataclass(frozen=True)
class Listing:
    """A list, one tuple of blocks an item; ``start`` is the first number of an ordered one."""

    items: tuple[Blocks, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True)
class Definitions:
    """Terms with what they mean; ``anchor`` of each term as on the site."""

    items: tuple[tuple[str, Inlines, Blocks], ...]  # anchor, term, meaning


@dataclass(frozen=True)
class Quotation:
    blocks: Blocks


@dataclass(frozen=True)
class Verbatim:
    """Lines of a program or a file."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class Rule:
    """A break between thoughts."""


@dataclass(frozen=True)
class Box:
    """What is set apart: ``kind`` is ``abstract``, ``editorial``, ``note`` … or ``details`` for what the site folds away."""

    kind: str
    title: Inlines
    blocks: Blocks
    anchor: str = ""


@dataclass(frozen=True)
class Cell:
    """A cell of a table; ``heading`` if it heads its column or row."""

    blocks: Blocks
    heading: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Table:
    """A table: the alignment of each column (``left``, ``center``, ``right``), rows of the head, rows of the body."""

    columns: tuple[str, ...]
    head: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Drawing:
    """A picture as SVG without scripts, its colours those of the light scheme.

    ``dark`` is the same picture in the colours of the dark scheme. ``name`` is unique in the book and fit for a file. Sizes in CSS pixels.
    """

    name: str
    svg: str
    dark: str
    title: str
    description: str
    width: float
    height: float


@dataclass(frozen=True)
class Figure:
    """A figure or table with its caption. ``label`` is as printed (``Figure 3.``); the caption goes without it.

    ``blocks`` are drawings, tables, legends and what else the figure holds, in order.
    """

    kind: str  # figure | table
    label: str
    caption: Inlines
    blocks: Blocks
    anchor: str = ""


@dataclass(frozen=True)
class Work:
    """An entry of the bibliography: the reference, a line on how it was consulted, and the places that cite it, in order."""

    citekey: str
    reference: Inlines
    marks: Inlines
    cited: tuple[Inside, ...]
    anchor: str = ""


@dataclass(frozen=True)
class IndexEntry:
    """An entry of the index: name, other names, what it is in a sentence, and the places that mention it, in order."""

    name: str
    also: tuple[str, ...]
    text: Inlines
    places: tuple[Inside, ...]
    anchor: str = ""


Block = (
    Paragraph
    | Section
    | Listing
    | Definitions
    | Quotation
    | Verbatim
    | Rule
    | Box
    | Table
    | Drawing
    | Figure
    | Work
    | IndexEntry
)
Blocks = tuple[Block, ...]
BLOCKS = (Paragraph, Section, Listing, Definitions, Quotation, Verbatim, Rule, Box, Table, Drawing, Figure, Work, IndexEntry)
