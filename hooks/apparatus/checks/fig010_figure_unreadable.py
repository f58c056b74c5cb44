"""FIG010 figure-unreadable: the data of a figure are there, but it cannot be drawn from them.

Why: the reader would get the raw lines of the drawing where the figure should be.
Fix: mend the record that the message names, in the register that the figure draws from, or the words of the figure in
`data/figures.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.drawing import Fault, faults, ranges, tiles
from apparatus.figures import FIGURES, Figure, figure
from apparatus.grounds.characters import shown
from apparatus.model import Diagnostic, Monograph
from apparatus.registers import registers

CODE = "FIG010"
_FAULTS = {"mermaid": faults, "ranges": ranges.faults, "tiles": tiles.faults}
_FENCE = re.compile(r"```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        for fence in page.fences:
            name = " ".join(fence.source.split())
            if fence.language == "figure" and name in FIGURES:
                drawn = figure(name, registers(monograph))
                for line, fault in _faults(drawn):
                    at = f" at '{shown(line, 60)}'" if line else ""
                    message = f"the figure '{name}' cannot be drawn{at}: {fault.message}"
                    yield Diagnostic(fence.location, CODE, message, f"mend data/{drawn.data[0]}.yml or data/figures.yml")


def _faults(drawn: Figure) -> Iterator[tuple[str, Fault]]:
    """What is wrong with the fences of a figure, each with the beginning of the line it is about."""
    for drawing in drawn.drawings:
        for language, source in _FENCE.findall(drawing.markdown):
            lines = source.split("\n")
            for fault in _FAULTS.get(language, lambda _: ())(source):
                line = lines[fault.line - 1] if fault.line <= len(lines) else ""
                yield line.partition("|")[0].strip() if "|" in line else "", fault
