"""Entries of bibliography and index in TEI, with the places of the book that lead to them."""

from __future__ import annotations

from apparatus.archival.elements import Element, element
from apparatus.archival.inlines import inlines, pointers
from apparatus.archival.writing import Writing
from apparatus.volume.nodes import IndexEntry, Work


def work(node: Work, writing: Writing) -> Element:
    """A work: its reference, how it was consulted, the places that cite it."""
    place = writing.at(node.anchor)
    reference = inlines(node.reference, writing)
    marks = element("note", inlines(node.marks, writing), type="consulted") if node.marks else None
    return element("bibl", reference, marks, pointers("cited", node.cited, writing), n=node.citekey, xml_id=place)


def entry(node: IndexEntry, writing: Writing) -> Element:
    """An entry of the index: its names, what is said of it, the places that name it."""
    place = writing.at(node.anchor)
    also = [element("name", name, type="also") for name in node.also]
    said = element("p", inlines(node.text, writing)) if node.text else None
    return element("item", element("name", node.name, type="main"), also, said, pointers("named", node.places, writing), xml_id=place)
