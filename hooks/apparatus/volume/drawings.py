"""The drawings of built pages as pictures that stand alone: literal colours, sizes, words for who cannot see them."""

from __future__ import annotations

import re

from apparatus.drawing import palette
from apparatus.volume.nodes import Drawing
from lxml import etree

_SVG = "{http://www.w3.org/2000/svg}"


def drawing(source: str, name: str) -> Drawing:
    """Reads an SVG of the site. Raises ValueError if it is not well-formed or has no size."""
    try:
        root = etree.fromstring(source.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise ValueError(f"the drawing is not well-formed: {error}") from error
    if "viewbox" in root.attrib:  # mermaid2 writes it so where a page has the word mermaid; remove when it leaves drawn pages alone
        root.set("viewBox", root.attrib.pop("viewbox"))
    box = (root.get("viewBox") or "").split()
    if len(box) != 4:
        raise ValueError("the drawing has no viewBox")
    width, height = float(box[2]), float(box[3])
    root.set("width", f"{width:g}")
    root.set("height", f"{height:g}")
    for gone in ("style", "tabindex"):
        root.attrib.pop(gone, None)
    alone = etree.tostring(root, encoding="unicode")
    return Drawing(
        name, palette.coloured(alone, dark=False), palette.coloured(alone, dark=True), _said(root, "title"), _said(root, "desc"), width, height
    )


def _said(root: etree._Element, name: str) -> str:
    return re.sub(r"\s+", " ", root.findtext(f"{_SVG}{name}") or "").strip()
