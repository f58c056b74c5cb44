"""The PDF as plain trees: its structure, which is what assistive technology reads, with the words that each piece of it shows."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pikepdf
from lxml import etree
from parity_facts import BLOCKS, Form, plain, start
from parity_pdf_places import Places, spot
from parity_pdf_text import Shown, shown
from parity_print import tidy

Element = etree._Element
# Headings in the contents that begin no division of the book, besides parts, which have nothing below their name.
NOT_OF_THE_BOOK = {"Colophon": "how the book was made"}
_NAMES = {
    **dict.fromkeys(("P", "L", "LI", "LBody", "BlockQuote", "Div"), "block"),
    **{"Table": "table", "TR": "row", "TH": "cell", "TD": "cell", "Caption": "caption"},
    **{"Figure": "picture", "Note": "note", "Link": "link", "TOC": "toc"},
}
_HEADING = re.compile(r"/H(\d)")
_CHAPTER = re.compile(r"\s*chapter\s+(\d+)\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Print:
    """A printed book: its divisions, the links of its contents, its bookmarks with what begins there, the labels of its pages in order."""

    form: Form
    contents: list[Element]
    bookmarks: list[tuple[str, str]]
    labels: list[str]

    @cached_property
    def where(self) -> dict[tuple[str, str], set[int]]:
        """On which pages, counted from 0, a place begins, by division and first letters; several if places begin alike."""
        found: dict[tuple[str, str], set[int]] = defaultdict(set)
        for title, division in self.form.divisions.items():
            for block in division.iter(*BLOCKS):
                if block.get("page") and block.tag != "note":
                    found[title, start(block)].add(int(block.get("page")))
            for figure in division.iter("figure"):  # what it holds may begin on another page than its caption
                found[title, start(figure)] |= {int(block.get("page")) for block in figure.iter(*BLOCKS) if block.get("page")}
        return found

    def numbered(self, printed: str) -> set[int]:
        """The pages that ``12`` or ``12–14`` means."""
        first, _, last = printed.partition("–")
        begin = self.labels.index(first)
        return set(range(begin, self.labels.index(last or first, begin) + 1))


def read(data: bytes) -> Print:
    """The divisions in the order of the book; every link knows where it leads."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        root = _Reading(pdf, numbers).tree()
        etree.strip_tags(root, "words", "line", "code")
        places = Places(pdf, numbers, root)
        lists = [list(found.iter("link")) for found in root.findall("toc")]  # the contents, then the lists of figures and tables
        listed = [link for links in lists for link in links]
        divisions = _divisions(root, [places.at(places.spot(link.get("spot"))) for link in lists[0]])
        for division in divisions.values():
            tidy(division)
        for link in [*listed, *(link for division in divisions.values() for link in division.iter("link", "place"))]:
            _lead(link, places)
        bookmarks = [(title, start(places.at(at))) for title, at in places.bookmarks()]
    return Print(Form.of("the PDF", divisions.values()), listed, bookmarks, places.labels)


def _divisions(root: Element, begins: list[Element]) -> dict[str, Element]:
    """The book cut at the headings of its contents; parts, which have nothing below their name, are left out."""
    found: dict[str, Element] = {}
    division = None
    for element in list(root):
        if element in begins:
            number = _CHAPTER.match("".join(element.itertext()))
            if number:
                element.text = element.text.removeprefix(number[0])
            title = plain("".join(element.itertext()))
            division = found[title] = etree.Element("division", title=title, number=number[1] if number else "0", depth=element.get("depth"))
        if division is not None:
            division.append(element)
    for division in found.values():
        for heading in division.iter("heading"):
            heading.set("level", str(int(heading.get("depth")) - int(division.get("depth")) + 1))
    return {title: division for title, division in found.items() if len(division) > 1 and title not in NOT_OF_THE_BOOK}


class _Reading:
    """One pass over the structure."""

    def __init__(self, pdf: pikepdf.Pdf, numbers: dict[tuple[int, int], int]) -> None:
        self.pdf, self.numbers = pdf, numbers
        self.shown: dict[tuple[int, int], dict[int, Shown]] = {}
        for page in pdf.pages:
            self.shown[page.objgen] = shown(page)
        self.margins = [self._margins(side) for side in (0, 1)]

    def tree(self) -> Element:
        root = etree.Element("book")
        for document in _kids(self.pdf.Root.StructTreeRoot):
            for child in _kids(document):
                self._add(root, child, None)
        return root

    def _add(self, parent: Element, item: pikepdf.Object, page: tuple[int, int] | None) -> None:
        if isinstance(item, (int, pikepdf.Object)) and not hasattr(item, "keys"):
            self._piece(parent, page, int(item))
        elif "/S" in item:
            self._element(parent, item, item.Pg.objgen if "/Pg" in item else page)
        elif "/MCID" in item:
            self._piece(parent, item.Pg.objgen if "/Pg" in item else page, int(item.MCID))
        elif "/Obj" in item and parent.tag == "link":
            self._target(parent, item.Obj)

    def _element(self, parent: Element, item: pikepdf.Dictionary, page: tuple[int, int] | None) -> None:
        made = self._made(parent, item, page)
        if made is None:
            return
        if made.tag == "picture":
            made.set("alt", str(item.get("/Alt", "")))
            made.set("page", str(self.numbers[page]))
            box = next(attributes.BBox for attributes in item.A if "/BBox" in attributes)
            made.set("x", str(float(box[0])))
            made.set("y", str(float(box[3])))
            return
        for child in _kids(item):
            self._add(made, child, page)
        if made.tag == "line":  # of a listing
            _say(made.getparent(), " ")

    def _made(self, parent: Element, item: pikepdf.Dictionary, page: tuple[int, int] | None) -> Element | None:
        """The element for a piece of structure; None for labels, which are told with what they label."""
        kind = str(item.S)[1:]
        if kind == "Lbl":
            return self._label(parent, item, page)
        if heading := _HEADING.fullmatch(str(item.S)):
            return etree.SubElement(parent, "heading", depth=heading[1])
        if parent.tag == "code":
            return etree.SubElement(parent, "line")
        captioned = any("/S" in child and str(child.S) == "/Caption" for child in _kids(item) if hasattr(child, "keys"))
        if captioned:
            figure = etree.SubElement(parent, "figure")
            return etree.SubElement(figure, "table") if kind == "Table" else figure
        if kind == "Code" and _is_block(item):
            return etree.SubElement(etree.SubElement(parent, "block"), "code")
        if kind in ("Span", "Strong", "Em", "Link") and parent.tag in ("book", "block", "figure") and _is_block(item):
            parent = self._loose(parent, kind)
        if kind == "Strong" and parent.tag == "caption" and len(parent) == 0:
            return etree.SubElement(parent, "label")
        if kind == "Caption" and parent.tag == "table":
            parent = parent.getparent()
        made = etree.SubElement(parent, _NAMES.get(kind, "words"))
        if kind in ("TH", "THead") or kind == "TR" and parent.get("head") is not None:
            made.set("head", "")
        return made

    def _label(self, parent: Element, item: pikepdf.Dictionary, page: tuple[int, int] | None) -> Element | None:
        """Note marks and numbers of notes; the labels of list items are not read."""
        holder = etree.Element("label")
        for child in _kids(item):
            self._add(holder, child, page)
        number = plain("".join(holder.itertext()))
        if parent.tag == "note":
            parent.set("number", number)
        elif number.isdigit() and holder.find(".//link") is not None:
            etree.SubElement(parent, "mark", number=number)
        return None

    def _loose(self, parent: Element, kind: str) -> Element:
        """The block for words without a paragraph: titles of boxes, entries of the index, of which each begins with a strong name."""
        last = parent[-1] if len(parent) else None
        if last is None or last.get("loose") is None or kind == "Strong":
            last = etree.SubElement(parent, "block", loose="")
        return last

    def _piece(self, parent: Element, page: tuple[int, int], number: int) -> None:
        piece = self.shown[page].get(number)
        if piece is None or not piece.text:
            return
        block = next((element for element in (parent, *parent.iterancestors()) if element.tag in BLOCKS or element.tag == "book"), parent)
        if self._is_margin(piece, page, block):
            block.set("number", piece.text.strip())
            return
        if not block.get("page"):
            for name, value in (("page", self.numbers[page]), ("x", piece.x), ("y", piece.y)):
                block.set(name, str(value))
        _say(parent, piece.text)

    def _margins(self, side: int) -> tuple[float, float]:
        """Between what distances from the left edge words begin, on pages of one side; figures alone are not counted."""
        pieces = [piece for page, found in self.shown.items() if self.numbers[page] % 2 == side for piece in found.values()]
        begins = [piece.x for piece in pieces if piece.placed and not piece.text.strip().isdigit()]
        return min(begins, default=0), max(begins, default=0)

    def _is_margin(self, piece: Shown, page: tuple[int, int], block: Element) -> bool:
        """Whether a piece is the number of a paragraph: digits beside the text, before the first words of its block."""
        first, last = self.margins[self.numbers[page] % 2]
        beside = piece.text.strip().isdigit() and not first <= piece.x <= last
        return beside and block.tag in ("block", "cell", "caption") and not block.get("number") and not plain("".join(block.itertext()))

    def _target(self, link: Element, annotation: pikepdf.Dictionary) -> None:
        if "/A" in annotation and "/URI" in annotation.A:
            link.set("url", str(annotation.A.URI))
        elif "/Dest" in annotation:
            link.set("spot", " ".join(map(str, spot(self.pdf, annotation.Dest, self.numbers))))


def _kids(item: pikepdf.Dictionary) -> Iterator[pikepdf.Object]:
    kids = item.get("/K")
    if kids is not None:
        yield from kids if isinstance(kids, pikepdf.Array) else [kids]


def _is_block(item: pikepdf.Dictionary) -> bool:
    attributes = item.get("/A")
    listed = attributes if isinstance(attributes, pikepdf.Array) else [attributes] if attributes is not None else []
    return any(str(one.get("/Placement", "")) == "/Block" for one in listed)


def _say(element: Element, text: str) -> None:
    """Adds words at the end of an element."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _lead(link: Element, places: Places) -> None:
    """Gives a link the place where it leads and the label of that page."""
    if link.get("spot"):
        at = places.spot(link.get("spot"))
        place = places.at(at)
        division = next(place.iterancestors("division"), None)  # none for the name of a part
        link.set("division", "" if division is None else division.get("title"))
        link.set("start", start(place))
        link.set("leads", places.labels[at.page])
