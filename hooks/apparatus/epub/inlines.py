"""What stands in a line: emphasis, links, note marks, sentences with their support."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

from apparatus.epub.sheets import Sheet
from apparatus.epub.xhtml import Content, element
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
    Outside,
    Strong,
    Subscript,
    Superscript,
    Text,
)

_WEB = ("http://", "https://", "mailto:")
_SAFE = "!#$%&'()*+,/:;=?@~[]"  # what addresses hold besides letters, digits and -._
_LONE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_RIGHT_TO_LEFT = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))


def inlines(line: Inlines, sheet: Sheet) -> list[Content]:
    """A line as text and elements."""
    return [_WRITERS[type(node)](node, sheet) for node in line]


def number(value: int) -> list[Content]:
    """The number of a paragraph, in the margin or before its first word; nothing for 0."""
    return [element("span", str(value), class_="para"), " "] if value else []


def _in(tag: str, name: str) -> Callable[[Inline, Sheet], Content]:
    def write(node, sheet: Sheet) -> Content:
        return element(tag, inlines(getattr(node, name), sheet))

    return write


def _abbreviation(node: Abbreviation, sheet: Sheet) -> Content:
    return element("abbr", inlines(node.content, sheet), title=node.expansion or None)


def _foreign(node: Foreign, sheet: Sheet) -> Content:
    right = node.language.partition("-")[0] in _RIGHT_TO_LEFT and "-Latn" not in node.language
    return element("span", inlines(node.content, sheet), lang=node.language, xml_lang=node.language, dir="rtl" if right else None)


def _claim(node: Claim, sheet: Sheet) -> Content:
    return element("span", inlines(node.content, sheet), class_=f"claim claim--{node.support}", data_works=node.works or None)


def _anchor(node: Anchor, sheet: Sheet) -> Content:
    place, breaks = sheet.begins(node.name)
    if node.number:
        return [breaks, element("span", str(node.number), id=place, class_="para"), " "]
    return [breaks, element("span", id=place) if place else None]


def _mark(node: Mark, sheet: Sheet) -> Content:
    """The mark of a note, which readers show as a pop-up."""
    text = str(node.number)
    if node.number not in sheet.notes:
        sheet.fault(f"the mark of note {text} has no note", "give the note, or take its mark out")
        return element("sup", text, class_="ref")
    place = sheet.new(f"mark-{text}")
    sheet.marks[node.number].append(place)
    href = f"#{sheet.notes[node.number]}"
    return element("sup", element("a", text, epub_type="noteref", role="doc-noteref", id=place, href=href), class_="ref")


def _link(node: Link, sheet: Sheet) -> Content:
    """A link; marks and links in it are set after it or as plain text, for XHTML has no link within a link."""
    inner, marks = _unlinked(node.content)
    text, after = inlines(inner, sheet), inlines(marks, sheet)
    href = _address(node, sheet)
    if href is None:
        return [text, after]
    return [element("a", text, href=href, class_=node.role or None), after]


def _unlinked(line: Inlines) -> tuple[Inlines, tuple[Mark, ...]]:
    inner: list[Inline] = []
    marks: list[Mark] = []
    for node in line:
        if isinstance(node, Mark):
            marks.append(node)
        elif isinstance(node, Link):
            deeper, more = _unlinked(node.content)
            inner += deeper
            marks += more
        elif hasattr(node, "content"):
            deeper, more = _unlinked(node.content)
            inner.append(type(node)(deeper, *_rest(node)))
            marks += more
        else:
            inner.append(node)
    return tuple(inner), tuple(marks)


def _rest(node: Inline) -> tuple:
    return tuple(value for name, value in vars(node).items() if name != "content")


def _address(node: Link, sheet: Sheet) -> str | None:
    """Where a link leads; None for what only the site has, and for what is nowhere."""
    if isinstance(node.target, Inside):
        return inside(node.target, sheet)
    if not isinstance(node.target, Outside):
        return None
    if not node.target.url.startswith(_WEB):
        sheet.fault(f"the address {node.target.url} is none of the web", "write it with https://")
        return None
    return address(node.target.url)


def inside(target: Inside, sheet: Sheet) -> str | None:
    """The way to a place in the book; one that it has not is a fault."""
    href = sheet.places.href(target, sheet.division.name)
    if href is None:
        place = f"{target.division}#{target.anchor}" if target.anchor else target.division
        sheet.fault(f"a link leads to {place}, which the bound book has not", "mend the link")
    return href


def address(url: str) -> str:
    """An address on the web with everything encoded that must not stand in one (RFC 3986)."""
    host, bracket, path = url.partition("]") if "//[" in url else ("", "", url)
    return host + bracket + quote(_LONE_PERCENT.sub("%25", path), safe=_SAFE).replace("[", "%5B").replace("]", "%5D")


_WRITERS: dict[type, Callable[..., Content]] = {
    Text: lambda node, sheet: node.text,
    Code: lambda node, sheet: element("code", node.text),
    LineBreak: lambda node, sheet: element("br"),
    Emphasis: _in("em", "content"),
    Strong: _in("strong", "content"),
    Superscript: _in("sup", "content"),
    Subscript: _in("sub", "content"),
    Abbreviation: _abbreviation,
    Foreign: _foreign,
    Claim: _claim,
    Anchor: _anchor,
    Link: _link,
    Mark: _mark,
}
