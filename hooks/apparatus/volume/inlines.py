"""The lines of built pages as nodes: emphasis, links, note marks, sentences with their support."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from apparatus.volume.faults import Fault
from apparatus.volume.nodes import (
    Abbreviation,
    Anchor,
    Claim,
    Code,
    Emphasis,
    Foreign,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Mark,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from apparatus.volume.targets import Addresses
from lxml.html import HtmlElement

_BLANKS = re.compile(r"[ \t\n\r\f]+")  # not the no-break space
_SIMPLE = {"em": Emphasis, "i": Emphasis, "cite": Emphasis, "dfn": Emphasis, "strong": Strong, "b": Strong, "sub": Subscript}
_PLAIN = frozenset(("span", "small", "q", "u", "ins", "mark", "time", "label"))  # what they add is for the screen
_LINKS = {"mention": "mention", "archived": "archived", "editorial-link": "editorial"}
# Every element that may stand in a line; the check of raw HTML in chapters holds to the same list.
ELEMENTS = frozenset((*_SIMPLE, *_PLAIN, "a", "abbr", "br", "code", "sup"))


@dataclass
class Reading:
    """One page in the course of being read: what its links mean, which notes were marked, what could not be set."""

    division: str
    address: str
    addresses: Addresses
    drawings: tuple[str, ...] = ()
    near: str = ""
    marked: set[int] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, code: str, message: str, fix: str) -> None:
        self.faults.append(Fault(self.division, self.near, code, message, fix))


def inlines(element: HtmlElement, reading: Reading) -> Inlines:
    """What stands in an element, white space at its edges left out."""
    return trimmed(content(element, reading))


def content(element: HtmlElement, reading: Reading) -> list[Inline]:
    """What stands in an element, in order."""
    found = text(element.text)
    for child in element:
        if isinstance(child.tag, str):
            found += inline(child, reading)
        found += text(child.tail)
    return found


def text(value: str | None) -> list[Inline]:
    """Characters as a node; none if there are none."""
    value = _BLANKS.sub(" ", value or "")
    return [Text(value)] if value else []


def inline(element: HtmlElement, reading: Reading) -> list[Inline]:
    """An element of a line. One that the book does not know is reported, and what stands in it is kept."""
    here: list[Inline] = []
    if (name := element.get("id")) and not name.startswith("fnref"):
        reading.near = name
        here = [Anchor(name, number(element.get("data-n"), 0))]
    reader = _READERS.get(element.tag)
    if reader:
        return here + reader(element, reading)
    if element.tag in _SIMPLE:
        return [*here, _SIMPLE[element.tag](tuple(content(element, reading)))]
    if element.tag not in _PLAIN:
        reading.fault("SET003", f"the element <{element.tag}> is not known to the bound book", "write it in Markdown")
    return here + content(element, reading)


def number(value: str | None, otherwise: int) -> int:
    """A whole number from 0 as an attribute gives it; what is none counts as not given, which the checks report."""
    return int(value) if value and value.isascii() and value.isdigit() else otherwise


def _link(element: HtmlElement, reading: Reading) -> list[Inline]:
    href, kinds = element.get("href"), element.get("class", "").split()
    inner = content(element, reading)
    if not href or "para" in kinds:
        return inner
    role = next((_LINKS[kind] for kind in kinds if kind in _LINKS), "")
    return [Link(tuple(inner), reading.addresses.target(href, reading.address), role)]


def _superscript(element: HtmlElement, reading: Reading) -> list[Inline]:
    marks = element.xpath("./a[@class='footnote-ref']")
    if not marks:
        return [Superscript(tuple(content(element, reading)))]
    note = int(marks[0].get("href").rpartition(":")[2])
    again = note in reading.marked
    reading.marked.add(note)
    return [Mark(note, again)]


def _span(element: HtmlElement, reading: Reading) -> list[Inline]:
    inner = content(element, reading)
    kinds = element.get("class", "").split()
    if "claim" in kinds:
        named = [kind.removeprefix("claim--") for kind in kinds if kind.startswith("claim--") and kind != "claim--more"]
        return [Claim(tuple(inner), named[0], element.get("data-works", ""))] if named else inner
    return [Foreign(tuple(inner), element.get("lang"))] if element.get("lang") else inner


def _abbreviation(element: HtmlElement, reading: Reading) -> list[Inline]:
    return [Abbreviation(tuple(content(element, reading)), element.get("title", ""))]


_READERS: dict[str, Callable[[HtmlElement, Reading], list[Inline]]] = {
    "a": _link,
    "sup": _superscript,
    "span": _span,
    "abbr": _abbreviation,
    "code": lambda element, reading: [Code(element.text_content())],
    "br": lambda element, reading: [LineBreak()],
}


def trimmed(nodes: list[Inline]) -> Inlines:
    """Without white space at the beginning, at the end and around line breaks; neighbouring texts are joined."""
    joined: list[Inline] = []
    for node in nodes:
        if isinstance(node, Text) and joined and isinstance(joined[-1], Text):
            joined[-1] = Text(_BLANKS.sub(" ", joined[-1].text + node.text))
        else:
            joined.append(node)
    for index, node in enumerate(joined):
        if isinstance(node, Text):
            starts = all(isinstance(before, Anchor) for before in joined[:index]) or isinstance(joined[index - 1], LineBreak)
            ends = index == len(joined) - 1 or isinstance(joined[index + 1], LineBreak)
            value = node.text.lstrip(" ") if starts else node.text
            joined[index] = Text(value.rstrip(" ") if ends else value)
    return tuple(node for node in joined if not (isinstance(node, Text) and not node.text))
