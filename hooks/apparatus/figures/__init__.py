"""Figures drawn from the registers: each as Markdown with its drawing, caption, table and the way to its data."""

from __future__ import annotations

from collections.abc import Callable

from apparatus.figures import alliances, emirs, organisation, presence, recruiters, strength, sub_provinces, timeline
from apparatus.figures.figure import Drawing, Figure, Table, markdown
from apparatus.model import Location
from apparatus.registers import Caption, Registers

FIGURES: dict[str, Callable[[Registers, Caption], Figure]] = {  # by the name that a fence has
    "alliances": alliances.render,
    "emirs": emirs.render,
    "organisation": organisation.render,
    "presence": presence.render,
    "recruiters": recruiters.render,
    "strength": strength.render,
    "sub-provinces": sub_provinces.render,
    "timeline": timeline.render,
}
FENCE = "figure"  # the language of the fences that name one
__all__ = ["FENCE", "FIGURES", "Drawing", "Figure", "Table", "figure", "markdown", "render"]


def figure(name: str, registers: Registers) -> Figure:
    """A figure by its name. One without anything to draw has no drawings. KeyError if there is no such figure."""
    return FIGURES[name](registers, registers.captions.get(name) or Caption(name, Location("data/figures.yml", 1, 1)))


def render(name: str, registers: Registers, folder: str = "") -> str:
    """The Markdown of a figure for a page in ``folder`` below ``docs/``; empty where there is nothing to draw. KeyError as above."""
    drawn = figure(name, registers)
    return markdown(drawn, folder) if drawn.drawings else ""
