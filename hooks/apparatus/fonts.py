"""The book's typefaces for the web: Source Serif and Source Sans from their packages, cut down to what the book prints."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

# Latin with its extensions (transliteration), combining marks, punctuation, currency, arrows and a few signs.
RANGES = ((0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x36F), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x20A0, 0x20BF), (0x2190, 0x21FF))
SIGNS = (0x2116, 0x2122, 0x2212, 0x2713, 0x25A0, 0x25CF, 0x2022)
SERIF, SANS = "font_source_serif_pro", "font_source_sans_pro"
FACES = {
    "source-serif-regular.woff2": (SERIF, "SourceSerifPro-Regular.ttf"),
    "source-serif-italic.woff2": (SERIF, "SourceSerifPro-It.ttf"),
    "source-serif-semibold.woff2": (SERIF, "SourceSerifPro-Semibold.ttf"),
    "source-serif-semibold-italic.woff2": (SERIF, "SourceSerifPro-SemiboldIt.ttf"),
    "source-sans-regular.woff2": (SANS, "SourceSansPro-Regular.ttf"),
    "source-sans-italic.woff2": (SANS, "SourceSansPro-It.ttf"),
    "source-sans-semibold.woff2": (SANS, "SourceSansPro-Semibold.ttf"),
}


def webfonts(cache: Path) -> Mapping[str, bytes]:
    """WOFF2 files by name. Cutting takes a second a face, so the result is kept in ``cache`` by content."""
    return {name: _face(files(package) / "files" / source, cache) for name, (package, source) in FACES.items()}


def _face(source, cache: Path) -> bytes:
    whole = source.read_bytes()
    characters = sorted({c for first, last in RANGES for c in range(first, last + 1)} | set(SIGNS))
    name = hashlib.sha256(whole + repr(characters).encode()).hexdigest()[:16]
    kept = cache / f"font-{name}.woff2"
    if not kept.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        written = kept.with_suffix(".tmp")
        written.write_bytes(_subset(whole, characters))
        written.replace(kept)
    return kept.read_bytes()


def _subset(whole: bytes, characters: list[int]) -> bytes:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options()
    options.layout_features = ["kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "onum", "pnum", "lnum", "tnum", "sups", "case"]
    font = TTFont(io.BytesIO(whole), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.flavor = "woff2"
    cut = io.BytesIO()
    font.save(cut)
    return cut.getvalue()
