"""Elements and documents in XHTML, built as a tree so that what they hold cannot break them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Union

from lxml import etree

XHTML, EPUB = "http://www.w3.org/1999/xhtml", "http://www.idpf.org/2007/ops"
_XML = "http://www.w3.org/XML/1998/namespace"
_VOID = frozenset(("br", "hr", "img", "link", "meta", "source"))
_PREFIXES = {"epub_": f"{{{EPUB}}}", "xml_": f"{{{_XML}}}", "aria_": "aria-", "data_": "data-"}

Element = etree._Element
Content = Union[str, Element, None, Iterable["Content"]]


def element(tag: str, *content: Content, **attributes: str | None) -> Element:
    """An element with text and elements in it, in this order; None is left out, among the content and the attributes.

    A keyword is an attribute's name: ``class_``, ``epub_type``, ``xml_lang``, ``aria_label``, ``data_works``.
    """
    made = etree.Element(f"{{{XHTML}}}{tag}", nsmap={None: XHTML, "epub": EPUB})
    for name, value in attributes.items():
        if value is not None:
            made.set(_attribute(name), value)
    add(made, *content)
    if tag not in _VOID and not len(made) and made.text is None:
        made.text = ""  # an end tag of its own: readers that take the file for HTML would let <span/> run on
    return made


def add(parent: Element, *content: Content) -> None:
    """Appends to an element."""
    for piece in _flat(content):
        if not isinstance(piece, str):
            parent.append(piece)
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + piece
        else:
            parent.text = (parent.text or "") + piece


def document(title: str, language: str, body: Element, to_root: str = "../") -> bytes:
    """A file of the book; ``to_root`` is the way to the stylesheet."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("title", title),
        element("link", rel="stylesheet", type="text/css", href=f"{to_root}book.css"),
    )
    return serialised(element("html", head, body, lang=language, xml_lang=language), "<!DOCTYPE html>")


def serialised(root: Element, doctype: str | None = None) -> bytes:
    """XML in UTF-8 with a final newline."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["epub"] if root.tag == f"{{{XHTML}}}html" else [])
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype=doctype) + b"\n"


def _attribute(name: str) -> str:
    for prefix, written in _PREFIXES.items():
        if name.startswith(prefix):
            return written + name.removeprefix(prefix)
    return name.rstrip("_").replace("_", "-")


def _flat(content: Iterable[Content]) -> Iterator[str | Element]:
    for piece in content:
        if isinstance(piece, (str, etree._Element)):
            yield piece
        elif piece is not None:
            yield from _flat(piece)
