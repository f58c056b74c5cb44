"""FIG007 diagram-not-drawn: a fence holds a diagram but is not marked `mermaid`, so that its source is printed.

Why: the reader sees arrows and brackets where the figure should be, and no check looks at it.
Fix: write ```` ```mermaid ````.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from apparatus.model import Diagnostic, Monograph

CODE = "FIG007"
_DIAGRAM = re.compile(
    r"\s*(?:%%[^\n]*\n\s*)*(?:(?:flowchart|graph)\s+(?:TB|TD|BT|RL|LR)\b|sequenceDiagram\b|classDiagram\b|stateDiagram(?:-v2)?\b|"
    r"erDiagram\b|timeline\s*\n|gantt\s*\n|mindmap\s*\n)"
)
_EXAMPLES = frozenset("text txt plain md markdown".split())


def check(monograph: Monograph) -> Iterator[Diagnostic]:
    for page in monograph.pages:
        for fence in page.fences:
            language = fence.language
            if language == "mermaid" or language.lower() in _EXAMPLES:
                continue
            near = language.lower() in ("mermaid", "mmd") or bool(get_close_matches(language.lower(), ["mermaid"], 1, 0.75))
            if near or (_DIAGRAM.match(fence.source) and "acc" in fence.source) or (not language and _DIAGRAM.match(fence.source)):
                message = f"a diagram in a fence marked '{language}'" if language else "a diagram in a fence without a mark"
                yield Diagnostic(fence.location, CODE, message, "write ```mermaid")
