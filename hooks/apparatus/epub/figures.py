"""Figures with their captions, and drawings: a file for each colour scheme, words for who cannot see them."""

from __future__ import annotations

from collections.abc import Callable

from apparatus.epub.inlines import inlines
from apparatus.epub.sheets import Sheet
from apparatus.epub.xhtml import Content, element
from apparatus.volume.nodes import Blocks, Drawing, Figure


def figure(node: Figure, sheet: Sheet, inner: Callable[[Blocks], list[Content]]) -> Content:
    """A figure; the caption of a table stands above it, as is the custom, that of a drawing below."""
    place, breaks = sheet.begins(node.anchor)
    named = sheet.new("caption")
    label = element("span", node.label, class_="label") if node.label else None
    caption = element("figcaption", label, " " if label is not None and node.caption else None, inlines(node.caption, sheet), id=named)
    held = inner(node.blocks)
    parts = [caption, held] if node.kind == "table" else [held, caption]
    return [breaks, element("figure", parts, id=place, class_=node.kind, aria_labelledby=named)]


def drawing(node: Drawing, sheet: Sheet) -> Content:
    """A drawing, its dark form where the reader's program asks for it, and its description to unfold."""
    sheet.drawings.append(node)
    light, dark = paths(node)
    described = sheet.new(f"description-{node.name}") if node.description and node.title else None
    picture = element(
        "picture",
        element("source", media="(prefers-color-scheme: dark)", srcset=f"../{dark}", type="image/svg+xml"),
        element(
            "img",
            src=f"../{light}",
            alt=node.title or node.description,
            width=f"{node.width:.0f}",
            height=f"{node.height:.0f}",
            aria_describedby=described,
        ),
    )
    frame = element("div", picture, class_="drawing")
    if described is None:
        return frame
    words = element("div", element("p", node.description), id=described)
    return [frame, element("details", element("summary", f"In words: {node.title}"), words, class_="description")]


def paths(node: Drawing) -> tuple[str, str]:
    """The files of a drawing, light and dark, below the root of the book."""
    return f"images/{node.name}.svg", f"images/{node.name}-dark.svg"
