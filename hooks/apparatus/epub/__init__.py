"""The book as EPUB 3.3: a file for each division, notes that pop up, drawings in both colour schemes, the pages of the printed book."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from apparatus.epub import front, navigation, package
from apparatus.epub.container import container
from apparatus.epub.cover import cover
from apparatus.epub.divisions import Leaf, leaf
from apparatus.epub.figures import paths
from apparatus.epub.lettering import lettered, lettering
from apparatus.epub.places import places
from apparatus.volume.faults import Fault
from apparatus.volume.nodes import Volume

__all__ = ["Rendered", "render"]
_NONE: Mapping[str, str] = MappingProxyType({})
_STYLESHEET = Path(__file__).with_name("book.css")


@dataclass(frozen=True)
class Rendered:
    """The file, and what could not be set in it."""

    data: bytes
    faults: tuple[Fault, ...]


def render(
    volume: Volume,
    page_starts: Sequence[tuple[str, str, str]] = (),
    receipt: Mapping[str, str] = _NONE,
    typefaces: Mapping[str, bytes] = MappingProxyType({}),
) -> Rendered:
    """The EPUB of a book.

    ``page_starts`` has, for each printed page, its label and the first place on it as division and anchor, empty for the division's
    beginning. ``receipt`` is printed in the colophon. ``typefaces`` are WOFF2 files by the names in ``fonts.FACES``; without them readers'
    own faces serve. A place that a link or a page names and the book has not is a fault of the code SET004.
    """
    leaves, faults = _leaves(volume, page_starts)
    whole = (*_opening(volume), *_with_parts(leaves, volume), front.colophon(volume.imprint, receipt, bool(typefaces)))
    return Rendered(container(_files(volume, whole, typefaces), package.modified(volume.imprint)), faults)


def _leaves(volume: Volume, page_starts: Sequence[tuple[str, str, str]]) -> tuple[list[Leaf], tuple[Fault, ...]]:
    known = places(volume)
    breaks: dict[str, dict[str, list[str]]] = {division.name: {} for division in volume.divisions}
    faults = []
    for label, name, anchor in page_starts:
        if name in breaks:
            breaks[name].setdefault(anchor, []).append(label)
        else:
            message = f"page {label} begins in a division that the book has not"
            faults.append(Fault(name, anchor, "SET004", message, "see what begins the printed page"))
    leaves = [leaf(division, known, breaks[division.name], volume.imprint.language) for division in volume.divisions]
    return leaves, (*faults, *(fault for made in leaves for fault in made.faults))


def _opening(volume: Volume) -> Iterator[Leaf]:
    yield front.cover(volume.imprint)
    yield front.title_page(volume.imprint)
    yield front.imprint_page(volume.imprint)


def _with_parts(leaves: Sequence[Leaf], volume: Volume) -> Iterator[Leaf]:
    """The leaves, each run of one part after a page with its name."""
    count = 0
    for part, run in groupby(leaves, key=lambda made: made.part):
        held = list(run)
        if part:
            count += 1
            yield front.part_page(f"part-{count}.xhtml", part, held, volume.imprint, held[0].matter)
        yield from held


def _files(volume: Volume, leaves: Sequence[Leaf], typefaces: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every file of the book by its name, the package document first."""
    imprint = volume.imprint
    files = {f"images/{front.COVER}": cover(imprint)}
    files["nav.xhtml"] = navigation.navigation(leaves, imprint.language)
    files["toc.ncx"] = navigation.ncx(leaves, imprint.title, package.identifier(imprint))
    files["book.css"] = _stylesheet(typefaces)
    files |= {f"text/{made.file}": made.document for made in leaves}
    drawings = [drawing for made in leaves for drawing in made.drawings]
    letters = lettering(drawings, typefaces)
    for drawing in drawings:
        light, dark = paths(drawing)
        files[light], files[dark] = lettered(drawing.svg, letters), lettered(drawing.dark, letters)
    files |= {f"fonts/{name}": typefaces[name] for name in sorted(typefaces)}
    read = [f"text/{made.file}" for made in leaves]
    spine = [*read[:3], "nav.xhtml", *read[3:]]
    properties = {"nav.xhtml": "nav", f"images/{front.COVER}": "cover-image"}
    index = any(made.kind == "index" for made in leaves)
    described = package.package(imprint, list(files), spine, properties, index=index, pages=bool(navigation.pages(leaves)))
    return {"package.opf": described, **files}


def _stylesheet(typefaces: Mapping[str, bytes]) -> bytes:
    """The stylesheet, with the typefaces that the book brings."""
    faces = []
    for name in sorted(typefaces):
        family = "Source Serif Pro" if "serif" in name else "Source Sans Pro"
        weight, style = ("bold" if "semibold" in name else "normal"), ("italic" if "italic" in name else "normal")
        faces.append(f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style}; src: url("fonts/{name}"); }}\n')
    return "".join(faces).encode() + _STYLESHEET.read_bytes()
