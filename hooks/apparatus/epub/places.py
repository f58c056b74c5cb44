"""Where every place of the book stands in the EPUB: its file, its id there, and how the index names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from apparatus.volume.nodes import (
    Anchor,
    Box,
    Definitions,
    Figure,
    IndexEntry,
    Inside,
    Paragraph,
    Section,
    Volume,
    plain,
)

_RESERVED = ("cover", "title-page", "imprint", "colophon")  # files that are no division; those of parts are part-1, part-2 …
_PLACES = frozenset(("target", "cited", "places"))  # fields that name anchors elsewhere
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


@dataclass(frozen=True)
class Places:
    """``files`` by division, ``ids`` and ``numbers`` by division and anchor; ``heads`` is what the index calls a division.

    A number is a paragraph's, ``¶ 4``, or a figure's, ``Figure 2``; other places have the title that they stand under, if any.
    """

    files: Mapping[str, str]
    heads: Mapping[str, str]
    ids: Mapping[tuple[str, str], str]
    numbers: Mapping[tuple[str, str], str]

    def href(self, target: Inside, source: str) -> str | None:
        """The way from the file of the division ``source``; None for a place that the book has not."""
        file = self.files.get(target.division)
        if file is None or target.anchor and (target.division, target.anchor) not in self.ids:
            return None
        if not target.anchor:
            return file
        return f"{'' if target.division == source else file}#{self.ids[target.division, target.anchor]}"


def places(volume: Volume) -> Places:
    """All places of the book; of two with one name in a division the first counts."""
    files: dict[str, str] = {}
    used = {*_RESERVED, *(f"part-{number}" for number in range(1, len(volume.divisions) + 1))}
    ids: dict[tuple[str, str], str] = {}
    numbers: dict[tuple[str, str], str] = {}
    for division in volume.divisions:
        stem = fresh(identifier(division.slug), used)
        used.add(stem)
        files[division.name] = f"{stem}.xhtml"
        taken: set[str] = set()
        for anchor, number in _anchors((division.blocks, division.notes)):
            place = (division.name, anchor)
            if anchor and place not in ids:
                ids[place] = fresh(identifier(anchor), taken)
                taken.add(ids[place])
                if number:
                    numbers[place] = number
    heads = {division.name: f"ch.\u00a0{division.number}" if division.number else division.title for division in volume.divisions}
    return Places(files, heads, ids, numbers)


def identifier(name: str) -> str:
    """A name as XML has them for ids (NCName), in ASCII, so that addresses need no encoding; a sound name stays as it is."""
    if _NAME.fullmatch(name):
        return name
    safe = re.sub(r"[^A-Za-z0-9_-]", lambda found: f"_{ord(found[0]):x}", name)
    return safe if _NAME.fullmatch(safe) else f"x-{safe}"


def fresh(name: str, taken: set[str]) -> str:
    """The name, or the first of ``name-2``, ``name-3`` … that is not taken."""
    count, found = 1, name
    while found in taken:
        count += 1
        found = f"{name}-{count}"
    return found


def _anchors(held: object, section: str = "") -> Iterator[tuple[str, str]]:
    """Every anchor in the order of the text, with what the index calls its place: its number, or the title that it stands under."""
    if isinstance(held, tuple):
        for node in held:
            yield from _anchors(node, section)
    elif isinstance(held, Section):
        title = _quoted(plain(held.title))
        yield held.anchor, title
        yield from _anchors((held.title, held.blocks), title)
    elif isinstance(held, Definitions):
        for anchor, term, meaning in held.items:
            yield anchor, _quoted(plain(term))
            yield from _anchors((term, meaning), _quoted(plain(term)))
    elif isinstance(held, Anchor):
        yield held.name, _paragraph(held.number) or section
    elif is_dataclass(held):
        yield getattr(held, "anchor", ""), _named(held) or section
        yield from (found for field in fields(held) if field.name not in _PLACES for found in _anchors(getattr(held, field.name), section))


def _named(node: object) -> str:
    if isinstance(node, Paragraph):
        return _paragraph(node.number)
    if isinstance(node, Figure):
        return node.label.rstrip(".").replace(" ", "\u00a0")
    if isinstance(node, IndexEntry):
        return _quoted(node.name)
    return _quoted(plain(node.title)) if isinstance(node, Box) and node.title else ""


def _paragraph(number: int) -> str:
    return f"¶\u00a0{number}" if number else ""


def _quoted(title: str) -> str:
    return f"“{title}”"
