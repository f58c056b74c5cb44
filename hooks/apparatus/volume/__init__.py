"""The whole book as a tree, read from its built pages: what PDF, EPUB, archive and Markdown are written from."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator

from apparatus.model import Monograph
from apparatus.volume import built_pages
from apparatus.volume.contents import contents
from apparatus.volume.divisions import division
from apparatus.volume.faults import Fault
from apparatus.volume.index import index
from apparatus.volume.inlines import Reading
from apparatus.volume.nodes import (
    Anchor,
    Box,
    Definitions,
    Division,
    Figure,
    Imprint,
    IndexEntry,
    Inside,
    Link,
    Paragraph,
    Section,
    Volume,
    Work,
    walk,
)
from apparatus.volume.targets import INDEX, Addresses

__all__ = ["Fault", "Volume", "anchors", "read"]
_ANCHORED = (Paragraph, Section, Box, Figure, Work, IndexEntry)


def read(page: Callable[[str], str], monograph: Monograph, imprint: Imprint) -> tuple[Volume, tuple[Fault, ...]]:
    """The book from its built pages; ``page`` gives the HTML of one by its path below ``docs/``.

    A link to nothing and an element that the book does not know are faults; the text is kept all the same. Raises what ``page``
    raises, and ValueError if a page is none of the site.
    """
    bound = contents(monograph)
    pages = {item.name: built_pages.article(page(item.name)) for item in bound if item.name != INDEX}
    titles = {name: next(iter(found.article.xpath(".//h1/@id")), "") for name, found in pages.items()}
    addresses = Addresses({address(name): name for name in pages}, titles)
    faults: list[Fault] = []
    divisions: list[Division] = []
    for item in bound:
        if item.name == INDEX:
            divisions.append(index(monograph, pages, item.part))
            continue
        reading = Reading(item.name, address(item.name), addresses)
        divisions.append(division(pages[item.name], item, reading))
        faults += reading.faults
    volume = Volume(imprint, tuple(divisions))
    return volume, (*faults, *_dangling(volume))


def address(name: str) -> str:
    """The address of a page below the site's root: ``inside/leadership/`` for ``inside/leadership.md``, empty for the first."""
    stem = name.removesuffix(".md")
    folder = posixpath.dirname(stem) if posixpath.basename(stem) == "index" else stem
    return f"{folder}/" if folder else ""


def anchors(division: Division) -> frozenset[str]:
    """All places of a division that links may lead to, besides its beginning."""
    found: set[str] = set()
    for node in walk(division.blocks):
        if isinstance(node, _ANCHORED):
            found.add(node.anchor)
        elif isinstance(node, Anchor):
            found.add(node.name)
        elif isinstance(node, Definitions):
            found |= {name for name, _, _ in node.items}
    return frozenset(found - {""})


def _dangling(volume: Volume) -> Iterator[Fault]:
    known = {item.name: anchors(item) for item in volume.divisions}
    for item in volume.divisions:
        near = ""
        for node in walk((item.blocks, item.notes)):
            near = (node.anchor if isinstance(node, _ANCHORED) else "") or near
            for target in _targets(node):
                if target.division not in known or (target.anchor and target.anchor not in known[target.division]):
                    place = f"{target.division}#{target.anchor}" if target.anchor else target.division
                    yield Fault(item.name, near, "SET004", f"a link leads to {place}, which the bound book has not", "mend the link")


def _targets(node: object) -> tuple[Inside, ...]:
    if isinstance(node, Link):
        return (node.target,) if isinstance(node.target, Inside) else ()
    return node.cited if isinstance(node, Work) else node.places if isinstance(node, IndexEntry) else ()
