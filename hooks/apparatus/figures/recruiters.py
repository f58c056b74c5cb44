"""The recruitment chiefs in Jowzjan one after another, with who they were and what became of them."""

from __future__ import annotations

from apparatus.figures import succession
from apparatus.figures.figure import Figure
from apparatus.registers import Caption, Registers

NAME = "recruiters"


def render(registers: Registers, caption: Caption) -> Figure:
    """The tenures of the office ``jowzjan-recruitment-chief``."""
    return succession.figure(NAME, "Recruitment chief", "jowzjan-recruitment-chief", registers, caption, portraits=True)
