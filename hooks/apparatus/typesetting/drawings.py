"""Drawings as vectors with their description, at a size that can be read: a wide one stands on its side."""

from __future__ import annotations

from apparatus.typesetting.measures import Measures
from apparatus.typesetting.source import call, string
from apparatus.volume.nodes import Drawing

ROOM = 0.86  # of a page's height, the rest for the caption
HALF = 0.42  # the same where two of a series share a page
WORTH = 1.15  # how much larger a drawing must become to be turned for it


def picture(drawing: Drawing, measures: Measures, series: bool = False) -> str:
    """The call that places the drawing; one of a series stays small enough for two on a page."""
    turned, scale = _scale(drawing, measures, HALF if series else ROOM)
    alternative = f"{drawing.title}. {drawing.description}" if drawing.description else drawing.title
    width = f"{drawing.width * scale:.2f}pt"
    return call("picture", string(drawing.svg), string(alternative), width, turned="true" if turned else "false")


def size(drawing: Drawing, measures: Measures) -> tuple[float, float]:
    """Width and height in points as it will stand on the page by itself."""
    turned, scale = _scale(drawing, measures, ROOM)
    width, height = drawing.width * scale, drawing.height * scale
    return (height, width) if turned else (width, height)


def _scale(drawing: Drawing, measures: Measures, room: float) -> tuple[bool, float]:
    """Whether it is turned, and points for a pixel."""
    upright = min(measures.drawing, measures.width / drawing.width, measures.height * room / drawing.height)
    lying = min(measures.drawing, measures.height * room / drawing.width, measures.width / drawing.height)
    turned = upright < measures.upright and lying > upright * WORTH
    return turned, lying if turned else upright
