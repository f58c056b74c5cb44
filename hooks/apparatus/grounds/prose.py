"""The running text of pages and of data as stretches whose characters know their places, with what is no prose blanked.

What a stretch says is judged by the checks; how a page is cut into paragraphs is read by ``read/``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from apparatus.grounds.texts import once
from apparatus.model import Location, Monograph, Page, Span
from apparatus.read import nodes
from apparatus.read.places import Places
from apparatus.read.scalars import Value

BLANK, CITED, NOTED = "\x00", "\x01", "\x02"  # what stands for code or an address, for a citation, for a note's mark
FIELDS = {  # what of the data is printed as prose
    "concordance": ("remark",),
    "editorial": ("title", "short", "article", "problem", "record", "edition"),
    "glossary": ("definition",),
}
_NOTE = re.compile(r"\[\^[^\s\[\]]+\]")
_ATTRIBUTES = re.compile(r"\{[:#.]?[^{}\n]*\}")


@dataclass(frozen=True)
class Stretch:
    """One paragraph, item, row, heading … or value: its text, every character in its place, and its kind and section."""

    text: str
    kind: str
    section: str
    path: str
    at: Callable[[int], Location]


@once
def of_book(monograph: Monograph) -> tuple[Stretch, ...]:
    """All prose of pages, then of data, in the order written."""
    return tuple(_of_book(monograph))


def _of_book(monograph: Monograph) -> Iterator[Stretch]:
    for page in monograph.pages:
        yield from of_page(page)
    yield from of_data(monograph)


def of_data(monograph: Monograph, blank: bool = True) -> Iterator[Stretch]:
    """The values of data files that are printed as prose; with their links and citations, if not to be blanked."""
    for source in monograph.sources:
        folder, _, name = source.path.partition("/")
        fields = FIELDS.get(name.removesuffix(".yml"), ()) if folder == "data" else ()
        places = Places(source.path, source.text) if fields else None
        for field, value in _values(source.path, source.text) if fields else ():
            if field in fields:
                text = without_markup(value.text) if blank else value.text
                yield Stretch(text, "value", "", source.path, lambda i, v=value, p=places: p.at(v.raw(i)))


def of_page(page: Page) -> Iterator[Stretch]:
    """The paragraphs and headings of one page; headings are of kind ``heading``."""
    text, places = blanked(page), Places(page.path, page.text)
    pieces: list[tuple[Span, str, str]] = [(p.span, p.kind, p.section) for p in page.paragraphs]
    pieces += [(heading.span, "heading", heading.anchor) for heading in page.headings]
    for span, kind, section in sorted(pieces):
        start = span.start
        yield Stretch(
            text[start : span.end], kind, section, page.path, lambda offset, start=start: places.at(start + offset)
        )


def blanked(page: Page) -> str:
    """The page's text, as long as it is, with code, tags, addresses, attributes, notes and citations blanked."""
    marks = [(span.start, span.end, BLANK) for span in page.code]
    marks += [(cluster.span.start, cluster.span.end, CITED) for cluster in page.clusters]
    marks += [(m.start(), m.end(), NOTED) for m in _NOTE.finditer(page.text)]
    marks += [(m.start(), m.end(), BLANK) for m in _ATTRIBUTES.finditer(page.text)]
    pieces, done = [], 0
    for start, end, sign in sorted(marks):
        if end > done:
            start = max(start, done)
            pieces += (page.text[done:start], sign * (end - start))
            done = end
    return "".join(pieces) + page.text[done:]


_MARKUP = re.compile(r"`[^`\n]*`|\]\([^()\s]*\)|<[^<>\n]*>|\[[^\[\]]*@[^\[\]]*\]|https?://\S+")


def without_markup(text: str) -> str:
    """The text of a value of data, as long as it is, with code, targets of links, tags, citations and addresses blanked."""
    return _MARKUP.sub(lambda m: (CITED if m[0].startswith("[") and "@" in m[0] else BLANK) * len(m[0]), text)


@lru_cache(maxsize=16)
def _values(path: str, text: str) -> tuple[tuple[str, Value], ...]:
    """The string values of the records of a data file, by name. A file that cannot be read has none."""
    try:
        root = nodes.compose(text, Places(path, text), "READ003")
    except nodes.Unreadable:
        return ()
    found = []
    for record in root.items if isinstance(root, nodes.Sequence) else ():
        for name, _, item in record.items if isinstance(record, nodes.Mapping) else ():
            if isinstance(item, nodes.Scalar) and isinstance(item.value, str):
                found.append((name, Value(text, item)))
    return tuple(found)
