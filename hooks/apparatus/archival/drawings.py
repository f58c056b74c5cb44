"""Drawings in TEI: the words for them, and the SVG itself within the file."""

from __future__ import annotations

from base64 import b64encode

from apparatus.archival.elements import Element, element
from apparatus.volume.nodes import Drawing


def drawing(node: Drawing) -> Element:
    """A drawing with its words and its SVG whole, in the colours of the light scheme.

    The SVG stands in the address (RFC 2397), so that whatever shows pictures shows it, and no reader takes its code for text.
    """
    head = element("head", node.title) if node.title else None
    described = element("figDesc", node.description) if node.description else None
    data = f"data:image/svg+xml;base64,{b64encode(node.svg.encode()).decode()}"
    svg = element("graphic", mimeType="image/svg+xml", width=f"{node.width:g}px", height=f"{node.height:g}px", url=data)
    return element("figure", head, described, svg, type="drawing", n=node.name)
