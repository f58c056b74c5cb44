"""FIG002 diagram-unexplained: a Mermaid diagram has no accessible title or description, or no caption with a source.

Why: a reader who cannot see the figure must lose nothing (WCAG 2.2, success criterion 1.1.1), and a figure is a claim too.
Fix: add `accTitle:` and `accDescr:` lines, and a `/// figure-caption` block with a citation after the fence.
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
                yield from _figure(page, fence)


def _figure(page: Page, fence: Fence) -> Iterator[Diagnostic]:
    title, description = accessible(fence.source)
    if not title:
        yield Diagnostic(fence.location, CODE, "the diagram has no accessible title", "add a line `accTitle: …`")
    if not description:
        yield Diagnostic(fence.location, CODE, "the diagram has no accessible description", "add a line `accDescr: …`")
    caption = _CAPTION.match(page.text, fence.span.end)
    if caption is None:
        fix = "add a `/// figure-caption` block after the fence"
        yield Diagnostic(fence.location, CODE, "the diagram has no caption", fix)
    elif not any(caption.start() <= cluster.span.start < caption.end() for cluster in page.clusters):
        yield Diagnostic(fence.location, CODE, "the diagram's caption cites no source", "add a citation to the caption")
