"""The sizes of a printed book that its content is fitted to, in points; the templates say the rest."""

from __future__ import annotations

from dataclasses import dataclass

MM = 72 / 25.4


@dataclass(frozen=True)
class Measures:
    """The measure and the height of the text; for drawings and tables what they may shrink to; for type its size and pitch."""

    template: str  # the .typ file with the page's design
    width: float
    height: float
    drawing: float  # points for a CSS pixel where there is room
    upright: float  # below that a wide drawing is turned
    tables: tuple[float, ...]  # sizes of type, tried in turn
    text: tuple[float, float]  # size and distance of lines
    note: tuple[float, float]


BOOK = Measures("page.typ", 112 * MM, 187 * MM, 0.62, 0.40, (8.4, 7.8, 7.2), (10.4, 13.9), (8.2, 10.5))
LARGE = Measures("large.typ", 162 * MM, 234 * MM, 1.15, 0.62, (16, 14, 12, 11), (17, 25), (16, 22))
