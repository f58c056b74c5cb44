"""A Mermaid fence as readers get it: the drawn SVG in a figure, or the fault in its place."""

from __future__ import annotations

import html

from apparatus.drawing import Fault, draw


def diagram(source: str) -> str:
    """HTML of one fence. A source that cannot be drawn shows its message and itself, escaped; the checks report it."""
    drawn = draw(source)
    if isinstance(drawn, Fault):
        place = f"line {drawn.line} of the diagram: {drawn.message}"
        return f'<div class="diagram diagram--fault"><p>{html.escape(place)}</p><pre>{html.escape(source)}</pre></div>'
    return f'<div class="diagram" tabindex="0" style="--diagram-width:{drawn.width:.0f}px">{drawn.svg}</div>'
