"""The book's typefaces, Source Serif and Source Sans from their packages: what they can print, and the web's files cut down to that."""

from __future__ import annotations

import hashlib
import io
import os
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

SERIF, SANS = "font_source_serif_pro", "font_source_sans_pro"
FAMILIES = {SERIF: "SourceSerifPro", SANS: "SourceSansPro"}
COMMON = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100)))) | frozenset("–—‘’“”…")
_NEVER_DRAWN = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))  # controls, joiners and direction marks, blanks
_FILLERS = (0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0)
_WITHOUT_GLYPH = frozenset(map(chr, (*_FILLERS, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))  # fillers and selectors of variants
FACES = {
    "source-serif-regular.woff2": (SERIF, "SourceSerifPro-Regular.ttf"),
    "source-serif-italic.woff2": (SERIF, "SourceSerifPro-It.ttf"),
    "source-serif-semibold.woff2": (SERIF, "SourceSerifPro-Semibold.ttf"),
    "source-serif-semibold-italic.woff2": (SERIF, "SourceSerifPro-SemiboldIt.ttf"),
    "source-sans-regular.woff2": (SANS, "SourceSansPro-Regular.ttf"),
    "source-sans-italic.woff2": (SANS, "SourceSansPro-It.ttf"),
    "source-sans-semibold.woff2": (SANS, "SourceSansPro-Semibold.ttf"),
}


@lru_cache(maxsize=2)
def characters(italic: bool) -> frozenset[str]:
    """What can be printed upright, or in italics, in text and in semibold: one family helps out where the other has no sign."""
    styles = ("It", "SemiboldIt") if italic else ("Regular", "Semibold")
    return frozenset().union(*(frozenset.intersection(*(_held(family, style) for style in styles)) for family in FAMILIES))


@lru_cache(maxsize=1)
def printable() -> frozenset[str]:
    """What the book can print at all, on the site as on paper: upright, or in italics, or both."""
    return characters(False) | characters(True)


def unprintable(text: Iterable[str]) -> frozenset[str]:
    """The characters of a text that the book cannot print at all; blanks and marks that are never drawn need no glyph.

    Reading the typefaces takes 20 ms, so the common characters are answered without.
    """
    rare = {c for c in frozenset(text) - COMMON - _WITHOUT_GLYPH if unicodedata.category(c) not in _NEVER_DRAWN}
    return frozenset(rare - printable()) if rare else frozenset()


def _held(family: str, style: str) -> frozenset[str]:
    from fontTools.ttLib import TTFont

    with (files(family) / "files" / f"{FAMILIES[family]}-{style}.ttf").open("rb") as source:
        return frozenset(map(chr, TTFont(source, lazy=True).getBestCmap()))


def webfonts(cache: Path, used: Iterable[str] = ()) -> Mapping[str, bytes]:
    """WOFF2 files by name, cut to what can be printed both upright and in italics, and what else of the ``used`` characters can.

    Cutting takes a second a face, so the result is kept in ``cache`` by content.
    """
    codes = sorted(map(ord, characters(True) | (printable() & frozenset(used))))
    return {name: _face(files(package) / "files" / source, codes, cache) for name, (package, source) in FACES.items()}


def _face(source, codes: list[int], cache: Path) -> bytes:
    whole = source.read_bytes()
    name = hashlib.sha256(whole + repr(codes).encode()).hexdigest()[:16]
    kept = cache / f"font-{name}.woff2"
    if not kept.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        written = kept.with_suffix(f".{os.getpid()}.tmp")  # other builds may write the same at the same time
        written.write_bytes(_subset(whole, codes))
        written.replace(kept)
    return kept.read_bytes()


def _subset(whole: bytes, codes: list[int]) -> bytes:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options()
    options.layout_features = ["kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "onum", "pnum", "lnum", "tnum", "sups", "case"]
    font = TTFont(io.BytesIO(whole), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    font.flavor = "woff2"
    cut = io.BytesIO()
    font.save(cut)
    return cut.getvalue()
