"""Reads a TEI file back by XPath into plain values, one method a subject; ``volume_reading.py`` says the same of a Volume.

Nothing here comes from the writer but the names of TEI. A place is a division's slug and an anchor; a text has single spaces.
"""

import base64
import re
from collections.abc import Iterator
from copy import deepcopy
from urllib.parse import unquote

from lxml import etree

NS = {"t": "http://www.tei-c.org/ns/1.0", "xml": "http://www.w3.org/XML/1998/namespace"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DIVISIONS = "/t:TEI/t:text/t:*/t:div[not(@type='part')] | /t:TEI/t:text/t:*/t:div[@type='part']/t:div"
HEADS = "./t:head | ./t:label | ./t:body/t:div/t:head"


def squeezed(text: str) -> str:
    return re.sub(r"[ \t\n]+", " ", text).strip(" ")


def blank_free(text: str) -> str:
    return "".join(text.split())


def said(element, marks: bool = False) -> str:
    """The text of an element as a Volume has it: without what stands beside it, notes as ``[3]`` if ``marks``."""
    return "".join(_pieces(element, marks))


def _pieces(element, marks: bool) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = etree.QName(child).localname
        if name == "lb":
            yield " "
        elif (name == "note" and child.get("place")) or (name == "ptr" and child.get("type") == "note"):
            yield f"[{child.get('n')}]" if marks and child.get("place") != "end" else ""
        elif not _beside(child, name):
            yield from _pieces(child, marks)
        yield child.tail or ""


def _beside(element, name: str) -> bool:
    """Whether an element says what is no inline of the Volume, but a plain field of a node."""
    parent = element.getparent()
    within = etree.QName(parent).localname
    of_drawing = name == "head" and parent.get("type") == "drawing"
    return of_drawing or name in ("expan", "figDesc") or (within, name) in (("head", "label"), ("item", "name"))


class Written:
    """What a TEI file says."""

    def __init__(self, data: bytes):
        self.root = etree.fromstring(data)
        self._divisions = {division.get(ID): division for division in self.root.xpath(DIVISIONS, namespaces=NS)}
        self._owners = {element.get(ID): self._owner(element) for element in self.root.iter("{*}*") if element.get(ID)}

    def _every(self, path: str) -> list:
        return self.root.xpath(f"/t:TEI/t:text//{path}", namespaces=NS)

    def _owner(self, element) -> str:
        """The slug of the division that an element stands in."""
        names = (found.get(ID) for found in [element, *element.iterancestors()])
        return next((name for name in names if name in self._divisions), "")

    def _place(self, name: str) -> tuple[str, str]:
        return self._owners[name], name.removeprefix(self._owners[name]).removeprefix(".")

    def _anchor(self, element) -> str:
        return self._place(element.get(ID))[1] if element.get(ID) else ""

    def _target(self, element) -> str:
        """Where a reference leads: a place as text, or an address with its signs decoded; empty for nowhere."""
        pointer = element.get("target", "")
        return str(self._place(pointer[1:])) if pointer.startswith("#") else unquote(pointer)

    def _title(self, element) -> str:
        found = element.xpath(HEADS, namespaces=NS)
        return squeezed(said(found[0], marks=True)) if found else ""

    def divisions(self) -> list:
        def part(division) -> str:
            return "" if etree.QName(division.getparent()).localname != "div" else division.getparent().findtext("{*}head")

        return [(slug, division.findtext("{*}head"), part(division)) for slug, division in self._divisions.items()]

    def text(self) -> list:
        found = []
        for slug, division in self._divisions.items():
            copy = deepcopy(division)
            copy.remove(copy.find("{*}head"))
            found.append((slug, blank_free(said(copy, marks=True))))
        return found

    def paragraphs(self) -> list:
        told = self._every("t:*[self::t:p or self::t:ab[@rend]][@n or @xml:id or @rend]")
        return [(self._owner(p), int(p.get("n", 0)), self._anchor(p), p.get("rend", ""), squeezed(said(p, marks=True))) for p in told]

    def notes(self) -> list:
        found = self._every("t:note[@place]")
        return sorted((self._owner(note), int(note.get("n")), squeezed(said(note, marks=True))) for note in found)

    def links(self) -> list:
        found = self._every("t:ref")
        return sorted((self._owner(ref), squeezed(said(ref)), self._target(ref), ref.get("type", "")) for ref in found)

    def claims(self) -> list:
        return [(s.get("ana").removeprefix("#support-"), s.get("n", ""), squeezed(said(s))) for s in self._every("t:s")]

    def abbreviations(self) -> list:
        return sorted((squeezed(said(found.find("{*}abbr"))), found.findtext("{*}expan")) for found in self._every("t:choice"))

    def languages(self) -> list:
        return sorted((found.get(LANG), squeezed(said(found))) for found in self._every("t:foreign"))

    def rendered(self) -> list:
        return sorted((found.get("rend"), squeezed(said(found))) for found in self._every("t:hi"))

    def code(self) -> list:
        return sorted((code.get("lang", ""), code.text or "") for code in self._every("t:code"))

    def sections(self) -> list:
        found = self._every("t:*[self::t:div or self::t:floatingText][@type='section']")
        return [(self._owner(section), self._anchor(section), self._title(section)) for section in found]

    def boxes(self) -> list:
        kinds = {"argument": "abstract", "note": "editorial"}
        found = self._every("t:*[self::t:argument or self::t:note[@type='editorial'] or self::t:floatingText[@type='box']]")
        return [
            (kinds.get(etree.QName(box).localname, box.get("subtype")), self._anchor(box), self._title(box), blank_free(said(box)))
            for box in found
        ]

    def figures(self) -> list:
        found = [(figure, figure.findtext("{*}head/{*}label", "")) for figure in self._every("t:figure[not(@type='drawing')]")]
        return [(figure.get("type"), self._anchor(figure), label, self._title(figure)) for figure, label in found]

    def drawings(self) -> list:
        found = []
        for drawing in self._every("t:figure[@type='drawing']"):
            graphic = drawing.find("{*}graphic")
            words = drawing.findtext("{*}head"), drawing.findtext("{*}figDesc")
            svg = base64.b64decode(graphic.get("url").removeprefix("data:image/svg+xml;base64,")).decode()
            found.append((drawing.get("n"), *words, graphic.get("width"), graphic.get("height"), svg))
        return found

    def tables(self) -> list:
        def cell(found) -> tuple:
            text = blank_free(said(found, marks=True))
            return text, found.get("role") == "label", int(found.get("cols", 1)), int(found.get("rows", 1))

        def rows(table) -> list:
            return [(row.get("role"), [cell(found) for found in row.iterfind("{*}cell")]) for row in table.iterfind("{*}row")]

        return [(table.get("rend").split(), rows(table)) for table in self._every("t:table")]

    def lists(self) -> list:
        found = self._every("t:list[@rend]")
        return [(listed.get("rend"), [item.get("n") for item in listed.iterfind("{*}item")]) for listed in found]

    def terms(self) -> list:
        found = self._every("t:list[@type='gloss']/t:label/t:term")
        return [(self._anchor(term), squeezed(said(term)), blank_free(said(term.getparent().getnext()))) for term in found]

    def anchors(self) -> list:
        found = self._every("t:*[self::t:anchor or self::t:milestone[@unit='paragraph']]")
        return sorted((self._owner(place), self._anchor(place), int(place.get("n", 0))) for place in found)

    def works(self) -> list:
        def cited(work) -> list:
            return [self._target(pointer) for pointer in work.iterfind("{*}ptr[@type='cited']")]

        return [(work.get("n"), self._anchor(work), cited(work)) for work in self._every("t:bibl")]

    def entries(self) -> list:
        def named(item) -> list:
            return [self._target(pointer) for pointer in item.iterfind("{*}ptr[@type='named']")]

        found = self._every("t:list[@type='index']/t:item")
        return [(self._anchor(item), [name.text for name in item.iterfind("{*}name")], named(item)) for item in found]

    def rules(self) -> int:
        return len(self._every("t:milestone[@rend='rule']"))

    def quotations(self) -> list:
        return [blank_free(said(quote)) for quote in self._every("t:quote")]


SUBJECTS = [name for name in vars(Written) if not name.startswith("_")]
