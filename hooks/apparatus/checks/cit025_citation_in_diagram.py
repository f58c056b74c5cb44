"""CIT025 citation-in-diagram: the source of a diagram holds a citation.

Why: diagrams are drawn as they stand; the reader would see brackets and a citekey, and no note.
Fix: cite the work in the caption below the diagram.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apparatus.model import Diagnostic, Fence, Monograph, Page
from apparatus.read.places import Places

CODE = "CIT025"
_KEY = re.compile(r"(?<![\w@/.])@\{?([\w:.+/-]*\w)")


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        for fence in page.fences:
            if fence.language in ("mermaid", "bars", "ranges", "tiles") and "@" in fence.source:
                yield from _fence(fence, page, monograph)


def _fence(fence: Fence, page: Page, monograph: Monograph) -> Iterator[Diagnostic]:
    places = Places(page.path, page.text)
    for found in _KEY.finditer(page.text, fence.span.start, fence.span.end):
        line = page.text[page.text.rfind("\n", 0, found.start()) + 1 : found.start()]
        if found[1] in monograph.by_citekey and "%%" not in line:
            message = f"citation '@{found[1]}' stands in the source of a diagram"
            yield Diagnostic(places.at(found.start()), CODE, message, f"move '[@{found[1]}]' to the caption below the diagram")
