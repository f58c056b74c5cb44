"""A built page as a division of the book: its title, its text, its notes."""

from __future__ import annotations

from apparatus.volume.blocks import BLOCK_ELEMENTS, blocks
from apparatus.volume.built_pages import BuiltPage
from apparatus.volume.contents import Bound
from apparatus.volume.inlines import Reading, content, trimmed
from apparatus.volume.nodes import Blocks, Division, Inlines, Note, Section, Text, plain
from lxml.html import HtmlElement


def division(page: BuiltPage, bound: Bound, reading: Reading) -> Division:
    """Reads a page into a division; what the book does not know joins the faults of the reading."""
    reading.drawings = page.drawings
    notes = tuple(_note(item, reading) for item in page.article.xpath("./div[@class='footnote']/ol/li"))
    read = blocks(page.article, reading)
    title, text = _titled(read)
    return Division(bound.name, plain(title), bound.matter, bound.number, bound.part, text, notes)


def _titled(read: Blocks) -> tuple[Inlines, Blocks]:
    """The title, and what stands below it."""
    if len(read) == 1 and isinstance(read[0], Section):
        return read[0].title, read[0].blocks
    return (Text(""),), read


def _note(item: HtmlElement, reading: Reading) -> Note:
    """A note; the paragraphs of a longer one are joined, and what is no paragraph is a fault."""
    line = []
    for paragraph in item:
        if paragraph.tag in BLOCK_ELEMENTS - {"p"}:
            reading.fault("SET003", f"a note holds <{paragraph.tag}>", "keep notes to text")
        line += [*([Text(" ")] if line else []), *content(paragraph, reading)]
    return Note(int(item.get("id").rpartition(":")[2]), trimmed(line or content(item, reading)))
