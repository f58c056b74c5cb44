"""PAGE002 unclosed-fence: a fenced block of code or a diagram has no closing line.

Why: everything that follows, to the end of the page or of the list item, is printed as code, notes and all.
Fix: write the closing fence: as many of the same signs as the opening one, alone on a line, no deeper indented.
Source: CommonMark 0.31.2, section 4.5
"""

from __future__ import annotations

from collections.abc import Iterator

from apparatus.model import Diagnostic, Monograph

CODE = "PAGE002"


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        for fence in page.fences:
            if not fence.closed:
                opening = page.text[fence.span.start : fence.span.start + 200]
                marker = opening[: len(opening) - len(opening.lstrip(opening[:1]))]
                message = f"the fence {marker}{fence.language} is never closed"
                yield Diagnostic(fence.location, CODE, message, f"write {marker} on a line of its own where the block ends")
