"""The typefaces of the printed book: which files, where they lie, which characters they hold, how wide a text runs in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

SERIF, SANS = "font_source_serif_pro", "font_source_sans_pro"
STYLES = ("Light", "Regular", "It", "Semibold", "SemiboldIt", "Bold")
FILES = {f"{name}-{style}.otf": package for package, name in ((SERIF, "SourceSerifPro"), (SANS, "SourceSansPro")) for style in STYLES}
# Typst brings its own typeface for code, which no file of ours measures: what is sure to be in it.
CODE = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2028), 0x2190, 0x2191, 0x2192, 0x2193)))
UNSEEN = frozenset("\n\t\u00ad\u200b\u200c\u200d\u2060\ufeff")  # shape or break the line and leave no ink


@dataclass(frozen=True)
class Face:
    """What a face tells of a text: characters that it has, and their widths in em."""

    widths: dict[str, float]

    def width(self, text: str) -> float:
        """How long the text runs, in em, unkerned; a character that the face lacks counts as wide."""
        return sum(self.widths.get(character, 0.8) for character in text)


def path(name: str) -> Path:
    """The file of a face."""
    return Path(str(files(FILES[name]) / "files" / name))


@cache
def face(name: str) -> Face:
    """The face in this file."""
    from fontTools.ttLib import TTFont

    with TTFont(path(name), lazy=True) as font:
        units, advances = font["head"].unitsPerEm, font["hmtx"].metrics
        return Face({chr(code): advances[glyph][0] / units for code, glyph in font.getBestCmap().items()})


@cache
def characters(italic: bool) -> frozenset[str]:
    """What can be printed upright or in italics: one typeface helps out where the other has no sign."""
    style = "It" if italic else "Regular"
    return UNSEEN | frozenset(face(f"SourceSerifPro-{style}.otf").widths) | frozenset(face(f"SourceSansPro-{style}.otf").widths)
