"""Pictures drawn at build, without browser or network: Mermaid source or a chart's data in, SVG with title and description out."""

from apparatus.drawing import bars, ranges, tiles
from apparatus.drawing.mermaid import Drawing, Fault, draw, faults
from apparatus.drawing.palette import stylesheet

__all__ = ["Drawing", "Fault", "bars", "draw", "faults", "ranges", "stylesheet", "tiles"]
