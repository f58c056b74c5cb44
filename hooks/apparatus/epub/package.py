"""The package document: what the book is, what readers with disabilities can expect of it, its files and their order."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime, timezone

from apparatus.epub.xhtml import Element, serialised
from apparatus.volume.nodes import Imprint
from lxml import etree

_OPF, _DC = "http://www.idpf.org/2007/opf", "http://purl.org/dc/elements/1.1/"
_TYPES = {
    "xhtml": "application/xhtml+xml",
    "css": "text/css",
    "svg": "image/svg+xml",
    "png": "image/png",
    "woff2": "font/woff2",
    "ncx": "application/x-dtbncx+xml",
}
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_FEATURES = (
    "alternativeText",
    "ARIA",
    "displayTransformability",
    "longDescription",
    "readingOrder",
    "structuralNavigation",
    "tableOfContents",
    "unlocked",
)


def identifier(imprint: Imprint) -> str:
    """The same for every build of an edition: a UUID of title and edition (RFC 9562, version 5)."""
    name = "\n".join((imprint.title, imprint.subtitle, *imprint.authors, imprint.edition))
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"


def modified(imprint: Imprint) -> datetime:
    """When the sources were last changed, in UTC."""
    return datetime.fromtimestamp(imprint.revised, timezone.utc)


def package(
    imprint: Imprint, files: Sequence[str], spine: Sequence[str], properties: Mapping[str, str], *, index: bool, pages: bool
) -> bytes:
    """The package document. ``files`` are the names of all in it but itself, the cover's first, ``spine`` those that are read, in order.

    ``index`` and ``pages`` say whether there is an index, and whether the printed pages are marked.
    """
    root = etree.Element(f"{{{_OPF}}}package", nsmap={None: _OPF}, version="3.0")
    root.set("unique-identifier", "identifier")
    root.set("{http://www.w3.org/XML/1998/namespace}lang", imprint.language)
    _metadata(etree.SubElement(root, f"{{{_OPF}}}metadata", nsmap={"dc": _DC}), imprint, index, pages)
    manifest = etree.SubElement(root, f"{{{_OPF}}}manifest")
    ids = {name: f"file-{number}" for number, name in enumerate(files, 1)}
    for name in files:
        item = etree.SubElement(manifest, f"{{{_OPF}}}item", id=ids[name], href=name)
        item.set("media-type", _TYPES[name.rpartition(".")[2]])
        if name in properties:
            item.set("properties", properties[name])
    order = etree.SubElement(root, f"{{{_OPF}}}spine", toc=ids["toc.ncx"])
    for name in spine:
        etree.SubElement(order, f"{{{_OPF}}}itemref", idref=ids[name])
    return serialised(root)


def _metadata(parent: Element, imprint: Imprint, index: bool, pages: bool) -> None:
    _core(parent, "identifier", identifier(imprint), "identifier")
    _core(parent, "title", imprint.title, "title")
    _meta(parent, "title-type", "main", refines="#title")
    if imprint.subtitle:
        _core(parent, "title", imprint.subtitle, "subtitle")
        _meta(parent, "title-type", "subtitle", refines="#subtitle")
    for number, author in enumerate(imprint.authors, 1):
        _core(parent, "creator", author, f"creator-{number}")
        _meta(parent, "role", "aut", refines=f"#creator-{number}", scheme="marc:relators")
    _core(parent, "language", imprint.language)
    if imprint.description:
        _core(parent, "description", imprint.description)
    if _DATE.fullmatch(imprint.date):
        _core(parent, "date", imprint.date)
    for word in imprint.keywords:
        _core(parent, "subject", word)
    for rights in (imprint.copyright, f"{imprint.licence} {imprint.licence_url}".strip()):
        if rights:
            _core(parent, "rights", rights)
    _meta(parent, "dcterms:modified", modified(imprint).strftime("%Y-%m-%dT%H:%M:%SZ"))
    _accessibility(parent, imprint, index, pages)
    cover = etree.SubElement(parent, f"{{{_OPF}}}meta", name="cover")  # for readers of EPUB 2
    cover.set("content", "file-1")


def _accessibility(parent: Element, imprint: Imprint, index: bool, pages: bool) -> None:
    """Words of schema.org as EPUB Accessibility 1.1 asks for them; no conformance is claimed, for nobody has certified it."""
    features = (*_FEATURES, *(("index",) if index else ()), *(("pageBreakMarkers", "pageNavigation") if pages else ()))
    values = [("accessMode", "textual"), ("accessMode", "visual"), ("accessModeSufficient", "textual")]
    values += [("accessibilityFeature", feature) for feature in sorted(features, key=str.casefold)]
    values.append(("accessibilityHazard", "none"))
    for name, value in values:
        _meta(parent, f"schema:{name}", value)
    _meta(parent, "schema:accessibilitySummary", _summary(pages))
    source = f"{imprint.title}, {imprint.edition}, PDF" if pages else "none"
    _meta(parent, "pageBreakSource", source)
    if pages:
        _core(parent, "source", source, "print")
        _meta(parent, "source-of", "pagination", refines="#print")


def _summary(pages: bool) -> str:
    said = (
        "The text can be set in any size, typeface and colours. Every drawing has a title and, where it needs more, a description "
        "in words; tables name the headings of their cells; notes and their marks lead to each other; paragraphs are numbered."
    )
    return f"{said} The pages of the printed book are marked and listed." if pages else said


def _core(parent: Element, name: str, text: str, place: str | None = None) -> None:
    made = etree.SubElement(parent, f"{{{_DC}}}{name}")
    made.text = text
    if place:
        made.set("id", place)


def _meta(parent: Element, name: str, text: str, **attributes: str) -> None:
    made = etree.SubElement(parent, f"{{{_OPF}}}meta", property=name, **attributes)
    made.text = text
