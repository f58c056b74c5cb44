"""What stands in a line, in TEI: emphasis, links, notes at their marks, sentences with their support."""

from __future__ import annotations

from collections.abc import Callable

from apparatus.archival.elements import LANGUAGE, Content, Element, element
from apparatus.archival.identifiers import support
from apparatus.archival.writing import Writing
from apparatus.volume.nodes import (
    Abbreviation,
    Anchor,
    Claim,
    Code,
    Emphasis,
    Foreign,
    Inline,
    Inlines,
    Inside,
    LineBreak,
    Link,
    Mark,
    Strong,
    Subscript,
    Superscript,
    Text,
)

_RENDERED = {Emphasis: "italic", Strong: "bold", Superscript: "superscript", Subscript: "subscript"}


def inlines(line: Inlines, writing: Writing) -> list[Content]:
    """A line as text and elements."""
    return [_WRITERS[type(node)](node, writing) for node in line]


def pointers(kind: str, places: tuple[Inside, ...], writing: Writing) -> list[Element]:
    """A pointer to each place; one that the book has not is left out, with a fault."""
    return [element("ptr", type=kind, target=found) for place in places if (found := writing.pointer(place))]


def note(number: int, place: str, writing: Writing) -> Element:
    """The note of that number, which from now on stands in the text; ``place`` is ``foot``, or ``end`` for one without a mark."""
    writing.noted.add(number)
    content = inlines(writing.notes[number].content, writing)
    return element("note", content, place=place, n=str(number), xml_id=writing.identifiers.of_note(writing.division.name, number))


def _rendered(node: Emphasis | Strong | Superscript | Subscript, writing: Writing) -> Content:
    return element("hi", inlines(node.content, writing), rend=_RENDERED[type(node)])


def _abbreviation(node: Abbreviation, writing: Writing) -> Content:
    short = inlines(node.content, writing)
    return element("choice", element("abbr", short), element("expan", node.expansion)) if node.expansion else element("abbr", short)


def _foreign(node: Foreign, writing: Writing) -> Content:
    if not LANGUAGE.fullmatch(node.language):
        writing.fault("SET003", f"{node.language!r} is not a language tag of BCP 47", "write a tag such as 'ar' or 'ar-Latn'")
        return element("foreign", inlines(node.content, writing))
    return element("foreign", inlines(node.content, writing), xml_lang=node.language)


def _claim(node: Claim, writing: Writing) -> Content:
    return element("s", inlines(node.content, writing), n=node.works, ana=f"#{support(node.support)}")


def _link(node: Link, writing: Writing) -> Content:
    return element("ref", inlines(node.content, writing), type=node.role, target=writing.pointer(node.target))


def _mark(node: Mark, writing: Writing) -> Content:
    """The note itself where it is first marked; later marks point to it."""
    if node.number not in writing.notes:
        writing.fault("SET004", f"the mark of note {node.number} has no note", "give the note, or take its mark out")
        return element("ref", str(node.number), type="note")
    if node.number in writing.noted:
        target = writing.identifiers.of_note(writing.division.name, node.number)
        return element("ptr", type="note", n=str(node.number), target=f"#{target}")
    return note(node.number, "foot", writing)


def _anchor(node: Anchor, writing: Writing) -> Content:
    found = writing.at(node.name)
    if node.number:
        return element("milestone", unit="paragraph", n=str(node.number), xml_id=found)
    return element("anchor", xml_id=found) if found else None


_WRITERS: dict[type[Inline], Callable[..., Content]] = {
    Text: lambda node, writing: writing.text(node.text),
    Code: lambda node, writing: element("code", writing.text(node.text)),
    LineBreak: lambda node, writing: element("lb"),
    Abbreviation: _abbreviation,
    Foreign: _foreign,
    Claim: _claim,
    Link: _link,
    Mark: _mark,
    Anchor: _anchor,
    **dict.fromkeys(_RENDERED, _rendered),
}
