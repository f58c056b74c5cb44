"""FIG008 chart-unreadable: the data of a chart or map of tiles cannot be drawn, or the same one stands twice on a page.

Why: the reader would get the raw numbers where the figure should be.
Fix: mend the line named. A `bars` fence has lines `title: …` and `description: …`, perhaps `series: A | B`, then rows `Label | 3 | 4`;
the message says what a `ranges` or a `tiles` fence wants.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.drawing import bars, ranges, tiles
from apparatus.model import Diagnostic, Location, Monograph

CODE = "FIG008"
_FAULTS = {"bars": bars.faults, "ranges": ranges.faults, "tiles": tiles.faults}


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        seen: dict[str, int] = {}
        for fence in page.fences:
            if fence.language not in _FAULTS:
                continue
            for fault in _FAULTS[fence.language](fence.source):
                line = fence.location.line + max(1, min(fault.line, fence.source.rstrip().count("\n") + 1))
                place = Location(page.path, line, fault.column)
                yield Diagnostic(place, CODE, f"the chart cannot be drawn: {fault.message}", "mend this line of the chart")
            first = seen.setdefault(fence.source, fence.location.line)
            if first != fence.location.line:
                yield Diagnostic(fence.location, CODE, f"the same chart stands in line {first}", "delete one of them")
