"""FIG001 diagram-unreadable: a Mermaid diagram does not parse.

Why: the reader would get a hole where the figure should be.
Fix: mend the line named.
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.drawing import faults
from apparatus.model import Diagnostic, Location, Monograph

CODE = "FIG001"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        for fence in page.fences:
            if fence.language != "mermaid":
                continue
            for fault in faults(fence.source):
                line = fence.location.line + max(1, min(fault.line, fence.source.rstrip().count("\n") + 1))
                place = Location(page.path, line, fault.column)
                yield Diagnostic(place, CODE, f"the diagram does not parse: {fault.message}", "mend this line of the diagram")
