"""What stands in a line, as Typst code: type, links with the page they lead to, notes at their marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from apparatus.typesetting.addresses import printed, short_copy, stands
from apparatus.typesetting.places import Places, label, note_label
from apparatus.typesetting.source import call, sequence, string
from apparatus.volume.faults import Fault
from apparatus.volume.nodes import (
    Abbreviation,
    Anchor,
    Claim,
    Code,
    Division,
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
    Text,
    plain,
)

SPANS = {Emphasis: "emph", Strong: "strong", Superscript: "super", Subscript: "sub"}
RIGHT_TO_LEFT = ("ar", "fa", "he", "ps", "ur")


@dataclass
class Setting:
    """What is known while a division is set: where the text stands, what is placed already, what went wrong."""

    division: Division
    places: Places
    alone: bool = False  # a chapter without the rest of the book: its other links lead to the site
    address: str = ""  # of the site, or empty
    anchor: str = ""
    printed: str = ""  # the address printed last
    placed: set[str] = field(default_factory=set)
    marked: set[int] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    @cached_property
    def lengths(self) -> Mapping[int, int]:
        """How many letters each note of the division has."""
        return {note.number: len(plain(note.content)) for note in self.division.notes}

    def fault(self, code: str, message: str, fix: str) -> None:
        self.faults.append(Fault(self.division.name, self.anchor, code, message, fix))

    def unknown(self, node: object) -> None:
        """The fault of a node that print has no form for."""
        self.fault("SET003", f"print does not know {type(node).__name__} at this place", "write it in a way that the book knows")

    def place(self, anchor: str) -> str:
        """Code that marks the place of an anchor, once; empty for none."""
        if not anchor or anchor in self.placed:
            return ""
        self.anchor = anchor
        self.placed.add(anchor)
        return call("place-of", string(label(Inside(self.division.name, anchor))))


@dataclass(frozen=True)
class Line:
    """Sets inlines. ``terse`` where links are named in passing (notes, tables): their pages follow a comma, works have none."""

    setting: Setting
    terse: bool = False
    bare: bool = False  # in headings and lists of them: words alone

    def set(self, content: Inlines) -> str:
        """The content as one Typst expression."""
        pieces, before, depth = [], None, 0
        for node in content:
            if isinstance(node, Mark) and isinstance(before, Mark):
                pieces.append("apart")
            pieces.append(self._one(node, depth > 0))
            if isinstance(node, Text):
                depth = max(0, depth + node.text.count("(") - node.text.count(")"))
            before = node
        return sequence(pieces)

    def _one(self, node: Inline, bracketed: bool) -> str:
        match node:
            case Text(text):
                return string(text)
            case Emphasis(content) | Strong(content) | Superscript(content) | Subscript(content):
                return call(SPANS[type(node)], self.set(content))
            case Code(text):
                return call("raw", string(text))
            case LineBreak():
                return "linebreak()"
            case Abbreviation(content, _) | Claim(content, _, _):
                return self.set(content)
            case Foreign(content, language):
                return self._foreign(self.set(content), language)
            case Mark():
                return "" if self.bare else self._mark(node)
            case Anchor(name, number):
                return "" if self.bare else sequence((self.setting.place(name), f"margin({number})" if number else ""))
            case Link():
                return self.set(node.content) if self.bare else self._link(node, bracketed)
        self.setting.unknown(node)
        return ""

    def _foreign(self, content: str, language: str) -> str:
        tongue, *rest = language.lower().split("-")
        direction = "rtl" if tongue in RIGHT_TO_LEFT and "latn" not in rest else "ltr"
        return call("text", content, lang=string(tongue), dir=direction) if 2 <= len(tongue) <= 3 else content

    # ---- notes

    def _mark(self, mark: Mark) -> str:
        name = note_label(self.setting.division.name, mark.number)
        if mark.number in self.setting.marked:
            return call("again", str(mark.number), string(name))
        note = next((note for note in self.setting.division.notes if note.number == mark.number), None)
        if note is None:
            self.setting.fault("SET004", f"the mark of note {mark.number} has no note", "give the note its text")
            return call("super", string(str(mark.number)))
        self.setting.marked.add(mark.number)
        return call("note", str(mark.number), string(name), Line(self.setting, terse=True).set(note.content))

    # ---- links

    def _link(self, link: Link, bracketed: bool) -> str:
        match link.target:
            case Inside() as place:
                return self._inside(link, place, bracketed)
            case Outside(url):
                return self._outside(link, url)
            case OnSite():
                return self.set(link.content)

    def _inside(self, link: Link, place: Inside, bracketed: bool) -> str:
        content = self.set(link.content)
        if not self.setting.places.has(place):
            return self._elsewhere(content, place)
        name = string(label(place))
        if link.role == "mention":
            return call("mention", name, content)
        if place.division in self.setting.places.alphabets or (self.terse and place.division in self.setting.places.bibliographies):
            return call("to", name, content)
        return call("see-comma" if self.terse or bracketed else "see", name, content)

    def _elsewhere(self, content: str, place: Inside) -> str:
        """A link out of what is printed: to the site where its address is known, else its words alone."""
        if self.setting.alone and self.setting.address and place.division.endswith(".md"):
            path = place.division.removesuffix(".md").removesuffix("index")
            path += "/" if path and not path.endswith("/") else ""
            fragment = f"#{place.anchor}" if place.anchor else ""
            return call("out", string(f"{self.setting.address.rstrip('/')}/{path}{fragment}"), content)
        if not self.setting.alone:
            self.setting.fault("SET004", f"a link leads to {label(place)}, which the book does not have", "mend the link")
        return content

    def _outside(self, link: Link, url: str) -> str:
        content = self.set(link.content)
        shown = short_copy(url, self.setting.printed) if link.role == "archived" else printed(url)
        self.setting.printed = url
        if stands(url, plain(link.content)):
            return call("address", string(url), content)
        return call("address", string(url), sequence((content, string(f" ({shown})"))))
