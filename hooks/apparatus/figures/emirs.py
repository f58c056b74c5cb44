"""The emirs one after another, each with what became of him."""

from __future__ import annotations

from apparatus.figures import succession
from apparatus.figures.figure import Figure
from apparatus.registers import Caption, Registers

NAME = "emirs"


def render(registers: Registers, caption: Caption) -> Figure:
    """The tenures of the office ``emir``."""
    return succession.figure(NAME, "Emir", "emir", registers, caption)
