"""The figures of a page drawn from the registers: each ``figure`` fence becomes drawing, caption, table and the way to the data."""

from __future__ import annotations

import html
import posixpath

from apparatus import figures
from apparatus.model import Fence, Monograph, Page
from apparatus.registers import registers


def with_figures(page: Page, monograph: Monograph) -> str:
    """The page's text with each ``figure`` fence replaced. One that names no figure, or one without data, becomes a visible error."""
    text = page.text
    for fence in reversed(page.fences):
        if fence.language == figures.FENCE:
            start = text.rfind("\n", 0, fence.span.start) + 1
            margin = text[start : fence.span.start]
            block = _block(fence, page, monograph)
            if not margin.strip():  # in a list or a box every line stands as far in as the fence
                block = block.replace("\n", f"\n{margin}")
            text = f"{text[: fence.span.start]}{block}{text[fence.span.end :]}"
    return text


def _block(fence: Fence, page: Page, monograph: Monograph) -> str:
    name = " ".join(fence.source.split())
    if name not in figures.FIGURES:
        return _fault(f"there is no figure '{name}'")
    drawn = figures.render(name, registers(monograph), posixpath.dirname(page.name))
    return drawn or _fault(f"the data hold nothing for the figure '{name}'")


def _fault(message: str) -> str:
    return f'<div class="diagram diagram--fault"><p>{html.escape(message)}</p></div>'
