"""FIG002 diagram-unexplained: a diagram or chart has no accessible title or description, or no caption with a source.

Why: a reader who cannot see the figure must lose nothing (WCAG 2.2, success criterion 1.1.1), and a figure is a claim too.
Fix: add `accTitle:` and `accDescr:` lines, and a `/// figure-caption` block with a citation after the fence. The caption of a
chart of numbers that the book itself counts may lead to the place that says how.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.drawing.mermaid import accessible
from apparatus.model import Diagnostic, Fence, Monograph, Page

CODE = "FIG002"
_CAPTION = re.compile(r"\s*/// figure-caption[^\n]*\n(.*?)^\s*///\s*$", re.DOTALL | re.MULTILINE)


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        for fence in page.fences:
            if fence.language == "mermaid":
                yield from _words(fence)
                yield from _caption(page, fence, "diagram")
            elif fence.language in ("bars", "ranges", "tiles"):  # its title and description: FIG008
                yield from _caption(page, fence, "chart")


def _words(fence: Fence) -> Iterator[Diagnostic]:
    title, description = accessible(fence.source)
    if not title:
        yield Diagnostic(fence.location, CODE, "the diagram has no accessible title", "add a line `accTitle: …`")
    if not description:
        yield Diagnostic(fence.location, CODE, "the diagram has no accessible description", "add a line `accDescr: …`")


def _caption(page: Page, fence: Fence, kind: str) -> Iterator[Diagnostic]:
    caption = _CAPTION.match(page.text, fence.span.end)
    if caption is None:
        fix = "add a `/// figure-caption` block after the fence"
        yield Diagnostic(fence.location, CODE, f"the {kind} has no caption", fix)
    elif kind == "chart" and "](" in caption[1]:
        return
    elif not any(caption.start() <= cluster.span.start < caption.end() for cluster in page.clusters):
        yield Diagnostic(fence.location, CODE, f"the {kind}'s caption cites no source", "add a citation to the caption")
