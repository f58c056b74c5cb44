"""Says of a Volume, by a walk over its nodes, what ``tei_reading.py`` reads out of a TEI file: one method a subject, the same values."""

from urllib.parse import unquote, urljoin

from apparatus.volume.nodes import (
    Abbreviation,
    Anchor,
    Box,
    Claim,
    Code,
    Definitions,
    Drawing,
    Emphasis,
    Figure,
    Foreign,
    IndexEntry,
    Inside,
    LineBreak,
    Link,
    Listing,
    Mark,
    OnSite,
    Paragraph,
    Quotation,
    Rule,
    Section,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    Verbatim,
    Volume,
    Work,
    walk,
)
from tei_reading import blank_free, squeezed

RENDERED = {Emphasis: "italic", Strong: "bold", Superscript: "superscript", Subscript: "subscript"}


def said(value: object, marks: bool = False) -> str:
    """The text of nodes; notes are no part of it, their marks are ``[3]`` if ``marks``."""
    found = []
    for node in walk(value):
        if isinstance(node, (Text, Code, Verbatim)):
            found.append(node.text)
        elif isinstance(node, LineBreak):
            found.append(" ")
        elif isinstance(node, Mark) and marks:
            found.append(f"[{node.number}]")
    return "".join(found)


class Meant:
    """What a Volume says."""

    def __init__(self, volume: Volume):
        self._volume = volume
        self._slugs = {division.name: division.slug for division in volume.divisions}

    def _each(self, *kinds) -> list:
        """The nodes of the text of these kinds, each with the slug of its division."""
        return [(d.slug, node) for d in self._volume.divisions for node in walk(d.blocks) if isinstance(node, kinds)]

    def _anywhere(self, *kinds) -> list:
        """Those of text and notes."""
        noted = [(d.slug, node) for d in self._volume.divisions for node in walk(d.notes) if isinstance(node, kinds)]
        return self._each(*kinds) + noted

    def _place(self, target: Inside) -> str:
        return str((self._slugs[target.division], target.anchor))

    def _target(self, link: Link) -> str:
        if isinstance(link.target, Inside):
            return self._place(link.target)
        return unquote(urljoin(self._volume.imprint.address, link.target.path) if isinstance(link.target, OnSite) else link.target.url)

    def divisions(self) -> list:
        return [(division.slug, division.title, division.part) for division in self._volume.divisions]

    def text(self) -> list:
        return [(division.slug, blank_free(said(division.blocks, marks=True))) for division in self._volume.divisions]

    def paragraphs(self) -> list:
        told = [(slug, node) for slug, node in self._each(Paragraph) if node.number or node.anchor or node.role]
        return [(slug, node.number, node.anchor, node.role, squeezed(said(node, marks=True))) for slug, node in told]

    def notes(self) -> list:
        found = [(division.slug, note) for division in self._volume.divisions for note in division.notes]
        return sorted((slug, note.number, squeezed(said(note.content, marks=True))) for slug, note in found)

    def links(self) -> list:
        return sorted((slug, squeezed(said(link)), self._target(link), link.role) for slug, link in self._anywhere(Link))

    def claims(self) -> list:
        return [(claim.support, claim.works, squeezed(said(claim))) for _, claim in self._each(Claim)]

    def abbreviations(self) -> list:
        return sorted((squeezed(said(node)), node.expansion) for _, node in self._anywhere(Abbreviation) if node.expansion)

    def languages(self) -> list:
        return sorted((node.language, squeezed(said(node))) for _, node in self._anywhere(Foreign))

    def rendered(self) -> list:
        return sorted((RENDERED[type(node)], squeezed(said(node))) for _, node in self._anywhere(*RENDERED))

    def code(self) -> list:
        return sorted(("-".join(getattr(node, "language", "").split()), node.text) for _, node in self._anywhere(Code, Verbatim))

    def sections(self) -> list:
        return [(slug, section.anchor, squeezed(said(section.title, marks=True))) for slug, section in self._each(Section)]

    def boxes(self) -> list:
        return [(box.kind, box.anchor, squeezed(said(box.title, marks=True)), blank_free(said(box))) for _, box in self._each(Box)]

    def figures(self) -> list:
        found = self._each(Figure)
        return [(figure.kind, figure.anchor, figure.label, squeezed(said(figure.caption, marks=True))) for _, figure in found]

    def drawings(self) -> list:
        return [
            (drawing.name, drawing.title or None, drawing.description or None, f"{drawing.width:g}px", f"{drawing.height:g}px", drawing.svg)
            for _, drawing in self._each(Drawing)
        ]

    def tables(self) -> list:
        def row(cells) -> list:
            return [(blank_free(said(cell, marks=True)), cell.heading, cell.columns, cell.rows) for cell in cells]

        def rows(table: Table) -> list:
            return [("label", row(cells)) for cells in table.head] + [("data", row(cells)) for cells in table.body]

        return [(list(table.columns), rows(table)) for _, table in self._each(Table)]

    def lists(self) -> list:
        def of_works(node: Listing) -> bool:
            return all(len(item) == 1 and isinstance(item[0], Work) for item in node.items)

        found = [node for _, node in self._each(Listing) if node.items and not of_works(node)]
        return [
            ("numbered", [str(node.start + n) for n in range(len(node.items))]) if node.ordered else ("bulleted", [None] * len(node.items))
            for node in found
        ]

    def terms(self) -> list:
        items = [item for _, node in self._each(Definitions) for item in node.items]
        return [(anchor, squeezed(said(term)), blank_free(said(meaning))) for anchor, term, meaning in items]

    def anchors(self) -> list:
        return sorted((slug, anchor.name, anchor.number) for slug, anchor in self._each(Anchor))

    def works(self) -> list:
        return [(work.citekey, work.anchor, [self._place(place) for place in work.cited]) for _, work in self._each(Work)]

    def entries(self) -> list:
        found = self._each(IndexEntry)
        return [(entry.anchor, [entry.name, *entry.also], [self._place(place) for place in entry.places]) for _, entry in found]

    def rules(self) -> int:
        return len(self._each(Rule))

    def quotations(self) -> list:
        return [blank_free(said(quotation)) for _, quotation in self._each(Quotation)]
