"""Pictures drawn at build, without browser or network: Mermaid source in, SVG with title and description out."""

from apparatus.drawing.mermaid import Drawing, Fault, draw, faults
from apparatus.drawing.palette import stylesheet

__all__ = ["Drawing", "Fault", "draw", "faults", "stylesheet"]
