"""The width of text in the diagrams' own font, so that boxes fit their words on every machine."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import merman
from fontTools.ttLib import TTFont

FAMILY = "Source Sans Pro"
_LENGTHS = {
    "COMPUTED_LENGTH",
    "SIMPLE_B_BOX_WIDTH",
    "RAW_B_BOX_WIDTH",
    "TSPAN_B_BOX_WIDTH",
    "WRAP_PROBE_B_BOX_WIDTH",
    "BOUNDING_CLIENT_RECT_WIDTH",
    "CANVAS_MEASURE_TEXT_WIDTH",
}
_EXTENTS = {"B_BOX_X", "B_BOX_X_WITH_ASCII_OVERHANG", "TITLE_B_BOX_X"}
_BOLD = {"bold", "bolder", "600", "700", "800", "900"}
_MISSING = 0.6  # em, for a character that the font does not have
_KIND = merman.MermanTextMeasurementResultKind


@lru_cache(maxsize=4)
def _advances(bold: bool, italic: bool) -> dict[int, float]:
    """Advance width of each character, in em."""
    face = {(False, False): "Regular", (False, True): "It", (True, False): "Semibold", (True, True): "SemiboldIt"}
    path = files("font_source_sans_pro") / "files" / f"SourceSansPro-{face[bold, italic]}.ttf"
    font = TTFont(str(path), lazy=True)
    metrics, units = font["hmtx"].metrics, font["head"].unitsPerEm
    return {character: metrics[glyph][0] / units for character, glyph in font.getBestCmap().items()}


def width(text: str, size: float, bold: bool = False, italic: bool = False) -> float:
    """Width of the longest line of ``text`` at ``size`` pixels, in pixels."""
    advances = _advances(bold, italic)
    return max((sum(advances.get(ord(c), _MISSING) for c in line) * size for line in text.split("\n")), default=0.0)


def wrapped(text: str, limit: float | None, line_width) -> list[str]:
    """Lines of ``text`` broken at spaces so that each keeps within ``limit``; a single longer word stays whole."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        current = ""
        for word in paragraph.split(" "):
            longer = f"{current} {word}" if current else word
            if limit and current and line_width(longer) > limit:
                lines.append(current)
                current = word
            else:
                current = longer
        lines.append(current)
    return lines


def _result(kind, **values):
    empty = {"width": 0.0, "height": 0.0, "length": 0.0, "line_count": 0}
    empty |= {"bbox_left": None, "bbox_right": None, "raw_width": None}
    return merman.MermanTextMeasureResult(**(empty | {"result_kind": kind} | values))


class Measurer(merman.MermanTextMeasurer):
    """What merman asks while it lays a diagram out; None leaves the answer to its own estimate."""

    def measure(self, request):
        if request.letter_spacing or request.word_spacing:
            return None
        bold, italic = str(request.font_weight or "").lower() in _BOLD, request.font_style in ("italic", "oblique")

        def line_width(text: str) -> float:
            return width(text, request.font_size, bold, italic)

        line_height = request.line_height or request.font_size * 1.2
        operation = request.operation.name
        if operation in _LENGTHS:
            return _result(_KIND.LENGTH, length=line_width(request.text))
        if operation in _EXTENTS:
            half = line_width(request.text) / 2
            return _result(_KIND.HORIZONTAL_EXTENTS, bbox_left=half, bbox_right=half)
        if operation in ("MEASURE", "MERMAID_CALCULATE_TEXT_DIMENSIONS"):
            lines = request.text.count("\n") + 1
            return _result(_KIND.METRICS, width=line_width(request.text), height=lines * line_height, line_count=lines)
        if operation in ("WRAPPED", "WRAPPED_WITH_RAW_WIDTH"):
            lines = wrapped(request.text, request.max_width, line_width)
            values = {"width": max(map(line_width, lines)), "height": len(lines) * line_height, "line_count": len(lines)}
            if operation == "WRAPPED":
                return _result(_KIND.METRICS, **values)
            return _result(_KIND.WRAPPED_WITH_RAW_WIDTH, raw_width=line_width(request.text), **values)
        return None
