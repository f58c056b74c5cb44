"""The HTML tags that are live in pages, records and entries, not those shown as code; and the attributes that Markdown adds."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from apparatus.grounds.texts import fields, once, strings, texts
from apparatus.model import Location, Monograph, Page, Span
from apparatus.read import markdown

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*+)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>")
_LOOSE = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*+)([^<>]*+)>")  # for tags with a quotation mark that nothing closes
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_OPENING = re.compile(r"<(?=[A-Za-z/])")
_LONGEST = 10_000
_LIST = re.compile(r"\{:?([^{}\n]*)\}")


@dataclass(frozen=True)
class Tag:
    """A tag that the reader's program will see: its name, its attributes by name (entities resolved), where it stands."""

    name: str
    attributes: Mapping[str, str]
    location: Location
    closing: bool = False
    diagram: bool = False  # it stands in the source of a diagram


@once
def tags(monograph: Monograph) -> tuple[Tag, ...]:
    """All live tags, of pages, entries and data."""
    found: list[Tag] = []
    known = texts(monograph)
    for page in monograph.pages:
        drawn = Spans(fence.span for fence in page.fences)
        found += [_tag(match, known.at(page.path, match.start()), match.start() in drawn) for match in _live(page)]
    for _, field in fields(monograph):
        if "<" in field.value:
            start = known.value(field)
            for match in _scan(field.value):
                found.append(_tag(match, known.at(field.location.path, start + match.start()) if start >= 0 else field.location))
    for value, place in _values(monograph):
        page, _ = markdown.page("docs/value.md", value)
        for match in _live(page):
            offset = known.find(match[0], place, 4 * len(value) + 200)
            found.append(_tag(match, known.at(place.path, offset) if offset >= 0 else place))
    return tuple(found)


def _values(monograph: Monograph) -> Iterator[tuple[str, Location]]:
    for data in monograph.data.values():
        for datum in data:
            yield from ((value, place) for _, value, place in strings(datum) if "<" in value)


def _tag(match: re.Match[str], location: Location, diagram: bool = False) -> Tag:
    attributes: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(match[3]):
        attributes.setdefault(found[1].lower(), html.unescape(found[2] or found[3] or found[4] or ""))
    return Tag(match[2].lower(), attributes, location, bool(match[1]), diagram)


def _scan(text: str, start: int = 0) -> Iterator[re.Match[str]]:
    """The tags of a text, code or not, in linear time: a tag ends before the next ``<`` and within a bound."""
    for opening in _OPENING.finditer(text, start):
        end = min(len(text), opening.start() + _LONGEST)
        if match := _TAG.match(text, opening.start(), end) or _LOOSE.match(text, opening.start(), end):
            yield match


def _live(page: Page) -> Iterator[re.Match[str]]:
    """The tags of a page that are neither code nor in a comment; those in diagrams count, for they become labels."""
    if not _OPENING.search(page.text):
        return
    found = list(_scan(page.text, page.body_start))
    if not found:
        return
    diagrams = Spans(fence.span for fence in page.fences if fence.language == "mermaid")
    if all(fence.language == "mermaid" for fence in page.fences) and all(match.start() in diagrams for match in found):
        yield from found
        return
    plain = page.text[: page.body_start] + _OPENING.sub("\u2039", page.text[page.body_start :])
    code = Spans(markdown.page(page.path, plain)[0].code)
    yield from (match for match in found if match.start() in diagrams or match.start() not in code)


class Spans:
    """Stretches of a text, asked whether an offset lies in one of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def __contains__(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._spans[index].end


@dataclass(frozen=True)
class Attribute:
    """One ``name=value`` of an attribute list ``{: … }``; the value without its quotation marks, entities resolved."""

    name: str
    value: str
    location: Location


@once
def attributes(monograph: Monograph) -> tuple[Attribute, ...]:
    """All attributes that attribute lists give in pages and data."""
    found: list[Attribute] = []
    known = texts(monograph)
    for page in monograph.pages:
        for name, value, offset in _lists(page):
            found.append(Attribute(name, value, known.at(page.path, offset)))
    for data in monograph.data.values():
        for datum in data:
            for _, text, place in strings(datum):
                if "{" in text:
                    for name, value, offset in _lists(markdown.page("docs/value.md", text)[0]):
                        start = known.find(text[offset : offset + len(name)], place, 4 * len(text) + 200)
                        found.append(Attribute(name, value, known.at(place.path, start) if start >= 0 else place))
    return tuple(found)


def _lists(page: Page) -> Iterator[tuple[str, str, int]]:
    if "{" not in page.text:
        return
    code = Spans(page.code)
    for match in _LIST.finditer(page.text, page.body_start):
        if match.start() in code or "=" not in match[1]:
            continue
        for found in _ATTRIBUTE.finditer(match[1]):
            value = html.unescape(found[2] or found[3] or found[4] or "")
            yield found[1].lower(), value, match.start(1) + found.start()
