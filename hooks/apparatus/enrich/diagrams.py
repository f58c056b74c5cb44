"""A Mermaid, ``bars``, ``ranges`` or ``tiles`` fence as readers get it: the drawn SVG in a figure, or the fault in its place."""

from __future__ import annotations

import html

from apparatus.drawing import Drawing, Fault, bars, draw, ranges, tiles


def diagram(source: str) -> str:
    """HTML of a Mermaid fence. A source that cannot be drawn shows its message and itself, escaped; the checks report it."""
    return _figure(draw(source), source, "diagram")


def chart(source: str) -> str:
    """HTML of a ``bars`` fence, likewise."""
    return _figure(bars.draw(source), source, "diagram chart")


def estimates(source: str) -> str:
    """HTML of a ``ranges`` fence, likewise."""
    drawn = ranges.draw(source)
    if isinstance(drawn, Fault):
        return _fault(drawn, source)
    pictures = "".join(picture.svg for picture in drawn)
    return f'<div class="diagram chart ranges" tabindex="0" style="--diagram-width:{drawn[0].width:.0f}px">{pictures}</div>'


def tile_map(source: str) -> str:
    """HTML of a ``tiles`` fence, likewise: a switch, which the stylesheet reveals, the panels in order, the legend.

    Without a stylesheet the switch stays hidden and all panels are there, each under its name. The last is the first to be shown.
    """
    drawn = tiles.draw(source)
    if isinstance(drawn, Fault):
        return _fault(drawn, source)
    switch, panels = [], []
    for place, (panel, picture) in enumerate(drawn.panels, start=1):
        chosen = " checked" if place == len(drawn.panels) else ""
        switch.append(f'<label><input type="radio" name="{drawn.name}" value="{place}"{chosen}><span>{html.escape(panel)}</span></label>')
        panels.append(f'<div class="tiles__panel"><p class="tiles__name"><strong>{html.escape(panel)}</strong></p>{picture.svg}</div>')
    return (
        f'<div class="diagram tiles" role="group" aria-label="{html.escape(drawn.title)}">'
        f'<fieldset class="tiles__switch" hidden><legend>{html.escape(drawn.switch)}</legend>{"".join(switch)}</fieldset>'
        f'<div class="tiles__panels">{"".join(panels)}</div><div class="tiles__legend">{drawn.legend.svg}</div></div>'
    )


def _figure(drawn: Drawing | Fault, source: str, kind: str) -> str:
    if isinstance(drawn, Fault):
        return _fault(drawn, source)
    return f'<div class="{kind}" tabindex="0" style="--diagram-width:{drawn.width:.0f}px">{drawn.svg}</div>'


def _fault(fault: Fault, source: str) -> str:
    place = f"line {fault.line} of the diagram: {fault.message}"
    return f'<div class="diagram diagram--fault"><p>{html.escape(place)}</p><pre>{html.escape(source)}</pre></div>'
