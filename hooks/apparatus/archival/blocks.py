"""What stands by itself, in TEI: paragraphs, lists, boxes, tables, figures, entries of bibliography and index.

TEI lets no text stand behind a ``div`` but in another ``div``, and no ``div`` within a list, a box or a cell. So what follows the
sections of a section is a ``div`` of the type ``continuation``, and a section elsewhere is a text of its own (``floatingText``).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from apparatus.archival.drawings import drawing
from apparatus.archival.elements import Content, Element, element
from apparatus.archival.entries import entry, work
from apparatus.archival.inlines import inlines
from apparatus.archival.tables import table
from apparatus.archival.writing import Writing
from apparatus.volume.nodes import (
    Block,
    Blocks,
    Box,
    Definitions,
    Drawing,
    Figure,
    IndexEntry,
    Inlines,
    Listing,
    Paragraph,
    Quotation,
    Rule,
    Section,
    Table,
    Verbatim,
    Work,
)

_ARGUED = (Paragraph, Listing, Quotation)  # what an argument may hold


def divided(blocks: Blocks, writing: Writing) -> list[Content]:
    """What a ``div`` holds below its heading."""
    first = next((n for n, block in enumerate(blocks) if isinstance(block, Section)), len(blocks))
    opening = 1 if _opens(blocks) else 0
    made: list[Content] = [_argument(box, writing) for box in blocks[:opening]]
    made.append(_flow(blocks[opening:first], writing))
    for titled, group in groupby(blocks[first:], key=lambda block: isinstance(block, Section)):
        if titled:
            made += [_section(block, writing) for block in group]
        else:
            made.append(element("div", _flow(tuple(group), writing), type="continuation"))
    return made


def _opens(blocks: Blocks) -> bool:
    """Whether the first block is an abstract that can stand as the argument of what follows."""
    first = blocks[0] if blocks else None
    if not (isinstance(first, Box) and first.kind == "abstract"):
        return False
    return bool(first.blocks) and all(isinstance(inner, _ARGUED) for inner in first.blocks)


def _argument(box: Box, writing: Writing) -> Element:
    place = writing.at(box.anchor)
    return element("argument", _head(box.title, writing), _flow(box.blocks, writing), xml_id=place)


def _flow(blocks: Blocks, writing: Writing) -> list[Content]:
    """Blocks one after the other; works and entries of the index that stand together are one list."""
    made: list[Content] = []
    for listed, group in groupby(blocks, key=lambda block: _LISTS.get(type(block))):
        written = [_WRITERS[type(block)](block, writing) for block in group]
        made += [listed(written)] if listed else written
    return made


def _held(blocks: Blocks, writing: Writing) -> list[Content]:
    """What an item or a quotation holds; one plain paragraph does without an element of its own."""
    only = blocks[0] if len(blocks) == 1 else None
    if isinstance(only, Paragraph) and not (only.number or only.anchor or only.role):
        return inlines(only.content, writing)
    return _flow(blocks, writing)


def _head(title: Inlines, writing: Writing) -> Element | None:
    return element("head", inlines(title, writing)) if title else None


def _paragraph(node: Paragraph, writing: Writing) -> Element:
    place = writing.at(node.anchor)
    number = str(node.number) if node.number else None
    return element("ab" if node.role else "p", inlines(node.content, writing), rend=node.role, n=number, xml_id=place)


def _section(node: Section, writing: Writing) -> Element:
    place = writing.at(node.anchor)
    return element("div", _head(node.title, writing), divided(node.blocks, writing), type="section", xml_id=place)


def _set_apart(node: Section | Box, writing: Writing) -> Element:
    """A box, or a section where no ``div`` may stand: a text that interrupts the one around it."""
    place = writing.at(node.anchor)
    inner = element("div", _head(node.title, writing), divided(node.blocks, writing))
    kind = node.kind if isinstance(node, Box) else None
    return element("floatingText", element("body", inner), type="box" if kind else "section", subtype=kind, xml_id=place)


def _box(node: Box, writing: Writing) -> Element:
    if node.kind != "editorial":
        return _set_apart(node, writing)
    place = writing.at(node.anchor)
    label = element("label", inlines(node.title, writing)) if node.title else None
    return element("note", label, _flow(node.blocks, writing), type="editorial", xml_id=place)


def _listing(node: Listing, writing: Writing) -> Element | None:
    if node.items and all(len(item) == 1 and isinstance(item[0], Work) for item in node.items):
        return element("listBibl", [work(item[0], writing) for item in node.items])
    numbers = [str(node.start + n) if node.ordered else None for n in range(len(node.items))]
    items = [element("item", _held(item, writing), n=number) for item, number in zip(node.items, numbers, strict=True)]
    return element("list", items, rend="numbered" if node.ordered else "bulleted") if items else None


def _definitions(node: Definitions, writing: Writing) -> Element | None:
    made: list[Element] = []
    for anchor, term, meaning in node.items:
        place = writing.at(anchor)
        named = element("term", inlines(term, writing), xml_id=place)
        made += [element("label", named), element("item", _held(meaning, writing))]
    return element("list", made, type="gloss") if made else None


def _figure(node: Figure, writing: Writing) -> Element:
    place = writing.at(node.anchor)
    label = element("label", node.label) if node.label else None
    head = element("head", label, " " if label is not None and node.caption else None, inlines(node.caption, writing))
    return element("figure", head, _flow(node.blocks, writing), type=node.kind, xml_id=place)


def _verbatim(node: Verbatim, writing: Writing) -> Element:
    code = element("code", writing.text(node.text), lang="-".join(node.language.split()), xml_space="preserve")
    return element("ab", code, type="verbatim")


_LISTS: dict[type[Block], Callable[[list[Content]], Element]] = {
    Work: lambda works: element("listBibl", works),
    IndexEntry: lambda entries: element("list", entries, type="index"),
}
_WRITERS: dict[type[Block], Callable[..., Element | None]] = {
    Paragraph: _paragraph,
    Section: _set_apart,
    Listing: _listing,
    Definitions: _definitions,
    Quotation: lambda node, writing: element("quote", _held(node.blocks, writing)),
    Verbatim: _verbatim,
    Rule: lambda node, writing: element("milestone", unit="section", rend="rule"),
    Box: _box,
    Table: lambda node, writing: table(node, writing, _held),
    Drawing: lambda node, writing: drawing(node),
    Figure: _figure,
    Work: work,
    IndexEntry: entry,
}
