"""Pieces of SVG that charts and maps share: the root with its title and description, text, broken lines, the book's colours."""

from __future__ import annotations

import html
import re
from functools import partial

from apparatus.drawing.measure import FAMILY, width, wrapped
from apparatus.drawing.palette import CHARTS, COLOURS

SIZE, LINE = 14, 18  # of letters, and from line to line, in the units of the drawing
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2


def root(name: str, wide: float, high: float, title: str, description: str, body: str) -> str:
    """A whole SVG, one image to a screen reader; ``name`` begins every id in it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" width="100%" role="img" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-desc" font-family="{FAMILY}, sans-serif" font-size="{SIZE}">'
        f'<title id="{name}-title">{safe(title)}</title><desc id="{name}-desc">{safe(description)}</desc>{body}</svg>'
    )


def text(x: float, y: float, words: str, *, bold: bool = False, anchor: str = "", colour: str = "text") -> str:
    """One line of text on its baseline; ``anchor`` is ``middle``, ``end`` or empty for the start."""
    weight, anchored = ' font-weight="600"' if bold else "", f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{x:.2f}" y="{y:g}" fill="{shown(colour)}"{weight}{anchored}>{safe(words)}</text>'


def broken(words: str, room: float, bold: bool = False) -> list[str]:
    """Words broken to keep within the room; a word that is longer than that is cut."""
    cut = ""
    for sign in words:
        run = cut.rpartition(" ")[2] + sign
        cut += f" {sign}" if sign != " " and width(run, SIZE, bold) > room else sign
    return wrapped(cut, room, partial(width, size=SIZE, bold=bold))


def safe(words: str) -> str:
    """Escaped for XML, without the characters that XML has not."""
    return html.escape(_NOT_XML.sub("", words))


def shown(name: str) -> str:
    """A colour of text or lines, as a custom property with the light scheme to fall back on."""
    return f"var(--diagram-{name}, {COLOURS[name].light})"


def fill(hue: str) -> str:
    """The fill of a hue, on which text stands."""
    return f"var(--support-{hue}, {CHARTS[hue].fill[0]})"


def line(hue: str) -> str:
    """The line of a hue, which stands on the page."""
    return f"var(--support-{hue}-line, {CHARTS[hue].line[0]})"
