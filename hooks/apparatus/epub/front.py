"""The pages that only a book has: cover, title page, imprint, headings of parts, colophon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from apparatus.epub.divisions import Leaf
from apparatus.epub.xhtml import Content, Element, document, element
from apparatus.volume.nodes import Imprint

COVER = "cover.png"
_FACES = "The letters are Source Serif by Frank Grießhammer and Source Sans by Paul D. Hunt, under the SIL Open Font License 1.1."
_NUMBERS = "Paragraphs and notes have the numbers that they have on the web and in print, so that a place can be cited from any of them."


def cover(imprint: Imprint) -> Leaf:
    """The cover, which is a picture."""
    words = f"{imprint.title}. {imprint.subtitle}".strip(". ") + f". {', '.join(imprint.authors)}"
    picture = element("img", src=f"../images/{COVER}", alt=f"Cover: {words.rstrip('. ')}", role="doc-cover")
    body = element("body", element("section", picture, epub_type="cover", aria_label="Cover"), class_="cover", epub_type="frontmatter")
    return Leaf("cover.xhtml", "Cover", document("Cover", imprint.language, body), "front", "cover")


def title_page(imprint: Imprint) -> Leaf:
    held = (
        element("h1", imprint.title),
        element("p", imprint.subtitle, class_="subtitle", role="doc-subtitle") if imprint.subtitle else None,
        [element("p", author, class_="author") for author in imprint.authors],
        element("p", imprint.edition, class_="edition") if imprint.edition else None,
    )
    return _page("title-page.xhtml", "Title page", held, imprint, "front", "titlepage")


def imprint_page(imprint: Imprint) -> Leaf:
    """Edition, rights, how to cite, where the site is."""
    licence: Content = imprint.licence
    if imprint.licence and imprint.licence_url:
        licence = element("a", imprint.licence, href=imprint.licence_url)
    site = element("a", imprint.address, href=imprint.address) if imprint.address else None
    rows = (
        ("Edition", ", ".join(part for part in (imprint.edition, imprint.date) if part)),
        ("Rights", imprint.copyright),
        ("Licence", licence),
        ("How to cite", imprint.cite_as),
        ("On the web", site),
        ("Revision", element("code", imprint.revision) if imprint.revision else None),
    )
    held = (element("h1", "Imprint"), element("p", imprint.description) if imprint.description else None, _rows(rows))
    return _page("imprint.xhtml", "Imprint", held, imprint, "front", "copyright-page")


def part_page(file: str, title: str, leaves: Iterable[Leaf], imprint: Imprint, matter: str) -> Leaf:
    """The heading of a part, with what it holds."""
    held = element("ul", [element("li", element("a", leaf.listed, href=leaf.file)) for leaf in leaves], class_="plain")
    return _page(file, title, (element("h1", title), held), imprint, matter, "part")


def colophon(imprint: Imprint, receipt: Mapping[str, str], typefaces: bool) -> Leaf:
    """How the book was made; ``receipt`` is the build's own account of itself, in its order."""
    held = (
        element("h1", "Colophon"),
        element("p", _FACES) if typefaces else None,
        element("p", _NUMBERS),
        _rows(tuple(receipt.items())),
    )
    return _page("colophon.xhtml", "Colophon", held, imprint, "back", "colophon")


def _rows(rows: Iterable[tuple[str, Content]]) -> Element | None:
    found = [(element("dt", name), element("dd", value)) for name, value in rows if value is not None and value != ""]
    return element("dl", found, class_="facts") if found else None


def _page(file: str, title: str, held: Content, imprint: Imprint, matter: str, kind: str) -> Leaf:
    role = {"part": "doc-part", "colophon": "doc-colophon"}.get(kind)
    section = element("section", held, epub_type=kind, role=role, class_=kind, aria_label=title if role else None)
    body = element("body", section, epub_type=f"{matter}matter")
    return Leaf(file, title, document(title, imprint.language, body), matter, kind)
