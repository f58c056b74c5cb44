"""What stands by itself, as Typst code: paragraphs, sections, lists, boxes, figures, works and entries of the index."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from apparatus.typesetting.drawings import picture
from apparatus.typesetting.heights import Heights
from apparatus.typesetting.lines import Line, Setting
from apparatus.typesetting.measures import Measures
from apparatus.typesetting.places import anchors, label
from apparatus.typesetting.source import array, call, sequence, string
from apparatus.typesetting.tables import Tables
from apparatus.volume.nodes import (
    Anchor,
    Block,
    Blocks,
    Box,
    Definitions,
    Drawing,
    Figure,
    IndexEntry,
    Inlines,
    Inside,
    Listing,
    Mark,
    Paragraph,
    Quotation,
    Rule,
    Section,
    Table,
    Verbatim,
    Work,
    plain,
    walk,
)

HEADING_ROLES = ("tiles__name", "editorial-head", "record-head")  # what they are about stands below
LISTED = 120  # letters of a caption in the lists
# Shares of a page: what is not broken if it takes no more with its notes.
SMALL = 0.25  # a box without notes
KEPT = 0.45  # a list or a table with notes
FIGURE = 0.85  # what cannot be broken well: a figure, a box or a quotation with notes
DEEPEST = 6  # levels of headings that a PDF can tell apart


@dataclass(frozen=True)
class Composer:
    """Sets the blocks of one division. ``level`` is that of the division's own heading."""

    setting: Setting
    measures: Measures
    level: int
    terse: bool = False
    nested: bool = False  # in a box, a list, a cell: what stands there is not cut

    @property
    def within(self) -> Composer:
        """For what stands in something else."""
        return replace(self, nested=True)

    @property
    def heights(self) -> Heights:
        return Heights(self.measures, self.setting.lengths)

    @property
    def line(self) -> Line:
        return Line(self.setting, self.terse)

    def set(self, blocks: Blocks, depth: int = 1) -> str:
        """The blocks as one Typst expression; a section among them has this depth, from 1. Entries of the index stand in columns."""
        written = []
        for entries, run in groupby(blocks, lambda block: isinstance(block, IndexEntry)):
            pieces = [self._one(block, depth) for block in run]
            written += [call("in-columns", sequence(pieces))] if entries else pieces
        return sequence(written)

    def _one(self, block: Block, depth: int) -> str:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Section():
                return self._section(block, depth)
            case Listing(items) if all(len(item) == 1 and isinstance(item[0], Work) for item in items):
                return sequence(self.set(item, depth) for item in items)
            case Listing():
                return self._listing(block, depth)
            case Definitions(items):
                return call("definitions", array(self._definition(*item) for item in items))
            case Quotation(blocks):
                return call("quotation", self.within.set(blocks, depth), whole=self._whole(blocks, FIGURE))
            case Verbatim(text, _):
                return call("verbatim", string(text.rstrip("\n")))
            case Rule():
                return "asterism"
            case Box():
                return self._box(block, depth)
            case Table():
                return self._table(block)
            case Drawing():
                return picture(block, self.measures)
            case Figure():
                return self._figure(block, depth)
            case Work():
                return self._work(block)
            case IndexEntry():
                return self._entry(block)
        self.setting.unknown(block)
        return ""

    def _paragraph(self, paragraph: Paragraph) -> str:
        place = self.setting.place(paragraph.anchor)
        if all(isinstance(node, Anchor) for node in paragraph.content):
            return sequence((place, self.line.set(paragraph.content)))  # a place and no text: no line is set for it
        number = f"margin({paragraph.number})" if paragraph.number else ""
        content = sequence((place, number, self.line.set(paragraph.content)))
        if paragraph.role:
            return call("aside", content, sticky=_flag(paragraph.role in HEADING_ROLES))
        return call("text-par" if _marked(paragraph) else "calm-par", content)

    def _box(self, box: Box, depth: int) -> str:
        """A box; one taller than a page with notes in it goes on in slices, each of which takes its notes along."""
        title, placed = self._titled(box.title, box.anchor)
        bodies = [self.within._one(block, depth) for block in box.blocks]
        if self.nested or not _marked(box) or self.heights.fits(box, FIGURE):
            whole = self._whole(box, FIGURE if _marked(box) else SMALL)
            return call("box-of", string(box.kind), title, sequence((placed, *bodies)), whole=whole)
        slices = [sequence((placed, body) if index == 0 else (body,)) for index, body in enumerate(bodies)]
        last = len(slices) - 1
        return sequence(
            call("box-of", string(box.kind), title if index == 0 else "none", body, whole="true", last=_flag(index == last))
            for index, body in enumerate(slices)
        )

    def _titled(self, title: Inlines, anchor: str) -> tuple[str, str]:
        placed = [self.setting.place(name) for name in (anchor, *anchors(title))]
        return Line(self.setting, bare=True).set(title), sequence(placed)

    def _section(self, section: Section, depth: int) -> str:
        name = label(Inside(self.setting.division.name, section.anchor)) if section.anchor else ""
        fresh = section.anchor not in self.setting.placed
        self.setting.anchor = section.anchor or self.setting.anchor
        self.setting.placed.add(section.anchor)
        title = Line(self.setting, bare=True).set(section.title)
        level = str(min(self.level + depth, DEEPEST))
        heading = call("section", title, string(name if fresh else ""), level=level, depth=str(depth))
        placed = (self.setting.place(name) for name in anchors(section.title))
        return sequence((*placed, heading, self.set(section.blocks, depth + 1)))

    def _definition(self, anchor: str, term: Inlines, meaning: Blocks) -> str:
        place = self.setting.place(anchor)
        return array((sequence((place, self.line.set(term))), self.within.set(meaning), self._whole(meaning, FIGURE)))

    def _listing(self, listing: Listing, depth: int) -> str:
        inner = self.within
        name = "numbers" if listing.ordered else "points"
        if self.nested or not _marked(listing) or self.heights.fits(listing, KEPT):
            written = array(inner.set(item, depth) for item in listing.items)
            return call(name, written, start=str(listing.start), whole=self._whole(listing, KEPT))
        last = len(listing.items) - 1
        return sequence(
            call(
                name,
                array([inner.set(item, depth)]),
                start=str(listing.start + index),
                whole="true",
                first=_flag(index == 0),
                last=_flag(index == last),
            )
            for index, item in enumerate(listing.items)
        )

    def _table(self, table: Table) -> str:
        if self.nested or not _marked(table):
            return Tables(self).set(table)
        return Tables(self).kept(table) if self.heights.fits(table, KEPT) else sequence(Tables(self).cut(table))

    def _figure(self, figure: Figure, depth: int) -> str:
        """The figure, on one page if it fits; one with notes that does not fit is parted, one without may be broken anywhere."""
        place = self.setting.place(figure.anchor)
        whole = self.heights.fits(figure, FIGURE)
        parted = not whole and not self.nested and _marked(figure)
        before, inside, after = self._parted(figure, depth) if parted else ([], self._each(figure, depth), [])
        words = string(figure.label), self.line.set(figure.caption), string(_short(plain(figure.caption)))
        shape = {"whole": _flag(whole or parted), "goes_on": _flag(bool(after))}
        made = call("figure-of", string(figure.kind), self._where(), *words, sequence(inside), **shape)
        return sequence((place, *before, made, *after))

    def _each(self, figure: Figure, depth: int) -> list[str]:
        series = sum(isinstance(block, Drawing) for block in figure.blocks) > 2
        inner = self.within
        return [
            picture(block, self.measures, series) if isinstance(block, Drawing) else inner._one(block, depth) for block in figure.blocks
        ]

    def _parted(self, figure: Figure, depth: int) -> tuple[list[str], list[str], list[str]]:
        """A figure too tall for a page: what stands before its last drawing, the figure from there to a table's head, the rest."""
        blocks = figure.blocks
        last = max((index for index, block in enumerate(blocks) if isinstance(block, Drawing)), default=0)
        tables = [index for index, block in enumerate(blocks) if isinstance(block, Table) and _marked(block)]
        cut = next((index for index in tables if index >= last), None)
        if cut is None:
            pieces = self._each(figure, depth)
            return pieces[:last], pieces[last:], []
        pieces = self._each(replace(figure, blocks=blocks[:cut]), depth)
        begin, rest = Tables(self).cut(blocks[cut])
        others = [self.set((block,), depth) for block in blocks[cut + 1 :]]
        return pieces[:last], [*pieces[last:], begin], [rest, *others]

    def _whole(self, value: object, share: float) -> str:
        return _flag(self.heights.fits(value, share))

    def _where(self) -> str:
        division = self.setting.division
        return string(str(division.number) if division.number else division.title)

    def _work(self, work: Work) -> str:
        place = self.setting.place(work.anchor)
        reference = sequence((place, Line(self.setting, True).set(work.reference)))
        return call("work", reference, Line(self.setting, True).set(work.marks), self._pages(work.cited))

    def _entry(self, entry: IndexEntry) -> str:
        place = self.setting.place(entry.anchor)
        also = string("; ".join(entry.also))
        name = sequence((place, string(entry.name)))
        return call("entry", name, also, Line(self.setting, True).set(entry.text), self._pages(entry.places))

    def _pages(self, where: Iterable[Inside]) -> str:
        """The labels of places; one that the book lacks is a fault."""
        written = []
        for place in where:
            if self.setting.places.has(place):
                written.append(string(label(place)))
            elif not self.setting.alone:
                self.setting.fault("SET004", f"a list of pages names {label(place)}, which the book does not have", "mend the link")
        return array(written)



def _marked(value: object) -> bool:
    return any(isinstance(node, Mark) for node in walk(value))


def _flag(truth: bool) -> str:
    return "true" if truth else "false"


def _short(caption: str) -> str:
    """A caption for the lists of figures and tables: its first sentence, or as much of it as stands on two lines."""
    first = re.split(r"(?<=[.;:])\s", caption.strip(), maxsplit=1)[0].rstrip(".;: ")
    return first if len(first) <= LISTED else f"{first[:LISTED].rsplit(' ', 1)[0].rstrip(',;: ')} …"
