"""What stands by itself: paragraphs, sections, lists, quotations, boxes; tables, figures and records in modules of their own."""

from __future__ import annotations

from collections.abc import Callable

from apparatus.epub import figures, records, tables
from apparatus.epub.inlines import inlines, number
from apparatus.epub.sheets import Sheet
from apparatus.epub.xhtml import Content, Element, element
from apparatus.volume.nodes import (
    Anchor,
    Block,
    Blocks,
    Box,
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
    plain,
)

_RECORDS = (Work, IndexEntry)


def blocks(held: Blocks, sheet: Sheet, depth: int = 1) -> list[Content]:
    """Blocks in order; ``depth`` is that of the sections among them. Works and index entries that follow each other form a list."""
    found: list[Content] = []
    index = 0
    while index < len(held):
        end = index + 1
        if isinstance(held[index], _RECORDS):
            while end < len(held) and isinstance(held[end], type(held[index])):
                end += 1
            found.append(records.listed([records.item(node, sheet) for node in held[index:end]], type(held[index])))
        else:
            found.append(_block(held[index], sheet, depth))
        index = end
    return found


def _block(node: Block, sheet: Sheet, depth: int) -> Content:
    def inner(held: Blocks) -> list[Content]:
        return blocks(held, sheet, depth)

    match node:
        case Section():
            return _section(node, sheet, depth)
        case Table():
            return tables.table(node, sheet, inner)
        case Figure():
            return figures.figure(node, sheet, inner)
        case Drawing():
            return figures.drawing(node, sheet)
    return _WRITERS[type(node)](node, sheet, inner)


def _section(node: Section, sheet: Sheet, depth: int) -> Content:
    place, breaks = sheet.begins(node.anchor)
    place = place or sheet.new("section")
    title = plain(node.title).strip()
    if depth == 1 and title:
        sheet.outline.append((place, title))
    heading = element(f"h{min(depth + 1, 6)}", inlines(node.title, sheet)) if title else inlines(node.title, sheet)
    return element("section", breaks, heading, blocks(node.blocks, sheet, depth + 1), id=place)


def _paragraph(node: Paragraph, sheet: Sheet, inner) -> Content:
    place, breaks = sheet.begins(node.anchor)
    role = " ".join(part for part in (node.role, "numbered" if node.number else "") if part)
    return element("p", breaks, number(node.number), inlines(node.content, sheet), id=place, class_=role or None)


def _listing(node: Listing, sheet: Sheet, inner) -> Content:
    if node.items and all(len(item) == 1 and isinstance(item[0], _RECORDS) for item in node.items):
        return inner(tuple(item[0] for item in node.items))
    start = str(node.start) if node.ordered and node.start != 1 else None
    return element("ol" if node.ordered else "ul", [_item(item, sheet, inner) for item in node.items], start=start)


def _item(held: Blocks, sheet: Sheet, inner) -> Element:
    """An item; a first paragraph of anchors alone goes into the line that follows, and a single paragraph needs no frame."""
    lead: list[Content] = []
    if len(held) > 1 and isinstance(held[0], Paragraph) and all(isinstance(part, Anchor) for part in held[0].content):
        lead, held = inlines(held[0].content, sheet), held[1:]
    first = held[0] if held else None
    if isinstance(first, Paragraph) and not (first.number or first.anchor or first.role):
        return element("li", lead, inlines(first.content, sheet), inner(held[1:]))
    return element("li", lead, inner(held))


def _definitions(node: Definitions, sheet: Sheet, inner) -> Content:
    """Terms and meanings, in the glossary with the words that say so to readers' programs."""
    glossary = sheet.division.slug.endswith("glossary")
    found = []
    for anchor, term, meaning in node.items:
        place, breaks = sheet.begins(anchor)
        words = inlines(term, sheet)
        named = element("dfn", words) if glossary else words
        found.append(element("dt", breaks, named, id=place, epub_type="glossterm" if glossary else None))
        found.append(element("dd", inner(meaning), epub_type="glossdef" if glossary else None))
    return element("dl", found, epub_type="glossary" if glossary else None)


def _box(node: Box, sheet: Sheet, inner) -> Content:
    place, breaks = sheet.begins(node.anchor)
    title = inlines(node.title, sheet)
    if node.kind == "details":
        return element("details", element("summary", breaks, title), inner(node.blocks), id=place)
    named = sheet.new("box") if title else None
    head = element("p", title, id=named, class_="box-title") if title else None
    body = (breaks, head, inner(node.blocks))
    if node.kind == "abstract":
        return element("section", body, class_="box abstract", id=place, epub_type="abstract", role="doc-abstract", aria_labelledby=named)
    return element("aside", body, class_=f"box {node.kind}", id=place, role="note", aria_labelledby=named)


_WRITERS: dict[type, Callable[..., Content]] = {
    Paragraph: _paragraph,
    Listing: _listing,
    Definitions: _definitions,
    Box: _box,
    Quotation: lambda node, sheet, inner: element("blockquote", inner(node.blocks)),
    Verbatim: lambda node, sheet, inner: element("pre", element("code", node.text)),
    Rule: lambda node, sheet, inner: element("hr"),
}
