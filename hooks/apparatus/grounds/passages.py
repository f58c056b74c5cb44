"""The prose of pages and data with everything blanked that is not its words, and the place of each character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from apparatus.grounds.settings import value
from apparatus.grounds.texts import once
from apparatus.model import Datum, Location, Monograph, Page, Span
from apparatus.read.places import Places

BLANK = "\x00"
MOST = 100  # finds in one value of data whose places are sought; the others get that of the value
_QUOTATION = re.compile(r"“[^“”]*”|\"[^\"\n]*\"|«[^«»]*»")
_IN_DATA = re.compile(r"“[^“”]*”|«[^«»]*»|(?<![\w\"])\"[^\"\n]*\"|(?<![\w'])'[^'\n]*'(?!\w)")


class Passage(NamedTuple):
    """One paragraph, heading or value: its text with code and citations blanked, and where it stands.

    ``name`` is that of the value in data, ``page`` the page of a paragraph.
    """

    text: str
    kind: str
    places: Places | None
    start: int
    name: str = ""
    page: Page | None = None
    location: Location | None = None

    def at(self, offset: int, words: str) -> Location:
        """The place of ``words``, found at ``offset`` of the text."""
        if self.location is None:
            return self.places.at(self.start + offset)
        if self.places is None or len(self.text) > 1_000_000:
            return self.location
        index = self.start
        for _ in range(min(self.text.count(words, 0, offset), MOST) + 1):
            index = self.places.text.find(words, index) + 1
            if not index:
                return self.location
        return self.places.at(index - 1)

    @property
    def unquoted(self) -> str:
        """The text with quotations blanked."""
        return (_IN_DATA if self.location else _QUOTATION).sub(lambda found: BLANK * len(found[0]), self.text)


@once
def passages(monograph: Monograph) -> tuple[Passage, ...]:
    """Every paragraph of the pages and every string of the data, in source order."""
    return tuple(_passages(monograph))


def _passages(monograph: Monograph) -> Iterator[Passage]:
    for page in monograph.pages:
        yield from of_page(page)
    sources = {source.path: source.text for source in monograph.sources}
    known: dict[str, Places] = {}
    for data in monograph.data.values():
        for datum in data:
            yield from of_datum(datum, sources, known)


def of_page(page: Page) -> Iterator[Passage]:
    """The paragraphs of a page."""
    places = Places(page.path, page.text)
    text = _blanked(page.text, [*page.code, *(cluster.span for cluster in page.clusters)])
    for paragraph in page.paragraphs:
        start, end = paragraph.span.start, paragraph.span.end
        yield Passage(text[start:end], paragraph.kind, places, start, page=page)


def of_datum(datum: Datum, sources: Mapping[str, str], known: dict[str, Places]) -> Iterator[Passage]:
    """The strings of a record."""
    path = datum.location.path
    if path in sources and path not in known:
        known[path] = Places(path, sources[path])
    places = known.get(path)
    for name, location in datum.places.items():
        if text := value(datum, name):
            for cluster in datum.clusters.get(name, ()):
                for raw in (cluster.raw, " ".join(cluster.raw.split())):
                    text = text.replace(raw, BLANK * len(raw), 1)
            start = places.starts[min(location.line, len(places.starts)) - 1] + location.column - 1 if places else 0
            yield Passage(text, "datum", places, start, name, location=location)


def _blanked(text: str, spans: list[Span]) -> str:
    pieces, done = [], 0
    for span in sorted(spans, key=lambda span: span.start):
        if span.end > done:
            start = max(span.start, done)
            pieces += (text[done:start], BLANK * (span.end - start))
            done = span.end
    return "".join(pieces) + text[done:]
