"""The ways into the book: contents, landmarks and the list of printed pages; and the contents again for old readers (NCX)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from apparatus.epub.divisions import Leaf
from apparatus.epub.xhtml import Content, Element, document, element, serialised
from lxml import etree

_LANDMARKS = {
    "cover": "Cover",
    "titlepage": "Title page",
    "copyright-page": "Imprint",
    "glossary": "Glossary",
    "bibliography": "Bibliography",
    "index": "Index",
}
_MANY = 24  # sections; a page with more is an index itself, and would bury the rest of the contents
_UNLISTED = frozenset(("cover", "titlepage"))
_NCX = "http://www.daisy.org/z3986/2005/ncx/"

Entry = tuple[str, str, list["Entry"]]  # title, address, what stands below it


def contents(leaves: Sequence[Leaf]) -> list[Entry]:
    """The contents as a tree: parts hold their chapters, chapters their sections, unless those are too many."""
    found: list[Entry] = []
    part: Entry | None = None
    for leaf in leaves:
        if leaf.kind in _UNLISTED:
            continue
        address = f"text/{leaf.file}"
        sections = leaf.outline if len(leaf.outline) <= _MANY else ()
        entry = (leaf.listed, address, [(title, f"{address}#{place}", []) for place, title in sections])
        if leaf.kind == "part":
            part = entry
            found.append(entry)
        elif part is not None and leaf.part == part[0]:
            part[2].append(entry)
        else:
            found.append(entry)
    return found


def pages(leaves: Iterable[Leaf]) -> list[tuple[str, str]]:
    """Label and address of the printed pages, in the order of the book."""
    return [(label, f"text/{leaf.file}#{place}") for leaf in leaves for label, place in leaf.pages]


def navigation(leaves: Sequence[Leaf], language: str) -> bytes:
    """The navigation document, whose contents are also a page of the book."""
    toc = element("h1", "Contents"), _entries(contents(leaves))
    marks = [("toc", "Contents", "#toc"), *_landmarks(leaves)]
    items = [element("li", element("a", title, epub_type=kind, href=address)) for kind, title, address in marks]
    listed = [element("li", element("a", label, href=address)) for label, address in pages(leaves)]
    navs = [
        element("nav", toc, id="toc", epub_type="toc", role="doc-toc", aria_label="Contents"),
        element("nav", element("h2", "Landmarks"), element("ol", items), id="landmarks", epub_type="landmarks", hidden="hidden"),
    ]
    if listed:
        held = element("h2", "Printed pages"), element("ol", listed)
        said = {"role": "doc-pagelist", "aria_label": "Printed pages"}
        navs.append(element("nav", held, id="pages", epub_type="page-list", hidden="hidden", **said))
    return document("Contents", language, element("body", navs, epub_type="frontmatter"), "")


def _entries(entries: list[Entry]) -> Element:
    items: list[Content] = []
    for title, address, below in entries:
        items.append(element("li", element("a", title, href=address), _entries(below) if below else None))
    return element("ol", items)


def _landmarks(leaves: Sequence[Leaf]) -> list[tuple[str, str, str]]:
    found = [(leaf.kind, _LANDMARKS[leaf.kind], f"text/{leaf.file}") for leaf in leaves if leaf.kind in _LANDMARKS]
    text = next((leaf for leaf in leaves if leaf.matter == "body"), None)
    return [*found, ("bodymatter", "Beginning of the text", f"text/{text.file}")] if text else found


def ncx(leaves: Sequence[Leaf], title: str, identifier: str) -> bytes:
    """The contents in the form of EPUB 2, which EPUB 3 lets stand for old readers."""
    root = etree.Element(f"{{{_NCX}}}ncx", nsmap={None: _NCX}, version="2005-1")
    head = etree.SubElement(root, f"{{{_NCX}}}head")
    tree, listed = contents(leaves), pages(leaves)
    for name, content in (
        ("uid", identifier),
        ("depth", str(_depth(tree))),
        ("totalPageCount", str(len(listed))),
        ("maxPageNumber", str(_highest(listed))),
    ):
        etree.SubElement(head, f"{{{_NCX}}}meta", name=f"dtb:{name}", content=content)
    _text(etree.SubElement(root, f"{{{_NCX}}}docTitle"), title)
    order = _points(etree.SubElement(root, f"{{{_NCX}}}navMap"), tree, 0)
    if listed:
        _page_targets(etree.SubElement(root, f"{{{_NCX}}}pageList"), listed, order)
    return serialised(root)


def _page_targets(parent: Element, listed: list[tuple[str, str]], order: int) -> None:
    _text(etree.SubElement(parent, f"{{{_NCX}}}navLabel"), "Printed pages")
    for number, (label, address) in enumerate(listed, order + 1):
        kind = {"type": "normal", "value": label} if label.isdigit() else {"type": "front"}
        point = etree.SubElement(parent, f"{{{_NCX}}}pageTarget", id=f"page-{number}", playOrder=str(number), **kind)
        _text(etree.SubElement(point, f"{{{_NCX}}}navLabel"), label)
        etree.SubElement(point, f"{{{_NCX}}}content", src=address)


def _points(parent: Element, entries: list[Entry], order: int) -> int:
    for title, address, below in entries:
        order += 1
        point = etree.SubElement(parent, f"{{{_NCX}}}navPoint", id=f"point-{order}", playOrder=str(order))
        _text(etree.SubElement(point, f"{{{_NCX}}}navLabel"), title)
        etree.SubElement(point, f"{{{_NCX}}}content", src=address)
        order = _points(point, below, order)
    return order


def _text(parent: Element, text: str) -> None:
    etree.SubElement(parent, f"{{{_NCX}}}text").text = text


def _depth(entries: list[Entry]) -> int:
    return max((1 + _depth(below) for _, _, below in entries), default=0)


def _highest(listed: list[tuple[str, str]]) -> int:
    return max((int(label) for label, _ in listed if label.isdigit()), default=0)
