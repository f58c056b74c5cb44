"""The figures of a page drawn from the registers: each ``figure`` fence becomes drawing, caption, table and the way to the data.

In a chapter, which Verify mode is for, what they cite is marked as the sentences of the text are.
"""

from __future__ import annotations

import html
import posixpath
from collections.abc import Iterator

from apparatus import figures
from apparatus.enrich import sentences
from apparatus.evidence import chapters
from apparatus.evidence.sentences import Sentence
from apparatus.model import Fence, Monograph, Page
from apparatus.read import markdown
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
    drawn = _drawn(name, page, monograph)
    if not drawn.text:
        return _fault(f"the data hold nothing for the figure '{name}'")
    return sentences.supported(drawn, monograph) if page.name in chapters.by_name(monograph) else drawn.text


def statements(page: Page, monograph: Monograph) -> Iterator[Sentence]:
    """What is marked in the figures of a chapter, in order: cells of tables and sentences of captions that cite; elsewhere nothing."""
    if page.name in chapters.by_name(monograph):
        for fence in page.fences:
            name = " ".join(fence.source.split())
            if fence.language == figures.FENCE and name in figures.FIGURES:
                yield from sentences.citing(_drawn(name, page, monograph))


def _drawn(name: str, page: Page, monograph: Monograph) -> Page:
    """The Markdown of a figure for a page, read as a page of its own."""
    return markdown.page(page.path, figures.render(name, registers(monograph), posixpath.dirname(page.name)))[0]


def _fault(message: str) -> str:
    return f'<div class="diagram diagram--fault"><p>{html.escape(message)}</p></div>'
